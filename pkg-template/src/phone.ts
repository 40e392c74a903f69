// Phone numbers without a mapper. Texts cross as UTF-16 units in a piece of the engine's memory, many at
// once. For a number with which all is well two numbers come back, of which the verdict is made here; for
// others also a text with what is to be said. JSON would cost several times what the engine takes.
import { phone_answer, phone_answers, phone_batch, phone_country, phone_units } from "#glue";
import type { Issue, MessagesOptions, PhoneNumber, PhoneOptions, Verdict } from "#types";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { phone } from "./messages/en-phone.js";
import { checked, worded, wording } from "./messages.js";
import { call, generation, memory } from "./runtime.js";

/** The engine's rooms for texts and for answers: `UNITS` and `BATCH` of `src/wasm/phone.rs`. */
const UNITS = 1 << 14;
const BATCH = 1 << 10;
const LETTERS = 16;
/** No number of all that are written plainly is longer; what is, takes the long way. */
const QUICK = 64;
/** Of 250 characters: no longer text is a number. */
const LONGEST = 500;
/** So many verdicts still fit a browser's memory. */
const MOST = 1_000_000;

/** In the order of `Kind::ALL`. */
const TYPES = [
  "fixed_line",
  "mobile",
  "fixed_line_or_mobile",
  "toll_free",
  "premium_rate",
  "shared_cost",
  "voip",
  "personal_number",
  "pager",
  "uan",
  "voicemail",
  "unknown",
] as const satisfies readonly PhoneNumber["type"][];
/** No country: what stands behind the last of 26 × 26 codes. */
const NONE = 26 * 26;

/** Options, read once. */
interface Settings {
  readonly country: number;
  readonly level: number;
  /** Other texts than the English ones, if any were asked for. */
  readonly asked: MessagesOptions | undefined;
}

let units = new Uint16Array();
let answers = new Float64Array();
let viewed = 0;

/** The engine's rooms may be elsewhere after every call: its memory grew, or it is a new one. */
const look = (): void => {
  if (viewed === generation() && units.length > 0) return;
  const { buffer } = memory();
  units = new Uint16Array(buffer, phone_units(), UNITS);
  answers = new Float64Array(buffer, phone_answers(), 2 * BATCH);
  viewed = generation();
};

/** One of the two numbers of the last answer. */
export const answer = (place: 0 | 1): number => {
  look();
  return answers[place] as number;
};

export const normalizePhone = (text: string, options?: PhoneOptions): Verdict<PhoneNumber> => {
  const settings = settled(options);
  const verdict = call(() => one(typed(text), settings));
  return settings.asked ? spoken(verdict, settings.asked) : verdict;
};

export const normalizePhones = (
  texts: readonly string[],
  options?: PhoneOptions,
): Verdict<PhoneNumber>[] => {
  const settings = settled(options);
  const count = counted(texts);
  const verdicts = new Array<Verdict<PhoneNumber>>(count);
  for (let done = 0; done < count; ) {
    const some = copied(texts, done, Math.min(count, done + BATCH));
    done += call(() => batch(some, settings, verdicts, done));
  }
  // Only now: a text of the caller's is a function, which may come back here in the middle of a batch.
  const { asked } = settings;
  if (asked) for (const verdict of verdicts) spoken(verdict, asked);
  return verdicts;
};

const one = (text: string, settings: Settings): Verdict<PhoneNumber> => {
  if (text.length <= QUICK) {
    look();
    put(text, 0);
    phone_batch(1, settings.country, settings.level);
    look();
    const digits = answers[0] as number;
    if (digits > 0) return good(`+${digits}`, answers[1] as number);
  }
  return asked(text, settings);
};

/** The whole verdict. */
const asked = (text: string, { country, level }: Settings): Verdict<PhoneNumber> => {
  const length = phone_answer(write(bounded(text)), country, level);
  look();
  return told(length, answers[0] as number, answers[1] as number);
};

/** Sets the verdicts on some texts, as many as fit in the room; gives how many these are. */
const batch = (
  texts: readonly string[],
  settings: Settings,
  verdicts: Verdict<PhoneNumber>[],
  from: number,
): number => {
  look();
  let count = 0;
  for (let at = 0; count < texts.length && at < UNITS - QUICK; count++) {
    const text = texts[count] as string;
    // One that takes the long way stands as an empty text here, so that each has its place.
    at = put(text.length <= QUICK ? text : "", at);
  }
  phone_batch(count, settings.country, settings.level);
  look();
  // One text for all, to be cut, is the cheapest way to many.
  const { buffer, byteOffset, byteLength } = answers;
  const letters = new Uint8Array(buffer, byteOffset + byteLength, LETTERS * count);
  const all = new TextDecoder().decode(letters);
  for (let index = 0; index < count; index++) {
    // What the long way answers with stands where the first of the batch stood, which was read already.
    const tag = answers[2 * index + 1] as number;
    const at = LETTERS * index;
    verdicts[from + index] =
      tag > 0
        ? good(all.slice(at, at + (tag >> 14)), tag)
        : asked(texts[index] as string, settings);
  }
  return count;
};

/** Most have nothing to say, and then no language need be chosen. */
const spoken = (verdict: Verdict<PhoneNumber>, asked: MessagesOptions): Verdict<PhoneNumber> =>
  verdict.issues || verdict.warnings.length > 0 ? worded(verdict, wording(phone, asked)) : verdict;

/** Writes a text behind its length; gives the place behind it. */
const put = (text: string, at: number): number => {
  const { length } = text;
  units[at] = length;
  for (let index = 0; index < length; index++) units[at + 1 + index] = text.charCodeAt(index);
  return at + 1 + length;
};

