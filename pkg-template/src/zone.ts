// What the host knows about time zones, asked for by the engine.
import { QuoContactsError } from "./errors.js";

/** There are some 600 names of zones, but each can be written with any case. */
const formats = new Map<string, Intl.DateTimeFormat>();

const format = (zone: string): Intl.DateTimeFormat => {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    if (formats.size >= 600) formats.clear();
    formats.set(zone, known);
  }
  return known;
};

/** Throws for a zone that the host does not know. */
export const checkZone = (zone: unknown): void => {
  if (zone === undefined || zone === null) return;
  try {
    if (typeof zone === "string") {
      format(zone);
      return;
    }
  } catch {
    // Said below.
  }
  throw new QuoContactsError(
    "unknown_time_zone",
    "expected an IANA time zone that this host knows, such as `America/New_York`",
  );
};

/** What was answered, by zone and minute: the dates of one import come again and again. */
const answers = new Map<string, number>();

/** Since 1973, offsets are whole minutes and change at whole minutes; before that, at any second. */
const WHOLE_MINUTES = Date.UTC(1973, 0) / 1000;

/** Local time minus UTC, in seconds, at a moment of the years 1 to 9999; NaN where the host can't tell. */
export const offsetOf = (zone: string, utcSeconds: number): number => {
  if (!(utcSeconds >= WHOLE_MINUTES)) return ask(zone, utcSeconds);
  const key = `${zone} ${Math.floor(utcSeconds / 60)}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = ask(zone, utcSeconds);
    if (answers.size >= 10_000) answers.clear();
    answers.set(key, answer);
  }
  return answer;
};

const ask = (zone: string, utcSeconds: number): number => {
  try {
    const part = { era: "", year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format(zone).formatToParts(utcSeconds * 1000)) {
      if (type === "era") part.era = value;
      else if (type in part) part[type as "year"] = Number(value);
    }
    // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
    const local = new Date(0);
    local.setUTCFullYear(
      part.era.startsWith("B") ? 1 - part.year : part.year,
      part.month - 1,
      part.day,
    );
    local.setUTCHours(part.hour, part.minute, part.second);
    return local.getTime() / 1000 - Math.floor(utcSeconds);
  } catch {
    return Number.NaN;
  }
};
