/**
 * The two ways in: over HTTP, and by a call in this process that looks like `fetch`. Both hand over the
 * same request and carry the same answer; where there is none, the connection closes.
 */
import { createServer } from "node:http";

/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Asked} Asked */
/** @typedef {(asked: Asked) => Promise<Answer | undefined>} Handle */

/** The longest body that is read, in bytes. A contact takes a few hundred. */
const MAX_BODY = 1024 * 1024;
const ORIGIN = "http://stand-in";

/** @param {Handle} handle @returns {import("node:http").Server} */
export function httpDoor(handle) {
  return createServer(async (request, response) => {
    const { url: target = "/", method = "GET" } = request;
    const url = new URL(target.startsWith("/") ? `${ORIGIN}${target}` : ORIGIN);
    /** @type {string | undefined} */
    let body;
    try {
      body = await read(request);
    } catch {
      return; // The client went away while it spoke.
    }
    /** @param {string} name */
    const header = (name) => [request.headers[name]].flat().join(", ") || null;
    const answer = await handle({ method, url, header, body });
    if (!answer) return response.destroy();
    if (body === undefined) response.setHeader("connection", "close");
    response.writeHead(answer.status, {
      ...answer.headers,
      ...(answer.status !== 204 && { "content-length": Buffer.byteLength(answer.body ?? "") }),
    });
    response.end(answer.body);
  });
}

/** @param {import("node:http").IncomingMessage} request */
async function read(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= MAX_BODY) parts.push(part);
    else parts.length = 0;
  }
  return size > MAX_BODY ? undefined : Buffer.concat(parts).toString();
}

/**
 * A function with the signature of `fetch`, for paths and for addresses with any host.
 * @param {Handle} handle
 * @returns {(target: string | URL, init?: RequestInit) => Promise<Response>}
 */
export function processDoor(handle) {
  return async (target, init) => {
    const request = new Request(new URL(target, ORIGIN), init);
    request.signal.throwIfAborted();
    const text = await request.text();
    const answering = handle({
      method: request.method,
      url: new URL(request.url),
      header: (name) => request.headers.get(name),
      body: Buffer.byteLength(text) > MAX_BODY ? undefined : text,
    });
    const answer = await unlessAborted(answering, request.signal);
    if (!answer) {
      throw new TypeError("fetch failed", { cause: new Error("the connection was closed") });
    }
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
}

/**
 * What was sent is carried out all the same; only the caller no longer hears of it.
 * @template T @param {Promise<T>} work @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function unlessAborted(work, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
