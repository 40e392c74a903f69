// The values of a row, in the flat form and in UTF-8 at once: most records are the rows of one form or table, and
// hold nothing but texts, numbers and booleans. Whatever else one holds, `record.ts` reads it.
import { roomFor, turn } from "./exchange.js";
import { isKeyed, VALUES } from "./record.js";

/** More columns than this no table has. */
const COLUMNS = 256;
/** A NUL, or what may be half of a character. */
const ODD = /[\0\ud800-\udfff]/;

/** The names of what a plain object holds, and none for anything else. */
export const columnsOf = (record: unknown): readonly string[] => {
  try {
    if (!isPlain(record)) return [];
    const columns = Object.keys(record);
    // The engine would know a name that is not plainly text by another one.
    return columns.length > COLUMNS || columns.some((name) => ODD.test(name)) ? [] : columns;
  } catch {
    // A proxy that throws.
    return [];
  }
};

const isPlain = (record: unknown): record is Readonly<Record<string, unknown>> => {
  if (typeof record !== "object" || record === null) return false;
  const prototype = Object.getPrototypeOf(record);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Writes a row into the room; says how many bytes it has, or less than none for a record that has other columns or
 * needs a closer look.
 */
export const writeRow = (record: unknown, columns: readonly string[]): number => {
  try {
    if (!isPlain(record)) return -1;
    const room = roomFor(0);
    const started = turn;
    let at = 0;
    let index = 0;
    // What is inherited has no column, so that it is told apart, too.
    for (const column in record) {
      if (column !== columns[index++]) return -1;
      const value = record[column];
      // A getter came back here with another record, and the room is that one's.
      if (turn !== started) return -1;
      at = Array.isArray(value) ? list(room, at, value) : scalar(room, at, value);
      if (at < 0) return -1;
    }
    return index === columns.length ? at : -1;
  } catch {
    // A getter that throws.
    return -1;
  }
};

// Each of these writes at a place, and answers with the place behind, or with less than none.

const scalar = (room: Uint8Array, at: number, value: unknown): number => {
  switch (typeof value) {
    case "string":
      return token(room, at, TEXT, value);
    case "number":
      return token(room, at, NUMBER, String(value));
    case "boolean":
      return token(room, at, value ? TRUE : FALSE, "");
    case "undefined":
      return token(room, at, UNDEFINED, "");
    default:
      return value === null ? token(room, at, NULL, "") : -1;
  }
};

/** What all columns can hold without coming near the most values that a record can have. */
const LONG = Math.floor(VALUES / COLUMNS) - 2;

/** An array of scalars. */
const list = (room: Uint8Array, from: number, value: readonly unknown[]): number => {
  // So many values need counting.
  if (Object.getPrototypeOf(value) !== Array.prototype || value.length > LONG || isKeyed(value))
    return -1;
  const started = turn;
  let at = token(room, from, BEGIN, "");
  for (let index = 0; index < value.length && at >= 0; index++) {
    const item = value[index];
    if (turn !== started) return -1;
    at = scalar(room, at, item);
  }
  return at < 0 ? at : token(room, at, END, "");
};

/** The tags, as character codes: `s n t f u 0 [ ]`. */
const [TEXT, NUMBER, TRUE, FALSE, UNDEFINED, NULL, BEGIN, END] = [
  115, 110, 116, 102, 117, 48, 91, 93,
];

/** Refuses a text that does not fit, or that is not plainly text. */
const token = (room: Uint8Array, from: number, tag: number, text: string): number => {
  const { length } = text;
  if (from + length * 3 + 2 > room.length) return -1;
  let at = from;
  room[at++] = tag;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      // A NUL ends a token.
      if (unit === 0) return -1;
      room[at++] = unit;
    } else if (unit < 0x800) {
      room[at++] = 0xc0 | (unit >> 6);
      room[at++] = 0x80 | (unit & 0x3f);
    } else {
      // Half of a character, or of none.
      if (unit >= 0xd800 && unit < 0xe000) return -1;
      room[at++] = 0xe0 | (unit >> 12);
      room[at++] = 0x80 | ((unit >> 6) & 0x3f);
      room[at++] = 0x80 | (unit & 0x3f);
    }
  }
  room[at++] = 0;
  return at;
};
