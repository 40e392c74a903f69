// Reads a value of the host, whatever it is, into the flat form: tokens of tag + text + U+0000, in
// pre-order. Nothing that a value can be makes it throw. What the tags mean is written in the
// engine's decoder, `src/ffi/flat.rs`.

import { type Pair, record } from "./entries.js";

/** How much is read. */
interface Limits {
  /** Containers inside containers. */
  readonly depth: number;
  /** Values in all. */
  readonly values: number;
  /** Whether what is undefined is as good as left out. */
  readonly sparse: boolean;
}
/** Of records, whoever wrote them. */
const RECORD: Limits = { depth: 32, values: 20_000, sparse: false };
/** Of payloads and changes, in which only null clears. */
export const PAYLOAD: Limits = { ...RECORD, sparse: true };
/** Of options, which are the caller's own and may hold the tables of a mapping, or samples of wide records. */
export const OPTIONS: Limits = { depth: 64, values: 500_000, sparse: true };
/** The most values that a record can have. */
export const VALUES = RECORD.values;
/** UTF-16 units in all, so that no record can fill the memory of the engine. */
const UNITS = 1 << 23;

// One record at a time is read into these, so that the hot path allocates nothing else.
let out = "";
let limits = RECORD;
let values = 0;
let units = 0;

export const encode = (root: unknown, within: Limits = RECORD): string => {
  // A getter of the record may come back here with another record.
  const outer = [out, limits, values, units] as const;
  out = "";
  limits = within;
  values = within.values;
  units = UNITS;
  try {
    write(root, 1);
    return out;
  } finally {
    [out, limits, values, units] = outer;
  }
};

/** The answer is false where the budget ended. */
const write = (value: unknown, depth: number): boolean => {
  if (--values < 0) {
    out += "xsize\0";
    return false;
  }
  switch (typeof value) {
    case "string":
      return text(value);
    case "number":
      out += `n${value}\0`;
      break;
    case "boolean":
      out += value ? "t\0" : "f\0";
      break;
    case "undefined":
      out += "u\0";
      break;
    case "bigint":
      out += `i${value}\0`;
      break;
    case "object":
      if (value === null) out += "0\0";
      else if (depth > limits.depth) out += "xdepth\0";
      else {
        try {
          container(value, depth);
        } catch {
          out += "xgetter\0";
        }
      }
      break;
    default:
      out += `o${typeof value}\0`;
  }
  return true;
};

const text = (value: string): boolean => {
  units -= value.length;
  if (units < 0) {
    out += "xsize\0";
    return false;
  }
  if (value.includes("\0")) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what is escaped
    const escaped = wellFormed(value).replace(/[\0\x01]/g, (c) => (c === "\0" ? "\x010" : "\x011"));
    out += `e${escaped}\0`;
  } else if (isWellFormed(value)) {
    out += `s${value}\0`;
  } else {
    out += `m${wellFormed(value)}\0`;
  }
  return true;
};

/** Throws only before anything was written. */
const container = (value: object, depth: number): void => {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) object(value, depth);
  else if (Array.isArray(value)) (isKeyed(value) ? object : list)(value, depth);
  else other(value, depth, Object.prototype.toString.call(value).slice(8, -1));
};

/** Whether form libraries made it out of `customFields.1694803242783`: an array whose indices are keys. */
export const isKeyed = (value: readonly unknown[]): boolean => {
  if (0 in value) return false;
  const last = Object.keys(value).at(-1);
  return last !== undefined && !(Number(last) < Math.min(value.length, limits.values));
};

const other = (value: object, depth: number, type: string): void => {
  const entries = named(value, type);
  const inner: unknown = BOXED.test(type) ? value.valueOf() : value;
  if (entries) pairs(entries, depth);
  else if (type === "Date") date(value as Date);
  else if (typeof inner !== "object") {
    values++;
    write(inner, depth);
  } else if (!OPAQUE.test(type) && (type === "Object" || Object.keys(value).length > 0)) {
    object(value, depth);
  } else name(type);
};

