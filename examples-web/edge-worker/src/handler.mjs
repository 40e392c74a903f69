/** From a request to its answer, the same wherever it runs. Routes, errors, and one line of log stand here. */
import { crossOrigin, preflight } from "./access.mjs";
import { json } from "./answers.mjs";
import { Misconfigured } from "./config.mjs";
import { logOf } from "./log.mjs";
import { Refusal } from "./refusal.mjs";
import { check } from "./schema.mjs";
import { submit } from "./submit.mjs";

/** @typedef {import("../types.d.ts").Host} Host */
/** @typedef {import("../types.d.ts").Log} Log */
/** @typedef {(request: Request, host: Host, log: Log, id: string) => Response | Promise<Response>} Route */

/** @type {Record<string, Record<string, Route>>} */
const ROUTES = {
  "/contacts": { POST: submit, OPTIONS: (request, { config }) => preflight(request, config) },
  "/healthz": { GET: health, HEAD: health },
};

/**
 * @param {Request} request
 * @param {() => Host} hosted
 * @param {string} [base] what stands before the routes
 * @returns {Promise<Response>}
 */
export async function handle(request, hosted, base = "") {
  const began = Date.now();
  const id = crypto.randomUUID();
  const log = logOf(id);
  const { pathname } = new URL(request.url);
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : "";
  const route = Object.hasOwn(ROUTES, path) ? path : "none";
  let shared = {};
  /** @type {Response} */
  let answer;
  /** @type {string | undefined} */
  let code;
  try {
    const host = hosted();
    if (route === "/contacts") shared = crossOrigin(request, host.config);
    answer = await choose(route, request.method)(request, host, log, id);
  } catch (error) {
    const refusal = refusalOf(error, log);
    ({ code } = refusal);
    answer = json(refusal.status, { error: { code, message: refusal.message } }, refusal.headers);
  }
  for (const [name, value] of Object.entries({ ...shared, "x-request-id": id })) {
    answer.headers.set(name, value);
  }
  log("request", { route, status: answer.status, code, milliseconds: Date.now() - began });
  return answer;
}

/** The engine runs with these settings. Quo is not asked. @type {Route} */
function health(_, { config }) {
  check(config);
  return json(200, { ok: true });
}

/** @param {string} route @param {string} method */
function choose(route, method) {
  const methods = ROUTES[route];
  if (!methods) throw new Refusal(404, "not_found", "there is nothing here");
  const chosen = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (chosen) return chosen;
  const allow = Object.keys(methods).join(", ");
  throw new Refusal(405, "method_not_allowed", `expected ${allow}`, { allow });
}

/** Messages of errors may quote what was submitted: of those that nobody foresaw, only the places are logged. @param {unknown} error @param {Log} log */
function refusalOf(error, log) {
  if (error instanceof Refusal) return error;
  if (error instanceof Misconfigured) {
    log("misconfigured", { message: error.message });
    return new Refusal(503, "misconfigured", "this worker is not set up yet");
  }
  const {
    name,
    stack = "",
    code,
  } = /** @type {Error & { code?: unknown }} */ (error instanceof Error ? error : new Error());
  log("failed", { name, code, at: stack.split("\n").filter((line) => /^ {4}at /.test(line)) });
  return new Refusal(500, "failed", "something went wrong here");
}
