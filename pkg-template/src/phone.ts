// One phone number, without a mapper.
import { normalize_phone } from "#glue";
import type { PhoneNumber, PhoneOptions, Verdict } from "#types";
import { invalidOptions } from "./errors.js";
import { read } from "./messages.js";
import { call } from "./runtime.js";

export const normalizePhone = (text: string, options: PhoneOptions = {}): Verdict<PhoneNumber> => {
  const { country, level, messages } = options;
  word("country", country);
  word("level", level);
  return read<PhoneNumber>(
    call(() => normalize_phone(typed(text), country, level)),
    messages,
  );
};

/** What forms and rows hold in place of a text; the engine says what is wrong with nothing. */
const typed = (value: unknown): string =>
  ["string", "number", "bigint"].includes(typeof value) ? String(value) : "";

const word = (name: string, value: unknown): void => {
  if (value !== undefined && typeof value !== "string") {
    throw invalidOptions(`\`${name}\`: expected a text`, name);
  }
};
