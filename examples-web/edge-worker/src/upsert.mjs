/** Makes or updates contacts, one worker at a time for each `externalId`. Never throws. */
import { quo } from "./quo.mjs";
import { reasonOf } from "./reasons.mjs";

/** @typedef {import("../types.d.ts").Result} Result */
/** @typedef {import("../types.d.ts").Submission} Submission */

/**
 * @param {readonly Submission[]} submissions
 * @param {import("../types.d.ts").Host} host
 * @param {number} milliseconds
 * @param {import("../types.d.ts").Log} log
 * @param {import("../types.d.ts").Manner} manner
 * @returns {Promise<Result[]>} one for each
 */
export async function upsert(submissions, host, milliseconds, log, manner) {
  const payloads = submissions.map(({ payload }) => payload);
  const names = [...new Set(payloads.map(({ externalId }) => externalId))];
  const until = Date.now() + milliseconds;
  /** @type {Result[] | undefined} */
  let results;
  /** @type {unknown} */
  let failure = { code: "busy" };
  let end = () => {};
  const work = async () => {
    const way = quo(host, Math.max(0, until - Date.now()), log, manner);
    end = way.end;
    try {
      results = (await way.client.upsert(payloads, { signal: way.signal })).map(resultOf);
    } catch (error) {
      failure = error;
    }
  };
  try {
    await host.gate.exclusive(names, milliseconds, work);
  } catch {
    failure = { code: "gate_unavailable" };
  } finally {
    // Whoever lost the gate must not go on without it.
    end();
  }
  return results ?? submissions.map(() => ({ reason: reasonOf(failure) }));
}

/** @param {import("quo-contacts").UpsertOutcome} result @returns {Result} */
const resultOf = (result) =>
  result.error
    ? { reason: reasonOf(result.error) }
    : { outcome: result.outcome, id: result.contact.id };
