/** The way to Quo, and the only place where the key is used. */
import { createClient } from "quo-contacts";
import { BEGUN, VISITOR } from "./gate.mjs";

/** @typedef {import("../types.d.ts").Host} Host */
/** @typedef {import("../types.d.ts").Log} Log */
/** @typedef {import("../types.d.ts").Manner} Manner */

/**
 * A client for one piece of work, which must be done within so many milliseconds. Clients hold promises, and on an
 * edge one request must not wait for those of another: so each has its own, and they meet at the gate.
 * @param {Host} host @param {number} milliseconds @param {Log} log @param {Manner} [manner]
 */
export function quo(
  { config, gate, waitUntil },
  milliseconds,
  log,
  { attempts, rank = VISITOR } = {},
) {
  const until = Date.now() + milliseconds;
  const stop = new AbortController();
  let place = rank;
  const late = setTimeout(() => stop.abort(new Error("out of time")), milliseconds);

  /** Leave comes from the gate, which all isolates share. @type {import("quo-contacts").Pace["acquire"]} */
  const acquire = async () => {
    const leave = await gate.acquire(Math.max(0, until - Date.now()), place);
    if (leave) {
      if (rank === VISITOR) place = BEGUN;
      return (answer) => {
        const told = async () => leave(answer);
        waitUntil(
          told()
            .then(() => leave[Symbol.dispose]?.())
            .catch(() => {}),
        );
      };
    }
    const busy = new Error("the gate has no place in time");
    stop.abort(busy);
    throw busy;
  };

  const client = createClient({
    baseUrl: config.url,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: config.key } }),
    pace: { acquire },
    deadline: milliseconds,
    attempts,
    hooks: {
      // Without the path, which may hold an `externalId`.
      onResponse: ({ method, status, attempt, milliseconds }) =>
        log("quo", { method, status, attempt, milliseconds: Math.round(milliseconds) }),
    },
  });
  const end = () => {
    clearTimeout(late);
    stop.abort(new Error("ended"));
  };
  return { client, signal: stop.signal, end };
}