/** One literal for all of it: so the runtime sees at one place that what is made here stays. */
const good = (e164: string, tag: number) => ({
  value: {
    e164,
    country: country((tag >> 4) & 1023),
    type: TYPES[tag & 15],
  } as PhoneNumber,
  warnings: [] as Issue[],
});

const countries: (string | null)[] = [];
const country = (number: number): string | null => {
  const known = countries[number];
  if (known !== undefined) return known;
  const letters = String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26));
  countries[number] = number === NONE ? null : letters;
  return country(number);
};

/** A verdict with more to say: the extension, and remarks with what may have been meant. */
const told = (length: number, digits: number, tag: number): Verdict<PhoneNumber> => {
  place = 0;
  const ext = next();
  const said: Issue[] = [];
  while (place < length) {
    const code = CODES[units[place++] as number] as keyof typeof phone;
    const issue: Issue = { code, message: phone[code], path: [], params: {} };
    const count = units[place++] as number;
    if (count > 0) issue.suggestions = Array.from({ length: count }, next);
    said.push(issue);
  }
  if (digits === 0) return { issues: said, warnings: [] };
  const verdict = good(`+${digits}`, tag);
  if (ext) verdict.value.ext = ext;
  verdict.warnings = said;
  return verdict;
};

let place = 0;
/** The text that stands at the place behind its length; few have more than some units. */
const next = (): string => {
  let text = "";
  for (let end = place + 1 + (units[place++] as number); place < end; place++)
    text += String.fromCharCode(units[place] as number);
  return text;
};

/** The codes of remarks, by their numbers. */
export const CODES = Object.keys(phone) as (keyof typeof phone)[];

/** Writes a text into the engine's room; gives its length. */
export const write = (text: string): number => {
  look();
  const { length } = text;
  for (let index = 0; index < length; index++) units[index] = text.charCodeAt(index);
  return length;
};

/** The text that the engine left in its room. */
export const taken = (length: number): string => {
  look();
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
};

/** What the engine drops from both ends of a text; all else is what counts. */
const INK = /[^\s\x85\u200B]/;

/** A text that fits the engine's room, and on which its verdict is the same. */
export const bounded = (text: string): string => {
  if (text.length < UNITS / 2) return text;
  const start = text.search(INK);
  if (start < 0) return "";
  const end = start + LONGEST + 1;
  return INK.test(text.slice(end)) ? "?".repeat(LONGEST + 1) : text.slice(start, end);
};

/** What forms and rows hold in place of a text; the engine says what is wrong with nothing. */
export const typed = (value: unknown): string => {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "bigint":
      return String(value);
    default:
      return "";
  }
};

const counted = (texts: unknown): number => {
  try {
    if (Array.isArray(texts) && texts.length <= MOST) return texts.length;
  } catch (cause) {
    throw notTexts(cause);
  }
  throw notTexts();
};

/** Some of the texts, read before anything crosses: a getter may throw, or come back here. */
const copied = (texts: readonly unknown[], from: number, to: number): string[] => {
  const some: string[] = [];
  try {
    for (let index = from; index < to; index++) some.push(typed(texts[index]));
  } catch (cause) {
    throw notTexts(cause);
  }
  return some;
};

const notTexts = (cause?: unknown): QuoContactsError =>
  new QuoContactsError(
    "invalid_options",
    `expected an array of at most ${MOST} texts`,
    cause === undefined ? undefined : { cause },
  );

const NO_OPTIONS = {};
/** Options of a call, if they have the shape that is documented. */
export const known = <T extends object>(
  options: T | undefined,
  names: readonly string[],
  what: string,
): Partial<T> => {
  if (options === undefined) return NO_OPTIONS;
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw invalidOptions("expected options, an object");
  for (const name in options) {
    if (!names.includes(name) && Object.hasOwn(options, name))
      throw invalidOptions(`\`${name}\` is no option of ${what}`, name);
  }
  return options;
};

const OPTIONS = [
  "country",
  "level",
  "messages",
  "languages",
  "locale",
] satisfies (keyof PhoneOptions)[];

const settled = (options: PhoneOptions | undefined): Settings => {
  const asked = known(options, OPTIONS, "a phone number");
  const speaks = asked.messages ?? asked.languages ?? asked.locale;
  return {
    country: home(asked.country),
    level: leveled(asked.level),
    asked: speaks === undefined ? undefined : checked(asked),
  };
};

/** Numbers of countries by what callers write; a few hundred at most, since only known ones are kept. */
const homes = new Map<unknown, number>();
let lastHome: unknown;
let lastNumber = NONE;

/** The number of a country. Null, which forms and databases hold, is as good as nothing. */
export const home = (code: unknown): number => {
  if (code === undefined || code === null) return NONE;
  if (code === lastHome) return lastNumber;
  const known = homes.get(code) ?? looked(code);
  homes.set(code, known);
  lastHome = code;
  lastNumber = known;
  return known;
};

const looked = (code: unknown): number => {
  if (typeof code !== "string") throw invalidOptions("`country`: expected a text", "country");
  const [first, second] = Array.from(code.toUpperCase(), (c) => c.charCodeAt(0) - 65);
  const number = /^[a-z]{2}$/i.test(code) ? 26 * (first as number) + (second as number) : NONE;
  if (number < NONE && call(() => phone_country(number))) return number;
  throw new QuoContactsError(
    "unknown_country",
    `\`country\`: expected a country's ISO 3166-1 code such as \`US\`, found \`${code}\``,
  );
};

const LEVELS: readonly unknown[] = ["shape", "possible", "valid"];

const leveled = (level: unknown): number => {
  if (level === undefined || level === null) return 2;
  const number = LEVELS.indexOf(level);
  if (number >= 0) return number;
  throw invalidOptions("`level`: expected `shape`, `possible` or `valid`", "level");
};
