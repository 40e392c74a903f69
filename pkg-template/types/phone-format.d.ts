// The interface of `quo-contacts/phone/format`, kept by hand: all of `quo-contacts/phone`, and how numbers
// are laid out.
export * from "./phone.js";

/** Where a number without a calling code is at home. */
export interface PhoneStateOptions {
  /** ISO 3166-1 alpha-2, in either case. */
  readonly country?: string | null | undefined;
}

/** A field in which a number is being typed. */
export interface PhoneState {
  /** The text, laid out as far as it goes; with anything but digits and marks it stays as it is. */
  formatted: string;
  /** The number, as soon as it is valid. */
  e164?: string;
  /** Whether the number is valid as it stands. */
  complete: boolean;
  /** Whether it is, or can become, a number by typing on. */
  possible: boolean;
  /** Why it can't: the code that `normalizePhone` has for it. Never there while digits are merely missing. */
  reason?:
    | "not_a_phone_number"
    | "country_required"
    | "unknown_calling_code"
    | "phone_too_short"
    | "phone_too_long"
    | "phone_invalid_length"
    | "local_only"
    | "phone_not_in_use"
    | "scientific_notation"
    | "several_numbers";
}

/**
 * The state of a field that holds `text`, which may have been laid out before.
 *
 * ```js
 * phoneState("415555", { country: "US" }); // { formatted: "415-555", complete: false, possible: true }
 * phoneState("4155552671", { country: "US" }); // { formatted: "(415) 555-2671", e164: "+14155552671", complete: true, possible: true }
 * ```
 *
 * Throws `QuoContactsError` for misuse only: `unknown_country`, `invalid_options`.
 */
export declare function phoneState(text: string, options?: PhoneStateOptions): PhoneState;

/** How a number is written out. */
export interface FormatOptions extends PhoneStateOptions {
  /**
   * As in its own country (`national`), as from abroad (`international`, the default), for machines (`e164`),
   * or as a link that dials (`rfc3966`), which alone keeps the extension.
   */
  readonly style?: "national" | "international" | "e164" | "rfc3966" | null | undefined;
}

/**
 * Writes a number out, as libphonenumber does. It need not be valid; undefined is the answer to what is no
 * number at all.
 *
 * ```js
 * formatPhone("+14155552671", { style: "national" }); // "(415) 555-2671"
 * formatPhone("415 555 2671 x9", { country: "US", style: "rfc3966" }); // "tel:+1-415-555-2671;ext=9"
 * ```
 *
 * Throws `QuoContactsError` for misuse only: `unknown_country`, `invalid_options`.
 */
export declare function formatPhone(text: string, options?: FormatOptions): string | undefined;