/** What holds named values without having them as properties. */
const named = (value: object, type: string): readonly Pair[] | undefined => {
  // Workers of before September 2024 give their own classes no tag.
  const own = type === "Object" && Symbol.iterator in value ? value.constructor?.name : type;
  const isForm = own === "FormData" || own === "URLSearchParams";
  if (!isForm && type !== "Map") return undefined;
  const map = isForm ? record(value as Iterable<Pair>, limits.values) : value;
  const entries = [...Map.prototype.entries.call(map)];
  return entries.every(([key]) => typeof key === "string") ? entries : undefined;
};

const BOXED = /^(String|Number|Boolean)$/;
/** What has no properties to read, or none that are data. */
const OPAQUE = /^(Weak)?(Map|Set|Ref)$|Array(Buffer)?$|^(RegExp|Promise|File|Blob|DataView|Error)$/;

const object = (value: object, depth: number): void => {
  const keys = Object.keys(value);
  out += "{\0";
  for (const key of keys) {
    let member: unknown;
    let reads = true;
    try {
      member = (value as Record<string, unknown>)[key];
    } catch {
      reads = false;
    }
    if (reads && member === undefined && limits.sparse) continue;
    if (!property(key, true)) break;
    if (!reads) out += "xgetter\0";
    else if (!write(member, depth + 1)) break;
  }
  out += "}\0";
};

const list = (value: readonly unknown[], depth: number): void => {
  const { length } = value;
  out += "[\0";
  for (let index = 0; index < length; index++) {
    let member: unknown;
    try {
      member = value[index];
    } catch {
      out += "xgetter\0";
      if (--values < 0) break;
      continue;
    }
    if (!write(member, depth + 1)) break;
  }
  out += "]\0";
};

const pairs = (entries: readonly Pair[], depth: number): void => {
  out += "{\0";
  for (const [key, member] of entries) {
    if (!property(key, false) || !write(member, depth + 1)) break;
  }
  out += "}\0";
};

const date = (value: Date): void => {
  const time = Date.prototype.getTime.call(value);
  if (Number.isNaN(time)) name("Invalid Date");
  else out += `d${new Date(time).toISOString()}\0`;
};

const name = (type: string): void => {
  out += `o${clean(type)}\0`;
};

/**
 * The tokens of properties: those of one table come again with every record. Not those of forms: such a key may be
 * a part of the text that the form was read from, and keep all of it.
 */
const tokens = new Map<string, string>();

/** The answer is false where the budget ended: then the value that would follow is named as left out. */
const property = (key: string, kept: boolean): boolean => {
  units -= key.length;
  if (units < 0) {
    // A key as long as the budget would not fit either.
    out += "k\0xsize\0";
    return false;
  }
  let token = tokens.get(key);
  if (token === undefined) {
    token = `k${clean(key)}\0`;
    if (tokens.size >= 1000) tokens.clear();
    if (kept && key.length < 100) tokens.set(key, token);
  }
  out += token;
  return true;
};

const clean = (text: string): string => {
  const whole = isWellFormed(text) ? text : wellFormed(text);
  return whole.includes("\0") ? whole.replaceAll("\0", "\uFFFD") : whole;
};

// Newer than the oldest hosts, and than the compiler's library.
interface WellFormed {
  isWellFormed?: () => boolean;
  toWellFormed?: () => string;
}
/** With `u`, a pair is one character, and only lone halves are left of this category. */
const LONE = /\p{Cs}/gu;
const native = String.prototype as WellFormed;
const isWellFormed: (text: string) => boolean = native.isWellFormed
  ? (text) => (text as WellFormed).isWellFormed?.() === true
  : (text) => text.search(LONE) < 0;
const wellFormed = (text: string): string =>
  native.toWellFormed ? native.toWellFormed.call(text) : text.replace(LONE, "\uFFFD");
