// The JSON Schema of what a form may hold, and of what Quo gets (https://standardschema.dev/json-schema). A form may
// spell its names in more ways than can be listed, so what it holds beside them is left open; a payload is closed.
import type { FieldDefinition } from "#types";
import { invalidOptions } from "./errors.js";

/** What of a schema's options its JSON Schema tells. */
export interface Facts {
  readonly definitions?:
    | readonly FieldDefinition[]
    | { readonly data: readonly FieldDefinition[] }
    | null;
  readonly fields?: { readonly [name: string]: { readonly options?: readonly string[] } };
  readonly mode?: string;
  readonly blankFirstName?: unknown;
}

type Schema = Record<string, unknown>;
/** A schema of some types, with what else is known of the values. */
type Typed = (types: string, more?: Schema) => Schema;

const URIS: { readonly [target: string]: string } = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "openapi-3.0": "",
};

export const jsonSchema = (facts: Facts, of: "input" | "output", target: unknown): Schema => {
  if (typeof target !== "string" || !Object.hasOwn(URIS, target)) {
    const known = Object.keys(URIS).join(", ");
    throw invalidOptions(`\`target\`: expected one of ${known}`, "target");
  }
  const $schema = URIS[target];
  const shape = (of === "input" ? input : output)(facts, $schema ? typed : nullable);
  return $schema ? { $schema, ...shape } : shape;
};

const typed: Typed = (types, more) => ({
  type: types.includes(" ") ? types.split(" ") : types,
  ...more,
});

/** OpenAPI 3.0 knows one type at a time, and no null; a pattern is one of texts. */
const nullable: Typed = (types, more = {}) => {
  const names = types.split(" ").filter((name) => name !== "null");
  if (names.length === 0) return { type: "string", nullable: true, enum: [null] };
  const { pattern, ...known } = more as Schema & { pattern?: string };
  const orNull = types.endsWith("null") && { nullable: true };
  const each = names.map((type) => ({
    type,
    ...orNull,
    ...known,
    ...(type === "string" && pattern && { pattern }),
  }));
  return each.length > 1 ? { anyOf: each } : (each[0] as Schema);
};

/** Of several definitions with one key the first counts. */
const definitionsOf = ({ definitions }: Facts): FieldDefinition[] => {
  const list = definitions && "data" in definitions ? definitions.data : (definitions ?? []);
  return [...new Map([...list].reverse().map((one) => [one.key, one])).values()].reverse();
};

const TEXT = { minLength: 1 };
/** JSON Schema's patterns know no flags. */
const anyCase = (words: string): string =>
  words.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const WEB = { pattern: `^${anyCase("http")}[Ss]?://.` };

const output = (facts: Facts, type: Typed): Schema => {
  const closed = (properties: Schema, required: string[], more?: Schema): Schema =>
    type("object", { ...more, properties, required, additionalProperties: false });
  const items = (value: Schema) =>
    type("array", {
      items: closed({ name: type("string", TEXT), value: type("string", value) }, [
        "name",
        "value",
      ]),
    });
  const text = type("string null", TEXT);
  const values: { readonly [type: string]: Schema } = {
    address: text,
    boolean: type("boolean null"),
    date: type("string null", {
      format: "date-time",
      pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
    }),
    number: type("number null"),
    string: text,
    url: type("string null", WEB),
  };
  const value = ({ key, name, type: kind }: FieldDefinition): Schema => {
    if (kind !== "multi-select") return own(values, kind) ?? type("null");
    const listed = (own(facts.fields ?? {}, key) ?? own(facts.fields ?? {}, name))?.options;
    const option = type("string", listed?.length ? { enum: [...new Set(listed)] } : TEXT);
    return type("array null", { items: option, minItems: 1, uniqueItems: true });
  };
  const custom = definitionsOf(facts).map((one) =>
    closed({ key: type("string", { enum: [one.key] }), value: value(one) }, ["key", "value"], {
      title: one.name,
    }),
  );
  return closed(
    {
      defaultFields: closed(
        {
          firstName: facts.blankFirstName === "null" ? text : type("string", TEXT),
          lastName: text,
          company: text,
          role: text,
          emails: items({ maxLength: 254, pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }),
          phoneNumbers: items({ pattern: "^\\+[1-9]\\d{1,14}$" }),
        },
        ["firstName"],
      ),
      ...(custom.length > 0 && {
        customFields: type("array", { items: { anyOf: custom }, minItems: 1 }),
      }),
      createdByUserId: type("string", { pattern: "^US" }),
      source: type("string", {
        ...TEXT,
        maxLength: 72,
        pattern: anyCase("^(?!openphone|csv|(device|zapier|google-people|other)$)"),
      }),
      sourceUrl: type("string", { ...WEB, format: "uri", maxLength: 200 }),
      externalId: type("string null", { ...TEXT, maxLength: 75 }),
    },
    ["defaultFields"],
  );
};

const BLANK = { pattern: "^\\s*$" };

const input = (facts: Facts, type: Typed): Schema => {
  const strict = facts.mode === "strict";
  const any = (...anyOf: Schema[]): Schema => ({ anyOf });
  const text = type(strict ? "string null" : "string number boolean null");
  const line = type("string null");
  const digits = type(strict ? "string null" : "string number null");
  // What is no text may be written as one, where that is not forbidden; a blank is null.
  const written = strict ? BLANK : {};
  const values: { readonly [type: string]: Schema } = {
    address: strict ? text : any(text, type("object", { additionalProperties: text })),
    boolean: type(strict ? "boolean string null" : "boolean string number null", written),
    date: line,
    "multi-select": any(type("string null", written), type("array", { items: digits })),
    number: type("number string null", written),
    string: text,
    url: line,
  };
  const items = (value: Schema): Schema => {
    const item = [value, type("object", { properties: { name: text, value } })];
    return any(...item, type("array", { items: any(...item) }));
  };
  const [email, phone] = [items(line), items(digits)];
  const fields = {
    firstName: text,
    lastName: text,
    company: text,
    role: text,
    email,
    emails: email,
    phone,
    phones: phone,
    phoneNumber: phone,
    phoneNumbers: phone,
  };
  const rest = { source: text, sourceUrl: line, externalId: text, createdByUserId: text };
  const definitions = definitionsOf(facts);
  const custom = (by: "key" | "name", among = definitions): Schema =>
    Object.fromEntries(
      among.map((one) => [
        one[by],
        { title: one.name, ...(own(values, one.type) ?? type("string null", BLANK)) },
      ]),
    );
  // A name that several share leads to none of them.
  const named = definitions.filter(
    ({ name }) => definitions.filter((one) => one.name === name).length === 1,
  );
  const fold = (name: string) => name.replace(/[\s_-]/g, "").toLowerCase();
  const taken = Object.keys({ ...fields, ...rest }).map(fold);
  const free = named.filter(({ name }) => !taken.includes(fold(name)));
  const none = type("string null", BLANK);
  return type("object", {
    properties: {
      ...custom("name", free),
      ...custom("key"),
      ...fields,
      ...rest,
      defaultFields: any(none, type("object", { properties: fields })),
      customFields: any(
        none,
        type("object", { properties: { ...custom("name", named), ...custom("key") } }),
        type("array", {
          items: any(none, type("object", { properties: { key: line, name: line, value: {} } })),
        }),
      ),
    },
  });
};

const own = <T>(object: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;
