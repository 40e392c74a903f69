// The values of a row, in the flat form and in UTF-8 at once: most records are the rows of one form or table, and
// hold nothing but texts, numbers and booleans. Whatever else one holds, `record.ts` reads it.

/** More columns than this no table has. */
const COLUMNS = 256;
/** Most rows are shorter. */
const ROOM = 1 << 13;

/** The names of what a plain object holds, and none for anything else. */
export const columnsOf = (record: unknown): readonly string[] => {
  if (typeof record !== "object" || record === null) return [];
  try {
    const prototype = Object.getPrototypeOf(record);
    if (prototype !== Object.prototype && prototype !== null) return [];
    const columns = Object.keys(record);
    return columns.length > COLUMNS ? [] : columns;
  } catch {
    // A proxy that throws.
    return [];
  }
};

/** Where rows are written; not in the engine's memory, since a getter of the record may call the engine. */
let bytes = new Uint8Array(0);
let at = 0;
let writing = false;

/** The row in UTF-8; `undefined` where something in it needs a closer look. */
export const encodeRow = (
  record: Readonly<Record<string, unknown>>,
  columns: readonly string[],
): Uint8Array | undefined => {
  // A getter came back here with another record.
  if (writing) return undefined;
  if (bytes.length === 0) bytes = new Uint8Array(ROOM);
  at = 0;
  writing = true;
  try {
    for (let index = 0; index < columns.length; index++) {
      const value = record[columns[index] as string];
      if (!scalar(value) && !list(value)) return undefined;
    }
    return bytes.subarray(0, at);
  } catch {
    // A getter that throws.
    return undefined;
  } finally {
    writing = false;
  }
};

const scalar = (value: unknown): boolean => {
  switch (typeof value) {
    case "string":
      return token(TEXT, value);
    case "number":
      return token(NUMBER, String(value));
    case "boolean":
      return token(value ? TRUE : FALSE, "");
    case "undefined":
      return token(UNDEFINED, "");
    default:
      return value === null && token(NULL, "");
  }
};

/** An array of scalars. */
const list = (value: unknown): boolean => {
  if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype) return false;
  if (!token(BEGIN, "")) return false;
  for (let index = 0; index < value.length; index++) {
    if (!scalar(value[index])) return false;
  }
  return token(END, "");
};

/** The tags, as character codes: `s n t f u 0 [ ]`. */
const [TEXT, NUMBER, TRUE, FALSE, UNDEFINED, NULL, BEGIN, END] = [
  115, 110, 116, 102, 117, 48, 91, 93,
];

/** The answer is false for a text that does not fit, or that is not plainly text. */
const token = (tag: number, text: string): boolean => {
  // In variables of its own: the loop runs for every character.
  const out = bytes;
  const { length } = text;
  let to = at;
  if (to + length * 3 + 2 > out.length) return false;
  out[to++] = tag;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      // A NUL ends a token.
      if (unit === 0) return false;
      out[to++] = unit;
    } else if (unit < 0x800) {
      out[to++] = 0xc0 | (unit >> 6);
      out[to++] = 0x80 | (unit & 0x3f);
    } else {
      // Half of a character, or of none.
      if (unit >= 0xd800 && unit < 0xe000) return false;
      out[to++] = 0xe0 | (unit >> 12);
      out[to++] = 0x80 | ((unit >> 6) & 0x3f);
      out[to++] = 0x80 | (unit & 0x3f);
    }
  }
  out[to++] = 0;
  at = to;
  return true;
};
