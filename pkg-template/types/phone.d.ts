// The interface of `quo-contacts/phone`, kept by hand; `src/declared.ts` and the compiler see to it that the code
// does what is declared here.
import type { MessagesOptions, Verdict } from "./index.js";

export type {
  EngineSource,
  ErrorDetails,
  Issue,
  Language,
  Messages,
  MessagesOptions,
  Verdict,
} from "./index.js";
export { init, initSync, isReady, QuoContactsError } from "./index.js";

/** A phone number that was let through. */
export interface PhoneNumber {
  /** `+`, calling code, national number: `+14155552671`. At most 15 digits. */
  e164: string;
  /** The ISO 3166-1 alpha-2 code of the country; null for a number that belongs to none, such as +800. */
  country: string | null;
  /** What the number is used for, as libphonenumber tells it. */
  type:
    | "fixed_line"
    | "mobile"
    | "fixed_line_or_mobile"
    | "toll_free"
    | "premium_rate"
    | "shared_cost"
    | "voip"
    | "personal_number"
    | "pager"
    | "uan"
    | "voicemail"
    | "unknown";
  /** The digits of the extension, which E.164 has no place for; a warning says that it was left out. */
  ext?: string;
}

/** How a phone number is read. */
export interface PhoneOptions extends MessagesOptions {
  /** Where a number without a calling code is at home: ISO 3166-1 alpha-2, in either case. */
  readonly country?: string | null | undefined;
  /**
   * How much must be known about a number: that it can be written as E.164 (`shape`), that its length is in
   * use (`possible`), or that its range is assigned (`valid`, the default).
   */
  readonly level?: "shape" | "possible" | "valid" | null | undefined;
}

/**
 * Reads a phone number as people type them. Never throws for bad data: a text that is no number has
 * `issues` (one, with the numbers that may have been meant), and what was done to one that is stands in `warnings`.
 *
 * ```js
 * normalizePhone("(415) 555-2671", { country: "US" }).value; // { e164: "+14155552671", country: "US", type: "fixed_line_or_mobile" }
 * normalizePhone("00442079460958", { country: "US" }).issues; // [{ code: "phone_too_long", suggestions: ["+442079460958"], … }]
 * ```
 *
 * Throws `QuoContactsError` for misuse only: `unknown_country` (`{ country: "UK" }`) and `invalid_options`
 * (`{ contry: "US" }`, `{ level: "loose" }`), each with the option in the message.
 */
export declare function normalizePhone(text: string, options?: PhoneOptions): Verdict<PhoneNumber>;

/**
 * Reads many texts: the verdict at each place is that of `normalizePhone` on the text there, at a fraction
 * of its time. What is no text (a hole, null, an object) is an empty one.
 *
 * ```js
 * normalizePhones(["+1 415 555 2671", ""]).map(({ value, issues }) => value?.e164 ?? issues[0].code); // ["+14155552671", "required"]
 * ```
 *
 * Throws as `normalizePhone` does, and `invalid_options` for what is no array, can't be read, or holds more
 * than a million texts.
 */
export declare function normalizePhones(
  texts: readonly string[],
  options?: PhoneOptions,
): Verdict<PhoneNumber>[];
