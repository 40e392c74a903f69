/** `/v1/contacts` and `/v1/contacts/{id}`: create, list, get, update, delete. */
import { empty, json } from "../answers.mjs";
import {
  badRequest,
  conflict,
  contactNotFound,
  invalidCustomField,
  readOnly,
  unknownError,
} from "../errors.mjs";
import { pageToken, readListQuery } from "../list-query.mjs";
import { itemIds, reservedSourceTaken, unknownKeys } from "../rules.mjs";
import { checker } from "../schema.mjs";

/** @typedef {import("../store/contacts.mjs").Contacts} Contacts */
/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Asked} Asked */
/** @typedef {import("../types.d.ts").Contact} Contact */

const COLLECTION = /^\/v1\/contacts$/;
const ONE = /^\/v1\/contacts\/([^/]+)$/;

const newContactErrors = checker("NewContact");
const patchErrors = checker("ContactPatch");

/** @param {Contacts} contacts @returns {import("./route.d.ts").Route[]} */
export function contactRoutes(contacts) {
  return [
    { method: "POST", path: COLLECTION, answer: (asked) => create(contacts, asked) },
    { method: "GET", path: COLLECTION, answer: (asked) => list(contacts, asked) },
    { method: "GET", path: ONE, answer: (_, id) => get(contacts, id) },
    { method: "PATCH", path: ONE, answer: (asked, id) => update(contacts, asked, id) },
    { method: "DELETE", path: ONE, answer: (_, id) => remove(contacts, id) },
  ];
}

/** @param {Contacts} contacts @param {Asked} asked */
function create(contacts, asked) {
  const body = parse(asked.body);
  if (body === undefined) return badRequest("The body is not JSON");
  const errors = newContactErrors(body);
  if (errors.length > 0) return badRequest("The body does not describe a contact", errors);
  const unknown = unknownKeys(body, contacts.definitions);
  if (unknown.length > 0) return invalidCustomField(unknown);
  return written(contacts.create(body), 201, "create", asked);
}

/** @param {Contacts} contacts @param {Asked} asked */
function list(contacts, asked) {
  const query = readListQuery(asked.url.searchParams);
  if ("problem" in query) return badRequest(query.problem);
  const rest = contacts.list(query).filter(({ place }) => place > query.after);
  const page = rest.slice(0, query.maxResults);
  const last = page.at(-1);
  return json(200, {
    data: page.map(({ contact }) => contact),
    // Quo says itself that this is not reliable: the size of the page is a number that no client
    // can build on by mistake.
    totalItems: page.length,
    nextPageToken: last && page.length < rest.length ? pageToken(last.place) : null,
  });
}

/** @param {Contacts} contacts @param {string} id */
function get(contacts, id) {
  const entry = contacts.entry(id);
  return entry ? json(200, { data: entry.contact }) : contactNotFound();
}

/** @param {Contacts} contacts @param {Asked} asked @param {string} id */
function update(contacts, asked, id) {
  const body = parse(asked.body);
  if (body === undefined) return badRequest("The body is not JSON");
  const errors = patchErrors(body);
  if (errors.length > 0) return badRequest("The body does not describe a contact", errors);

  const entry = contacts.entry(id);
  if (!entry) return contactNotFound();
  if (entry.native) return readOnly();

  const [stranger] = itemIds(body);
  if (stranger) return badRequest(stranger.message, itemIds(body));
  const reserved = reservedSourceTaken(body, entry.contact.source);
  if (reserved.length > 0) return badRequest("The source is reserved", reserved);
  const unknown = unknownKeys(body, contacts.definitions);
  if (unknown.length > 0) return invalidCustomField(unknown);
  return written(contacts.replace(id, body), 200, "update", asked);
}

/** @param {Contacts} contacts @param {string} id */
function remove(contacts, id) {
  if (contacts.entry(id)?.native) return readOnly();
  return contacts.delete(id) ? empty(204) : contactNotFound();
}

/**
 * @param {ReturnType<Contacts["replace"]>} outcome
 * @param {number} status @param {"create" | "update"} verb @param {Asked} asked
 * @returns {Answer}
 */
function written(outcome, status, verb, asked) {
  if (!outcome) return contactNotFound();
  if ("contact" in outcome) return json(status, { data: outcome.contact });
  // The pair of a contact that is gone: Quo fails, it does not refuse.
  return outcome.refusal === "burnt" ? unknownError(asked.url.pathname) : conflict(verb);
}

/** @param {string} [text] @returns {any} nothing where it is not JSON */
function parse(text = "") {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
