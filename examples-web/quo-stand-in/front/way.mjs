/** The way of a request: counted, routed, held to the limit, its key looked at, then a fault or the route. */
import { html } from "../answers.mjs";
import { gatewayUnauthorized, htmlNotFound, tooManyRequests, unknownError } from "../errors.mjs";
import { misuse } from "../routes/control.mjs";
import { FAULT_HEADER, kindOf, readFault } from "./faults.mjs";

/** @typedef {import("../routes/route.d.ts").Route} Route */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Asked} Asked */
/** @typedef {import("../types.d.ts").Fault} Fault */

/**
 * @typedef {object} Parts
 * @property {Route[]} routes
 * @property {import("./report.mjs").Report} report
 * @property {import("./rate-limit.mjs").RateLimit} limit
 * @property {import("./authorization.mjs").Keys} keys
 * @property {import("./faults.mjs").Faults} faults
 * @property {() => number} now
 * @property {(milliseconds: number) => Promise<unknown>} sleep
 */

/**
 * @param {Parts} parts @param {Asked} asked
 * @returns {Promise<Answer | undefined>} nothing where the connection is to be closed
 */
export async function answer(parts, asked) {
  const { report, now } = parts;
  report.request(keyOf(asked), now());
  const answered = await pass(parts, asked);
  report.answer(answered?.status ?? "dropped");
  return answered;
}

/** @param {Parts} parts @param {Asked} asked */
async function pass({ routes, report, limit, keys, faults, now, sleep }, asked) {
  const route = routes.find(
    ({ method, path }) => method === asked.method && path.test(asked.url.pathname),
  );
  if (!route) return htmlNotFound();

  const { passed, headers } = limit.take(keyOf(asked), now());
  if (!passed) {
    report.limited();
    return tooManyRequests();
  }
  if (!keys.admits(asked.header("authorization")))
    return withHeaders(gatewayUnauthorized(), headers);
  if (asked.body === undefined) return html(413, "Payload Too Large");

  const wanted = asked.header(FAULT_HEADER);
  /** @type {Fault} */
  let fault;
  try {
    fault = wanted === null ? faults.next() : readFault(wanted);
  } catch (error) {
    return misuse(/** @type {Error} */ (error).message);
  }

  // One half on the way there and one on the way back, so that what happens meanwhile can come between.
  const there = Math.floor(fault.latency / 2);
  if (there > 0) await sleep(there);
  const met = fault.kind === undefined ? undefined : kindOf(fault.kind);
  const carried = met && !met.carriedOut ? undefined : carryOut(route, asked);
  if (fault.latency > there) await sleep(fault.latency - there);

  if (!met) return carried?.status === 200 ? withHeaders(carried, headers) : carried;
  report.fault(fault.kind ?? "");
  const said = met.answer?.(asked.url.pathname);
  if (!said || fault.retryAfter === undefined) return said;
  return withHeaders(said, { "retry-after": String(fault.retryAfter) });
}

/** @param {Route} route @param {Asked} asked */
function carryOut(route, asked) {
  const { pathname } = asked.url;
  try {
    const [, id = ""] = route.path.exec(pathname) ?? [];
    return route.answer(asked, unescaped(id));
  } catch (error) {
    console.error(error);
    return unknownError(pathname);
  }
}

/** The limit and the report know callers by their key, whether it is a good one or not. @param {Asked} asked */
const keyOf = (asked) => asked.header("authorization")?.trim() ?? "";

/** @param {string} id */
function unescaped(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** @param {Answer} answered @param {Record<string, string>} headers */
const withHeaders = (answered, headers) => ({
  ...answered,
  headers: { ...answered.headers, ...headers },
});
