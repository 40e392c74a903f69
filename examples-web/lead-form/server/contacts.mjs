/**
 * `POST /contacts`: checks again what the page has checked, because anybody can send anything, and makes the
 * contact. 201 or 200 with its id, 422 with issues in the form's own paths, 4xx for what no page of ours sends,
 * 503 when Quo does not answer: the page says so, and the next try has the same key, so nothing is made twice.
 */
import { readBody } from "./body.mjs";

/** In bytes; the longest form that a person fills in is far below. */
const LONGEST = 32_768;
const KEY = /^[\w-]{16,64}$/;

/** @typedef {{ status: number, body: object, headers?: Record<string, string> }} Answer */
/** @typedef {{ defaultFields: object, customFields?: object[] }} Payload */

/**
 * @param {object} parts
 * @param {{ "~standard": { validate: (value: unknown, options: object) => { value?: Payload | undefined, issues?: object[] | undefined } } }} parts.schema
 * @param {{ locale: string, messages: object }[]} parts.languages what issues say, besides English
 * @param {{ upsert: (payload: any) => Promise<{ outcome: string, contact: { id: string } }> }} parts.client
 * @param {(told: object) => void} parts.log gets codes: what Quo answers quotes the contact
 * @returns {(request: import("node:http").IncomingMessage) => Promise<Answer>}
 */
export function contactsRoute({ schema, languages, client, log }) {
  return async (request) => {
    const { headers } = request;
    if (request.method !== "POST") {
      return { status: 405, body: { error: "POST only" }, headers: { allow: "POST" } };
    }
    if (!fromOurPage(headers)) return { status: 403, body: { error: "from the page only" } };
    if (!/^application\/json *(;|$)/i.test(headers["content-type"] ?? "")) {
      return { status: 415, body: { error: "JSON only" } };
    }
    const key = headers["idempotency-key"];
    if (typeof key !== "string" || !KEY.test(key)) {
      return { status: 400, body: { error: "an Idempotency-Key is missing" } };
    }
    const text = await readBody(request, LONGEST);
    if (text === undefined) {
      return { status: 413, body: { error: "too large" }, headers: { connection: "close" } };
    }
    const record = parsed(text);
    if (record === undefined) return { status: 400, body: { error: "no JSON" } };

    // The page asks for the one language that it is in.
    const language = languages.find(({ locale }) => locale === headers["accept-language"]);
    const libraryOptions = { messages: language?.messages };
    const { value, issues } = schema["~standard"].validate(record, { libraryOptions });
    if (!value) return { status: 422, body: { issues } };
    // Where the contact is from is ours to say: whatever else the record held stays out.
    const { defaultFields, customFields = [] } = value;
    const payload = { defaultFields, customFields, source: "lead-form", externalId: key };
    try {
      const { outcome, contact } = await client.upsert(payload);
      return { status: outcome === "created" ? 201 : 200, body: { id: contact.id } };
    } catch (error) {
      log(toldOf(error));
      return { status: 503, body: { error: "not now" }, headers: { "retry-after": "5" } };
    }
  };
}

/** @param {any} error of the client */
const toldOf = ({ name, code = name, details }) => ({
  code,
  status: details?.status,
  trace: details?.trace,
});

/** Browsers say where a request comes from; a page elsewhere can't say otherwise. @param {import("node:http").IncomingHttpHeaders} headers */
function fromOurPage({ origin, host, "sec-fetch-site": site }) {
  if (site !== undefined) return site === "same-origin";
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
