/**
 * The hook for Turnstile. Whoever can't be shown to have passed has not: a refusal, an answer that is none and
 * no answer are all the same.
 */
import { Refusal } from "./refusal.mjs";

const VERIFY = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/** The field that the widget puts into its form. */
const FIELD = "cf-turnstile-response";
const PATIENCE = 5_000;

/**
 * Takes the token out of the record, which is no field of a contact.
 * @param {Record<string, unknown> | URLSearchParams} record
 * @returns {unknown}
 */
export function takeToken(record) {
  if (record instanceof URLSearchParams) {
    const token = record.get(FIELD);
    record.delete(FIELD);
    return token;
  }
  const token = record[FIELD];
  delete record[FIELD];
  return token;
}

/** @param {unknown} token @param {string | undefined} secret undefined where nobody is challenged */
export async function challenge(token, secret) {
  if (secret === undefined) return;
  if (typeof token === "string" && token !== "" && (await passed(token, secret))) return;
  throw new Refusal(403, "challenge_failed", "please confirm again that you are human");
}

/** @param {string} token @param {string} secret */
async function passed(token, secret) {
  try {
    const answer = await fetch(VERIFY, {
      method: "POST",
      body: new URLSearchParams({ secret, response: token }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = /** @type {{ success?: unknown }} */ (await answer.json());
    return answer.ok && said.success === true;
  } catch {
    return false;
  }
}
