/**
 * A host in one process: its pace and its locks are its own. Where the platform starts several processes or isolates
 * for one key, each has ten requests a second of its own, and Quo's 429 is what slows them down together. There is no
 * queue: while Quo is down, visitors are asked to come again.
 */
import { readConfig } from "./config.mjs";
import { Gate } from "./gate.mjs";

/** @typedef {import("../types.d.ts").Kept} Kept */

/**
 * @param {Readonly<Record<string, unknown>>} env
 * @returns {() => import("../types.d.ts").Host}
 */
export function processHost(env) {
  /** @type {Kept | null} */
  let kept = null;
  const gate = new Gate();
  const store = {
    get: async () => kept,
    put: async (/** @type {Kept} */ next) => {
      kept = next;
    },
  };
  return () => ({ config: readConfig(env), gate, store, waitUntil: () => {} });
}
