/** Brings one submission to Quo now, or into the queue. What is acknowledged is not lost. */
import { revalidate } from "./definitions.mjs";
import { VISITOR } from "./gate.mjs";
import { logged, outdated } from "./reasons.mjs";
import { later } from "./refusal.mjs";
import { upsert } from "./upsert.mjs";

/** @typedef {import("../types.d.ts").Submission} Submission */

/** A visitor does not wait until Quo is up again: the queue does. */
const MANNER = { attempts: 2, rank: VISITOR };

/**
 * @param {Submission} submission
 * @param {import("../types.d.ts").Host} host
 * @param {import("../types.d.ts").Log} log
 * @returns {Promise<{ id: string, outcome: string } | { queued: true } | { issues: readonly import("quo-contacts").Issue[] }>}
 */
export async function deliver(submission, host, log) {
  const [result] = await upsert([submission], host, host.config.patience, log, MANNER);
  if (result?.outcome) return { id: result.id, outcome: result.outcome };
  const reason = result?.reason ?? { code: "unknown" };
  if (outdated(reason)) host.waitUntil(revalidate(host, log));
  // The visitor can mend what has a place in the form. The rest is between Quo and us.
  if (reason.issues?.length) return { issues: reason.issues };
  log("undelivered", logged(reason));
  if (!host.enqueue) throw later(reason.code, 30);
  try {
    await host.enqueue(submission);
  } catch {
    throw later("queue_unavailable", 30);
  }
  return { queued: true };
}
