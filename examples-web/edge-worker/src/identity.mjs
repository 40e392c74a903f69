/**
 * By what a submission is known again, so that sent twice it is one contact: an `externalId`. It comes from the fields
 * that the settings name, else from the `Idempotency-Key`, else from everything that was submitted.
 */
import { Misconfigured } from "./config.mjs";
import { Refusal } from "./refusal.mjs";

/** @typedef {import("quo-contacts").ContactPayload} ContactPayload */

/** With or without the quotes of https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header */
const KEY = /^("?)([\w-]{16,64})\1$/;

/** @param {Request} request */
export function idempotencyKey(request) {
  const given = request.headers.get("idempotency-key");
  if (given === null) return undefined;
  const [, , key] = KEY.exec(given) ?? [];
  if (key !== undefined) return key;
  throw new Refusal(400, "invalid_idempotency_key", "expected 16 to 64 letters, digits, - or _");
}

const FIELDS = ["firstName", "lastName", "company", "role", "emails", "phoneNumbers"];

/**
 * A name that leads to no field would make of each submission a contact of its own.
 * @param {readonly string[]} fields @param {readonly import("quo-contacts").FieldDefinition[]} definitions
 */
export function checkIdentity(fields, definitions) {
  const known = [...FIELDS, ...definitions.map(({ key }) => key)];
  if (!fields.every((field) => known.includes(field)))
    throw new Misconfigured("IDENTITY is not made of fields that there are");
}

/** @param {ContactPayload} payload @param {string | undefined} key @param {readonly string[]} fields */
export async function externalIdOf(payload, key, fields) {
  const chosen = fields.flatMap((field) => valuesOf(payload, field).map((value) => [field, value]));
  if (chosen.length > 0) return `i-${await hash(chosen)}`;
  return key === undefined ? `h-${await hash(payload)}` : `k-${key}`;
}

/** @param {ContactPayload} payload @param {string} field `emails`, `lastName`, the key of a custom field */
function valuesOf({ defaultFields, customFields = [] }, field) {
  const named = /** @type {Record<string, unknown>} */ (defaultFields)[field];
  const values = Array.isArray(named)
    ? named.map(({ value }) => value)
    : [named, customFields.find(({ key }) => key === field)?.value].flat();
  return values
    .filter((value) => value !== undefined && value !== null)
    .map((value) => String(value).toLowerCase())
    .sort();
}

/** @param {unknown} value */
async function hash(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
