/** `POST /contacts`: from a request to a contact, or to everything that stands against it. */
import { admit } from "./access.mjs";
import { json } from "./answers.mjs";
import { readRecord } from "./body.mjs";
import { challenge, takeToken } from "./challenge.mjs";
import { refuseKeys } from "./credentials.mjs";
import { currentDefinitions } from "./definitions.mjs";
import { deliver } from "./deliver.mjs";
import { checkIdentity, externalIdOf, idempotencyKey } from "./identity.mjs";
import { inTheForm, judge } from "./schema.mjs";

/** @typedef {import("quo-contacts").ContactPayload} ContactPayload */

/**
 * @param {Request} request
 * @param {import("../types.d.ts").Host} host
 * @param {import("../types.d.ts").Log} log
 * @param {string} id of the request
 * @returns {Promise<Response>}
 */
export async function submit(request, host, log, id) {
  const { config } = host;
  admit(request, config);
  refuseKeys(request);
  const key = idempotencyKey(request);
  const record = await readRecord(request);
  const token = takeToken(record);

  const definitions = await currentDefinitions(host, log);
  checkIdentity(config.identity, definitions);
  const verdict = judge(record, definitions, config, request.headers.get("accept-language") ?? "");
  if (verdict.issues) return refused(verdict.issues, log);
  const { value, warnings } = verdict;
  // Last of all, because a token is good for one time only.
  await challenge(token, config.challenge);

  const contact = ours(value, config.source);
  const externalId = await externalIdOf(contact, key, config.identity);
  const submission = {
    version: /** @type {const} */ (1),
    request: id,
    payload: { ...contact, externalId },
  };
  // Goes on when the visitor has left.
  const delivering = deliver(submission, host, log);
  host.waitUntil(delivering.catch(() => {}));
  const delivered = await delivering;

  if ("issues" in delivered) {
    return refused(inTheForm(delivered.issues, record, definitions, config), log);
  }
  if ("queued" in delivered) return json(202, { queued: true, warnings });
  log("contact", { contact: delivered.id, outcome: delivered.outcome });
  return json(delivered.outcome === "created" ? 201 : 200, { id: delivered.id, warnings });
}

/** What a contact is and where it comes from is not for the page to say. @param {ContactPayload} value @param {string} source */
const ours = ({ defaultFields, customFields = [] }, source) => ({
  source,
  defaultFields,
  customFields,
});

/** @param {readonly import("quo-contacts").Issue[]} issues @param {import("../types.d.ts").Log} log */
function refused(issues, log) {
  log("issues", { codes: [...new Set(issues.map(({ code }) => code))] });
  return json(422, { issues });
}
