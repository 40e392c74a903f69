// Builds a payload out of the flat form in which verdicts on records cross. What stands where is written
// in the engine's encoder, `src/ffi/answer.rs`.
import type { ContactPayload, Issue, PayloadItem, Verdict } from "#types";
import { render, type Wording, worded } from "./messages.js";

type CustomField = NonNullable<ContactPayload["customFields"]>[number];

/** The signs, as character codes: `0 t f n s [`. */
const [NULL, TRUE, FALSE, NUMBER, TEXT, BEGIN] = [48, 116, 102, 110, 115, 91];
/** Stands before a number that is no character. */
const LARGE = 0xe000;

// One answer at a time is read, from nothing that could call back.
let answer = "";
let at = 0;

const sign = (): number => answer.charCodeAt(at++);

const number = (): number => {
  const code = answer.charCodeAt(at++);
  if (code !== LARGE) return code;
  const end = answer.indexOf("\0", at);
  const digits = answer.slice(at, end);
  at = end + 1;
  return Number(digits);
};

const text = (): string => {
  const length = number();
  const start = at;
  at += length;
  return answer.slice(start, at);
};

/** `keys` are those of the mapper's definitions; `wording` is asked for where there is something to say. */
export const readAnswer = (
  said: string,
  keys: readonly string[],
  wording: () => Wording,
): Verdict<ContactPayload> => {
  if (said.startsWith("i"))
    return worded(JSON.parse(said.slice(1)) as Verdict<ContactPayload>, wording());
  answer = said;
  at = 1;
  const value = payload(keys);
  const json = answer.slice(at);
  answer = "";
  const warnings = json === "" ? [] : render(JSON.parse(json) as Issue[], wording());
  return { value, warnings };
};

const payload = (keys: readonly string[]): ContactPayload => {
  const fields: ContactPayload["defaultFields"] = { firstName: single() ?? null };
  const lastName = single();
  if (lastName !== undefined) fields.lastName = lastName;
  const company = single();
  if (company !== undefined) fields.company = company;
  const role = single();
  if (role !== undefined) fields.role = role;
  const createdByUserId = single();
  const source = single();
  const sourceUrl = single();
  const externalId = single();
  const emails = items("email");
  if (emails) fields.emails = emails;
  const phoneNumbers = items("phone");
  if (phoneNumbers) fields.phoneNumbers = phoneNumbers;
  const made: ContactPayload = { defaultFields: fields };
  const customFields = custom(keys);
  if (customFields) made.customFields = customFields;
  if (createdByUserId) made.createdByUserId = createdByUserId;
  if (source) made.source = source;
  if (sourceUrl) made.sourceUrl = sourceUrl;
  if (externalId !== undefined) made.externalId = externalId;
  return made;
};

const single = (): string | null | undefined => {
  const kind = sign();
  return kind === TEXT ? text() : kind === NULL ? null : undefined;
};

const items = (label: string): PayloadItem[] | undefined => {
  if (sign() !== BEGIN) return undefined;
  const list: PayloadItem[] = [];
  for (let left = number(); left > 0; left--) {
    const name = sign() === TEXT ? text() : label;
    list.push({ name, value: text() });
  }
  return list;
};

const custom = (keys: readonly string[]): CustomField[] | undefined => {
  if (sign() !== BEGIN) return undefined;
  const list: CustomField[] = [];
  for (let left = number(); left > 0; left--) {
    const key = keys[number()] as string;
    list.push({ key, value: customValue() });
  }
  return list;
};

const customValue = (): CustomField["value"] => {
  switch (sign()) {
    case TEXT:
      return text();
    case NUMBER:
      return Number(text());
    case TRUE:
      return true;
    case FALSE:
      return false;
    case BEGIN: {
      const texts: string[] = [];
      for (let left = number(); left > 0; left--) texts.push(text());
      return texts;
    }
    default:
      return null;
  }
};
