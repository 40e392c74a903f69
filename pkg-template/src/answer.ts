// Builds a payload out of the flat form in which verdicts on records cross. What stands where is written
// in the engine's encoder, `src/ffi/answer.rs`.
import type { ContactPayload, Issue, Messages, PayloadItem, Verdict } from "#types";
import { inOwnWords, read } from "./messages.js";

type CustomField = NonNullable<ContactPayload["customFields"]>[number];

// One answer at a time is read, from nothing that could call back.
let tokens: string[] = [];
let at = 0;

const token = (): string => tokens[at++] as string;

export const readAnswer = (
  answer: string,
  messages: Messages | undefined,
): Verdict<ContactPayload> => {
  if (answer.startsWith("i")) return read<ContactPayload>(answer.slice(1), messages);
  tokens = answer.split("\0");
  at = 0;
  const value = payload();
  const said = token();
  const warnings = said === "" ? [] : inOwnWords(JSON.parse(said) as Issue[], messages);
  return { value, warnings };
};

const payload = (): ContactPayload => {
  const signs = token();
  const [firstName, lastName, company, role, createdByUserId, source, sourceUrl, externalId] = [
    single(signs, 1),
    single(signs, 2),
    single(signs, 3),
    single(signs, 4),
    single(signs, 5),
    single(signs, 6),
    single(signs, 7),
    single(signs, 8),
  ];
  const fields: ContactPayload["defaultFields"] = { firstName: firstName ?? null };
  if (lastName !== undefined) fields.lastName = lastName;
  if (company !== undefined) fields.company = company;
  if (role !== undefined) fields.role = role;
  const emails = items();
  if (emails) fields.emails = emails;
  const phoneNumbers = items();
  if (phoneNumbers) fields.phoneNumbers = phoneNumbers;
  const made: ContactPayload = { defaultFields: fields };
  const customFields = custom();
  if (customFields) made.customFields = customFields;
  if (typeof createdByUserId === "string") made.createdByUserId = createdByUserId;
  if (typeof source === "string") made.source = source;
  if (typeof sourceUrl === "string") made.sourceUrl = sourceUrl;
  if (externalId !== undefined) made.externalId = externalId;
  return made;
};

const single = (signs: string, place: number): string | null | undefined => {
  switch (signs[place]) {
    case "s":
      return token();
    case "0":
      return null;
    default:
      return undefined;
  }
};

const items = (): PayloadItem[] | undefined => {
  const count = token();
  if (count === "-") return undefined;
  const list: PayloadItem[] = [];
  for (let left = Number(count); left > 0; left--) list.push({ name: token(), value: token() });
  return list;
};

const custom = (): CustomField[] | undefined => {
  const signs = token();
  if (signs === "-") return undefined;
  const list: CustomField[] = [];
  for (let place = 0; place < signs.length; place++) {
    list.push({ key: token(), value: customValue(signs[place]) });
  }
  return list;
};

const customValue = (sign: string | undefined): CustomField["value"] => {
  switch (sign) {
    case "s":
      return token();
    case "n":
      return Number(token());
    case "t":
      return true;
    case "f":
      return false;
    case "[": {
      const texts: string[] = [];
      for (let left = Number(token()); left > 0; left--) texts.push(token());
      return texts;
    }
    default:
      return null;
  }
};
