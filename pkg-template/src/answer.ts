// Builds a payload out of the flat form in which verdicts on records cross. What stands where is written
// in the engine's encoder, `src/ffi/answer.rs`.
import type { ContactPayload, Issue, Messages, PayloadItem, Verdict } from "#types";
import { inOwnWords, read } from "./messages.js";

type CustomField = NonNullable<ContactPayload["customFields"]>[number];

/** The signs, as character codes. */
const [NULL, TRUE, FALSE, NUMBER, TEXT, TEXTS] = [48, 116, 102, 110, 115, 91];
/** The sign of the first definition. */
const FIRST = 32;

// One answer at a time is read, from nothing that could call back.
let tokens: readonly string[] = [];
let at = 0;
let known: readonly string[] = [];

const token = (): string => tokens[at++] as string;

/** `keys` are those of the mapper's definitions. */
export const readAnswer = (
  answer: string,
  keys: readonly string[],
  messages: Messages | undefined,
): Verdict<ContactPayload> => {
  if (answer.startsWith("i")) return read<ContactPayload>(answer.slice(1), messages);
  tokens = answer.split("\0");
  at = 0;
  known = keys;
  const value = payload();
  const said = token();
  const warnings = said === "" ? [] : inOwnWords(JSON.parse(said) as Issue[], messages);
  return { value, warnings };
};

const payload = (): ContactPayload => {
  const signs = token();
  const fields: ContactPayload["defaultFields"] = { firstName: single(signs, 1) ?? null };
  const lastName = single(signs, 2);
  if (lastName !== undefined) fields.lastName = lastName;
  const company = single(signs, 3);
  if (company !== undefined) fields.company = company;
  const role = single(signs, 4);
  if (role !== undefined) fields.role = role;
  const createdByUserId = single(signs, 5);
  const source = single(signs, 6);
  const sourceUrl = single(signs, 7);
  const externalId = single(signs, 8);
  const emails = items("email");
  if (emails) fields.emails = emails;
  const phoneNumbers = items("phone");
  if (phoneNumbers) fields.phoneNumbers = phoneNumbers;
  const made: ContactPayload = { defaultFields: fields };
  const customFields = custom();
  if (customFields) made.customFields = customFields;
  if (createdByUserId) made.createdByUserId = createdByUserId;
  if (source) made.source = source;
  if (sourceUrl) made.sourceUrl = sourceUrl;
  if (externalId !== undefined) made.externalId = externalId;
  return made;
};

const single = (signs: string, place: number): string | null | undefined => {
  const sign = signs.charCodeAt(place);
  return sign === TEXT ? token() : sign === NULL ? null : undefined;
};

const items = (label: string): PayloadItem[] | undefined => {
  const signs = token();
  if (signs === "-") return undefined;
  const list: PayloadItem[] = [];
  for (let place = 0; place < signs.length; place++) {
    const name = signs.charCodeAt(place) === TEXT ? token() : label;
    list.push({ name, value: token() });
  }
  return list;
};

const custom = (): CustomField[] | undefined => {
  const signs = token();
  if (signs === "-") return undefined;
  const list: CustomField[] = [];
  for (let place = 0; place < signs.length; place += 2) {
    const key = known[signs.charCodeAt(place) - FIRST] as string;
    list.push({ key, value: customValue(signs.charCodeAt(place + 1)) });
  }
  return list;
};

const customValue = (sign: number): CustomField["value"] => {
  switch (sign) {
    case TEXT:
      return token();
    case NUMBER:
      return Number(token());
    case TRUE:
      return true;
    case FALSE:
      return false;
    case TEXTS: {
      const texts: string[] = [];
      for (let left = Number(token()); left > 0; left--) texts.push(token());
      return texts;
    }
    default:
      return null;
  }
};
