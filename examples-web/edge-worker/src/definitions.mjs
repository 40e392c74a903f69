/**
 * The custom fields of the workspace, kept between requests. What is old is used once more while it is fetched anew
 * (stale-while-revalidate), so nobody waits for Quo, and forms are judged while it is down.
 */
import { quo } from "./quo.mjs";
import { later } from "./refusal.mjs";

/** @typedef {import("../types.d.ts").Host} Host */
/** @typedef {import("../types.d.ts").Log} Log */
/** @typedef {readonly import("quo-contacts").FieldDefinition[]} Definitions */

/** For how long what one isolate fetched is good enough for all. */
const FETCHED_ONCE = 30_000;

/** @param {Host} host @param {Log} log @returns {Promise<Definitions>} */
export async function currentDefinitions(host, log) {
  const kept = await host.store.get().catch(() => null);
  if (kept === null) {
    return fetched(host, log).catch(() => {
      throw later("definitions_unavailable", 30);
    });
  }
  if (Date.now() - kept.at > host.config.fresh) host.waitUntil(revalidate(host, log));
  return kept.definitions;
}

/**
 * What is kept is old, or Quo does not know a field of it any more.
 * @param {Host} host @param {Log} log
 */
export async function revalidate(host, log) {
  try {
    await fetched(host, log);
  } catch {
    log("definitions", { code: "not_fetched" });
  }
}

/** @param {Host} host @param {Log} log @returns {Promise<Definitions>} */
const fetched = (host, log) =>
  host.gate.once("definitions", FETCHED_ONCE, async () => {
    const { client, signal, end } = quo(host, host.config.patience, log);
    try {
      const definitions = await client.definitions({ signal });
      host.waitUntil(host.store.put({ at: Date.now(), definitions }).catch(() => {}));
      log("definitions", { count: definitions.length });
      return definitions;
    } finally {
      end();
    }
  });
