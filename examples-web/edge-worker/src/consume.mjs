/**
 * Takes submissions out of the queue. The package's own operations repeat what may be repeated; what still fails comes
 * again later, and what can't succeed is parked with its reason.
 */
import { Misconfigured } from "./config.mjs";
import { revalidate } from "./definitions.mjs";
import { QUEUE } from "./gate.mjs";
import { logOf } from "./log.mjs";
import { lasts, logged, outdated } from "./reasons.mjs";
import { upsert } from "./upsert.mjs";

/** @typedef {import("../types.d.ts").Message} Message */
/** @typedef {import("../types.d.ts").Parked} Parked */
/** @typedef {import("../types.d.ts").Reason} Reason */
/** @typedef {import("../types.d.ts").Submission} Submission */

/** For how long one batch is worked on. */
const PATIENCE = 60_000;
/** Nothing waits longer for its next try. */
const LONGEST_DELAY = 3_600_000;

/**
 * @param {readonly Message[]} messages
 * @param {() => import("../types.d.ts").Host} hosted
 * @param {(parked: Parked) => Promise<unknown>} park
 */
export async function consume(messages, hosted, park) {
  let host;
  try {
    host = hosted();
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    logOf("queue")("misconfigured", { message: error.message });
    // Each waits as long as it may, because a person has to mend this.
    for (const message of messages) message.retry({ delaySeconds: LONGEST_DELAY / 1000 });
    return;
  }
  const known = messages.filter(({ body }) => isSubmission(body));
  const submissions = known.map(({ body }) => /** @type {Submission} */ (body));
  const results =
    known.length > 0
      ? await upsert(submissions, host, PATIENCE, logOf("queue"), { rank: QUEUE })
      : [];
  for (const message of messages) {
    const result = results[known.indexOf(message)] ?? { reason: { code: "unknown_message" } };
    await settle(message, result, host, park);
  }
}

/**
 * @param {Message} message
 * @param {import("../types.d.ts").Result} result
 * @param {import("../types.d.ts").Host} host
 * @param {(parked: Parked) => Promise<unknown>} park
 */
async function settle(message, { outcome, id, reason }, host, park) {
  const { body, attempts } = message;
  const log = logOf(isSubmission(body) ? body.request : message.id);
  if (!reason) {
    log("delivered", { outcome, contact: id, attempts });
    message.ack();
    return;
  }
  const { config } = host;
  if (outdated(reason)) await revalidate(host, log);
  const again = () => message.retry({ delaySeconds: delaySeconds(config.delay, attempts) });
  if (reason.code !== "unknown_message" && !lasts(reason) && attempts < config.tries) {
    log("retry", { ...logged(reason), attempts });
    again();
    return;
  }
  try {
    await park({ submission: body, reason, tries: attempts, at: new Date().toISOString() });
    log("parked", { ...logged(reason), attempts });
    message.ack();
  } catch {
    log("not_parked", { ...logged(reason), attempts });
    again();
  }
}

/** Twice as long each time, and not all at once. @param {number} first @param {number} attempts */
const delaySeconds = (first, attempts) => {
  const delay = Math.min(first * 2 ** (attempts - 1), LONGEST_DELAY);
  return Math.ceil((delay / 1000) * (1 + Math.random() / 4));
};

/** What an older worker put in may be something else. @param {unknown} body @returns {body is Submission} */
const isSubmission = (body) => {
  const { version, payload } = /** @type {Partial<Submission>} */ (body ?? {});
  return version === 1 && typeof payload?.externalId === "string";
};
