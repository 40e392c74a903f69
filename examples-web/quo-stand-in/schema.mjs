/**
 * Holds a value against a schema of `openapi.json`, so that what the description says and what the server
 * does cannot part. Knows the keywords that the description uses, and refuses to start on another.
 * The tests hold every verdict against that of a complete validator.
 */
import { schema as named, resolve } from "./description.mjs";

/** @typedef {import("./description.mjs").Schema} Schema */
/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */
/** @typedef {{ value: any, path: string, schema: Schema, found: ErrorItem[] }} Place */

/** RFC 3986, appendix A: a URI with its scheme. Host and path are read together, brackets around an address apart. */
const URI = (() => {
  const pchar = "(?:[a-z\\d\\-._~!$&'()*+,;=:@]|%[\\da-f]{2})";
  const userinfo = "(?:(?:[a-z\\d\\-._~!$&'()*+,;=:]|%[\\da-f]{2})*@)?";
  const host = "(?:\\[[\\da-f:.]+\\]|(?:[a-z\\d\\-._~!$&'()*+,;=]|%[\\da-f]{2})*)";
  const path = `(?:\\/\\/${userinfo}${host}(?::\\d*)?(?:\\/${pchar}*)*|\\/(?:${pchar}+(?:\\/${pchar}*)*)?|${pchar}+(?:\\/${pchar}*)*)`;
  const tail = `(?:\\?(?:${pchar}|[/?])*)?(?:#(?:${pchar}|[/?])*)?`;
  return new RegExp(`^[a-z][a-z\\d+.-]*:${path}${tail}$`, "i");
})();
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** @type {Record<string, (text: string) => boolean>} */
const FORMATS = {
  uri: (text) => URI.test(text),
  "date-time": (text) => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
};

/** @param {unknown} value */
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Lengths are counted in code points, as JSON Schema counts them. @param {string} text */
const length = (text) => [...text].length;

/** @param {Place} place @param {string} message */
function say({ value, path, schema, found }, message) {
  const { type } = schema;
  const echoed = typeof value === "object" && value !== null ? {} : { value };
  found.push({
    path: path || "/",
    message,
    ...echoed,
    schema: { type: typeof type === "string" ? type : "union" },
  });
}

/** One rule per keyword; a value of another kind than the keyword speaks of passes. @type {Record<string, (place: Place) => void>} */
const KEYWORDS = {
  $ref: (place) => visit({ ...place, schema: resolve(place.schema.$ref) }),
  type(place) {
    const types = [place.schema.type].flat();
    if (!types.includes(typeOf(place.value))) say(place, `must be ${types.join(" or ")}`);
  },
  enum(place) {
    if (!place.schema.enum.includes(place.value)) say(place, "must be one of the known words");
  },
  required(place) {
    if (typeOf(place.value) !== "object") return;
    for (const name of place.schema.required) {
      if (Object.hasOwn(place.value, name)) continue;
      const { type } = place.schema.properties?.[name] ?? {};
      place.found.push({
        path: `${place.path}/${name}`,
        message: "is required",
        schema: { type: typeof type === "string" ? type : "union" },
      });
    }
  },
  properties(place) {
    if (typeOf(place.value) !== "object") return;
    for (const [name, schema] of Object.entries(place.schema.properties)) {
      if (!Object.hasOwn(place.value, name)) continue;
      visit({ ...place, value: place.value[name], path: `${place.path}/${name}`, schema });
    }
  },
  items(place) {
    if (!Array.isArray(place.value)) return;
    for (const [index, value] of place.value.entries()) {
      visit({ ...place, value, path: `${place.path}/${index}`, schema: place.schema.items });
    }
  },
  pattern(place) {
    if (typeof place.value !== "string") return;
    const { pattern } = place.schema;
    if (!new RegExp(pattern, "u").test(place.value)) say(place, `must match ${pattern}`);
  },
  minLength(place) {
    if (typeof place.value !== "string" || length(place.value) >= place.schema.minLength) return;
    say(place, `must have at least ${place.schema.minLength} characters`);
  },
  maxLength(place) {
    if (typeof place.value !== "string" || length(place.value) <= place.schema.maxLength) return;
    say(place, `must have at most ${place.schema.maxLength} characters`);
  },
  format(place) {
    if (typeof place.value !== "string") return;
    const { format } = place.schema;
    if (!FORMATS[format]?.(place.value)) say(place, `must be a ${format}`);
  },
  not(place) {
    if (fits(place.value, place.schema.not)) say(place, "must not be a reserved word");
  },
  allOf(place) {
    for (const schema of place.schema.allOf) visit({ ...place, schema });
  },
  anyOf(place) {
    if (place.schema.anyOf.some((/** @type {Schema} */ schema) => fits(place.value, schema)))
      return;
    say(place, "must have one of the described shapes");
  },
};

/** What a schema says to people, and to nobody's value. */
const ANNOTATIONS = new Set(["description", "default"]);

/** @param {Place} place */
function visit(place) {
  for (const keyword of Object.keys(place.schema)) KEYWORDS[keyword]?.(place);
}

/** @param {unknown} value @param {Schema} schema */
const fits = (value, schema) => problems(value, schema).length === 0;

/** @param {unknown} value @param {Schema} schema @returns {ErrorItem[]} */
function problems(value, schema) {
  /** @type {ErrorItem[]} */
  const found = [];
  visit({ value, path: "", schema, found });
  return found;
}

/**
 * A keyword or a format that this file does not know would be a rule that nobody enforces.
 * @param {Schema} schema
 */
function demandKnown(schema) {
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword)) continue;
    if (!Object.hasOwn(KEYWORDS, keyword)) throw new Error(`no rule for the keyword ${keyword}`);
    if (keyword === "format" && !FORMATS[value]) throw new Error(`no rule for the format ${value}`);
    if (keyword === "$ref") demandKnown(resolve(value));
    if (keyword === "items" || keyword === "not") demandKnown(value);
    if (keyword === "properties") for (const part of Object.values(value)) demandKnown(part);
    if (keyword === "allOf" || keyword === "anyOf") for (const part of value) demandKnown(part);
  }
}

/**
 * Every way in which a value differs from a schema of the description; nothing where it fits.
 * @param {string} name
 * @returns {(value: unknown) => ErrorItem[]}
 */
export function checker(name) {
  demandKnown(named(name));
  return (value) => problems(value, named(name));
}
