/** Reads the body of a request, whatever was sent: not too much of it, not too deep, and no key. */
import { keyInRequest, namesKey } from "./credentials.mjs";
import { Refusal } from "./refusal.mjs";

/** In bytes. A contact takes a few hundred; a message of the queue may have 128,000. */
const LIMIT = 64 * 1024;
/** Containers inside containers. A contact needs three. */
const DEPTH = 16;

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * @param {Request} request
 * @returns {Promise<Record<string, unknown> | URLSearchParams>}
 */
export async function readRecord(request) {
  const type = mediaType(request);
  const text = await read(request);
  if (type === FORM_TYPE) {
    const form = new URLSearchParams(text);
    if ([...form.keys()].some(namesKey)) throw keyInRequest();
    return form;
  }
  const record = /** @type {Record<string, unknown>} */ (parse(text));
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw malformed();
  inspect(record);
  return record;
}

/** @param {Request} request */
function mediaType(request) {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const utf8 = parameters.every(
    (part) => !/^charset=/.test(part) || /^charset="?utf-8"?$/.test(part),
  );
  if (
    (type === JSON_TYPE || type === FORM_TYPE) &&
    utf8 &&
    !request.headers.has("content-encoding")
  ) {
    return type;
  }
  throw new Refusal(415, "unsupported_media_type", "expected JSON or a form, in UTF-8", {
    "accept-post": `${JSON_TYPE}, ${FORM_TYPE}`,
  });
}

/** What the header says is only what the header says: the bytes are counted as they come. @param {Request} request */
async function read(request) {
  if (Number(request.headers.get("content-length")) > LIMIT) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  let text = "";
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > LIMIT) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof Refusal ? error : malformed();
  }
}

/** @param {string} text @returns {unknown} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** Level by level, so that no depth is too much for the stack. @param {object} record */
function inspect(record) {
  let level = [record];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH) throw new Refusal(400, "too_deep", `expected at most ${DEPTH} levels`);
    if (level.some((value) => !Array.isArray(value) && Object.keys(value).some(namesKey))) {
      throw keyInRequest();
    }
    level = level.flatMap((value) =>
      Object.values(value).filter((inner) => typeof inner === "object" && inner !== null),
    );
  }
}

const tooLarge = () => new Refusal(413, "too_large", `expected at most ${LIMIT} bytes`);
const malformed = () => new Refusal(400, "malformed", "expected an object in JSON, or a form");
