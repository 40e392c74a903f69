// Display formats, and the state of a field in which a number is being typed.
import { phone_format, phone_state } from "#format-glue";
import type { FormatOptions, PhoneState, PhoneStateOptions } from "#types/phone-format";
import { invalidOptions } from "./errors.js";
import { answer, CODES, home, known, taken, typed, write } from "./phone.js";
import { call } from "./runtime.js";

/** In characters, of two units at most: a longer text is no number, and is shown as it is. */
const LONGEST = 250;
const STYLES: readonly unknown[] = ["national", "international", "e164", "rfc3966"];

export const phoneState = (text: string, options?: PhoneStateOptions): PhoneState => {
  const { country } = known(options, ["country"], "the state of a number");
  const number = home(country);
  const whole = typed(text);
  // So much shows that it is too long.
  const read = whole.slice(0, 4 * LONGEST);
  return call(() => {
    const formatted = taken(phone_state(write(read), number));
    const [digits, facts] = [answer(0), answer(1)];
    const state: PhoneState = {
      formatted: read === whole ? formatted : whole,
      complete: (facts & 1) > 0,
      possible: (facts & 2) > 0,
    };
    if (digits > 0) state.e164 = `+${digits}`;
    if (facts > 3) state.reason = CODES[facts >> 2] as NonNullable<PhoneState["reason"]>;
    return state;
  });
};

export const formatPhone = (text: string, options?: FormatOptions): string | undefined => {
  const { country, style } = known(options, ["country", "style"], "a number's format");
  const number = home(country);
  const kind = style === undefined || style === null ? 1 : STYLES.indexOf(style);
  if (kind < 0) {
    throw invalidOptions(
      "`style`: expected `national`, `international`, `e164` or `rfc3966`",
      "style",
    );
  }
  const whole = typed(text);
  if (whole.length > 2 * LONGEST) return undefined;
  return call(() => taken(phone_format(write(whole), number, kind))) || undefined;
};
