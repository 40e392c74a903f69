/** The page and `POST /contacts` on this machine, under one policy. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { contactsRoute } from "./contacts.mjs";
import { filesOf } from "./files.mjs";
import { forwardTo } from "./forward.mjs";
import { ENTRIES, headersFor } from "./policy.mjs";

/** What the form asks for; the page reads the same file. */
export const settings = JSON.parse(
  readFileSync(new URL("../page/form.json", import.meta.url), "utf8"),
);

/**
 * @param {object} options
 * @param {{ directory: URL, module: any, messages: () => Record<string, { locale: string, messages: object }> }} options.built the package
 * @param {any} [options.client] of Quo; the key is its business
 * @param {() => URL} [options.forward] who answers `POST /contacts` instead
 * @param {string} [options.entry] one of `ENTRIES`
 * @param {number} [options.port] 0 is any free one
 * @param {(told: unknown) => void} [options.log]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveForm({
  built,
  client,
  forward,
  entry = "wasm",
  port = 0,
  log = console.error,
}) {
  const known = ENTRIES[entry];
  if (!known) throw new RangeError(`--entry is one of ${Object.keys(ENTRIES).join(", ")}`);
  const { definitions, options } = settings;
  // What the page sends has been read by it: only what has the right types by now is taken.
  const schema = built.module.contactSchema({ definitions, ...options, mode: "strict" });
  const contacts = contactsRoute({
    schema,
    languages: Object.values(built.messages()),
    client,
    log,
  });
  const onward = forward && forwardTo(forward);
  const files = filesOf(built.directory, known.instead);
  const common = headersFor(known.script);

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  const answer = async (request, response) => {
    const { method = "GET", url = "/" } = request;
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
    const pathname = URL.canParse(url, "http://localhost")
      ? new URL(url, "http://localhost").pathname
      : "";
    if (pathname === "/contacts" && onward) return onward(request, response);
    if (pathname === "/contacts") {
      const { status, body, headers } = await contacts(request);
      response
        .writeHead(status, {
          "content-type": "application/json",
          "cache-control": "no-store",
          ...headers,
        })
        .end(JSON.stringify(body));
      return;
    }
    if (method !== "GET" && method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const file = await files(pathname);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
      return;
    }
    response
      .writeHead(200, { "content-type": file.type, "cache-control": "no-cache" })
      .end(file.body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      // A visitor who broke off is nobody's fault.
      if (request.complete) log(error);
      response.destroy();
    });
  });

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
