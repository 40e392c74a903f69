/**
 * Every shape of error that Quo answers with: the flat one of the API, the gateway's, and the HTML
 * of a route that does not exist. Messages are for people; clients decide by status.
 */
import { randomInt } from "node:crypto";
import { html, json } from "./answers.mjs";

/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */

const DOCS = "https://quo.com/docs";
const newTrace = () => String(randomInt(2 ** 47)).padStart(15, "0");

/**
 * @param {number} status @param {string} code @param {string} title @param {string} message
 * @param {{ description?: string, errors?: ErrorItem[] }} [more]
 */
function flat(status, code, title, message, more) {
  return json(status, { message, code, status, docs: DOCS, title, trace: newTrace(), ...more });
}

/** @param {number} status @param {string} message @param {string} key */
function gateway(status, message, key) {
  return json(status, { error: { message, key, trace: newTrace() } });
}

/**
 * The request itself breaks a rule: a shape, a length, a reserved word, a query.
 * @param {string} message @param {ErrorItem[]} [errors]
 */
export function badRequest(message, errors) {
  return flat(400, "0800400", "Bad Request", message, errors && { errors });
}

/**
 * A custom value has a key that no definition has. Items carry the older `key` and `reason` beside the
 * newer parts, because both were described: a client that reads either finds it here.
 * @param {ErrorItem[]} errors
 */
export function invalidCustomField(errors) {
  const title = "Invalid Custom Field Item";
  return flat(400, "0801400", title, "Invalid custom field item", { description: title, errors });
}

export function contactNotFound() {
  return flat(404, "0800404", "Not Found", "Contact not found");
}

/**
 * The contact belongs to a native integration. Nobody has shown this answer; 403 has this code and this
 * title wherever the API has one for contacts.
 */
export function readOnly() {
  const title = "Not Phone Number User";
  const message = "This contact is synced by an integration and cannot be changed here";
  return flat(403, "0801403", title, message, { description: title });
}

/** The pair of `source` and `externalId` is taken. The answer names neither. @param {"create" | "update"} verb */
export function conflict(verb) {
  return flat(409, "0800409", "Conflict", `Failed to ${verb} contact`);
}

/** The server failed. Definitions have a code of their own. @param {string} path */
export function unknownError(path) {
  const code = path.startsWith("/v1/contact-custom-fields") ? "0701500" : "0801500";
  return flat(500, code, "Unknown", "Unknown error");
}

export const gatewayUnauthorized = () => gateway(401, "Unauthorized", "Unauthorized");

/** The body of this answer was never shown; the gateway's shape is the likely one. */
export const tooManyRequests = () => gateway(429, "Too Many Requests", "TooManyRequests");

export const htmlNotFound = () => html(404, "Not Found");
