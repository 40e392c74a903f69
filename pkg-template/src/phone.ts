// One phone number, without a mapper.
import { normalize_phone } from "#glue";
import type { PhoneNumber, PhoneOptions, Verdict } from "#types";
import { invalidOptions } from "./errors.js";
import { read } from "./messages.js";
import { call } from "./runtime.js";

const OPTIONS: readonly string[] = [
  "country",
  "level",
  "messages",
] satisfies (keyof PhoneOptions)[];

export const normalizePhone = (text: string, options: PhoneOptions = {}): Verdict<PhoneNumber> => {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw invalidOptions("expected options, an object");
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined)
    throw invalidOptions(`\`${unknown}\` is no option of a phone number`, unknown);
  const country = word("country", options.country);
  const level = word("level", options.level);
  return read<PhoneNumber>(
    call(() => normalize_phone(typed(text), country, level)),
    options.messages,
  );
};

/** What forms and rows hold in place of a text; the engine says what is wrong with nothing. */
const typed = (value: unknown): string =>
  ["string", "number", "bigint"].includes(typeof value) ? String(value) : "";

/** Null, which forms and databases hold, is as good as nothing. */
const word = (name: string, value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw invalidOptions(`\`${name}\`: expected a text`, name);
};
