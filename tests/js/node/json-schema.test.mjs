// Standard JSON Schema (https://standardschema.dev/json-schema): what is let through fits, what is not does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";

const { contactSchema, QuoContactsError } = await load();

const TARGETS = {
  "draft-2020-12": [Ajv2020, "https://json-schema.org/draft/2020-12/schema"],
  "draft-07": [Ajv, "http://json-schema.org/draft-07/schema#"],
  // Ajv knows `nullable`, which is all that OpenAPI 3.0 adds here.
  "openapi-3.0": [Ajv, undefined],
};

const compiled = new Map();

/** What tells whether a value fits; the schema itself is held against its dialect. */
function fitting(schema, target) {
  const [Dialect, uri] = TARGETS[target];
  const text = target + JSON.stringify(schema);
  const known = compiled.get(text);
  if (known) return known;
  assert.equal(schema.$schema, uri);
  const ajv = new Dialect({ allowUnionTypes: true, strictTypes: false, ownProperties: true });
  formats.default(ajv);
  const fits = ajv.compile(schema);
  compiled.set(text, fits);
  return fits;
}
const both = (options, target) => {
  const { jsonSchema } = contactSchema(options)["~standard"];
  return ["input", "output"].map((of) => fitting(jsonSchema[of]({ target }), target));
};

const definitions = [
  { key: "tier", name: "Tier", type: "number" },
  { key: "news", name: "Newsletter", type: "boolean" },
  { key: "since", name: "Customer since", type: "date" },
  { key: "topics", name: "Topics", type: "multi-select" },
  { key: "site", name: "Web site", type: "url" },
  { key: "office", name: "Office", type: "address" },
  { key: "notes", name: "Notes", type: "string" },
  { key: "owner", name: "Owner", type: "person" },
];
const good = {
  defaultFields: {
    firstName: "Ada",
    lastName: null,
    emails: [{ name: "work", value: "ada@example.com" }],
    phoneNumbers: [{ name: "mobile", value: "+14155552671" }],
  },
  customFields: [
    { key: "tier", value: 3.5 },
    { key: "news", value: false },
    { key: "since", value: "2024-09-11T00:00:00.000Z" },
    { key: "topics", value: ["a", "b"] },
    { key: "site", value: "https://example.com" },
    { key: "office", value: "1 Main St" },
    { key: "notes", value: null },
    { key: "owner", value: null },
  ],
  createdByUserId: "USabc",
  source: "web",
  sourceUrl: "https://example.com/form",
  externalId: "7",
};

/** Changes of a payload that Quo, or whoever reads it there, could not make sense of. */
const changes = {
  "no default fields": (payload) => delete payload.defaultFields,
  "no first name": ({ defaultFields }) => delete defaultFields.firstName,
  "a first name that is null": ({ defaultFields }) => (defaultFields.firstName = null),
  "a name that is a number": ({ defaultFields }) => (defaultFields.lastName = 7),
  "an empty text": ({ defaultFields }) => (defaultFields.company = ""),
  "a field that there is not": ({ defaultFields }) => (defaultFields.fax = "1"),
  "a column of the form": (payload) => (payload.phone = "1"),
  "items that are no array": ({ defaultFields }) => (defaultFields.emails = "ada@example.com"),
  "an item without a name": ({ defaultFields }) => delete defaultFields.emails[0].name,
  "an item with an id": ({ defaultFields }) => (defaultFields.emails[0].id = "x"),
  "no address": ({ defaultFields }) => (defaultFields.emails[0].value = "ada"),
  "a national number": ({ defaultFields }) => (defaultFields.phoneNumbers[0].value = "4155552671"),
  "a number with spaces": ({ defaultFields }) =>
    (defaultFields.phoneNumbers[0].value = "+1 415 555 2671"),
  "custom fields by key": (payload) => (payload.customFields = { tier: 3 }),
  "no custom fields in a list": (payload) => (payload.customFields = []),
  "a key that there is not": ({ customFields }) => (customFields[0].key = "tire"),
  "a name for a key": ({ customFields }) => (customFields[0].key = "Tier"),
  "no value": ({ customFields }) => delete customFields[0].value,
  "a number as text": ({ customFields }) => (customFields[0].value = "3.5"),
  "a boolean as text": ({ customFields }) => (customFields[1].value = "no"),
  "a boolean as a number": ({ customFields }) => (customFields[1].value = 0),
  "a day without a time": ({ customFields }) => (customFields[2].value = "2024-09-11"),
  "a time with an offset": ({ customFields }) =>
    (customFields[2].value = "2024-09-11T00:00:00.000+02:00"),
  "a month that there is not": ({ customFields }) =>
    (customFields[2].value = "2024-13-11T00:00:00.000Z"),
  "options in one text": ({ customFields }) => (customFields[3].value = "a,b"),
  "no options in a list": ({ customFields }) => (customFields[3].value = []),
  "an option twice": ({ customFields }) => (customFields[3].value = ["a", "a"]),
  "no web address": ({ customFields }) => (customFields[4].value = "javascript:alert(1)"),
  "an address in parts": ({ customFields }) => (customFields[5].value = { city: "Ulm" }),
  "a list for a text": ({ customFields }) => (customFields[6].value = ["x"]),
  "a value of a type that nobody knows": ({ customFields }) => (customFields[7].value = "x"),
  "a user that is none": (payload) => (payload.createdByUserId = "x"),
  "a reserved source": (payload) => (payload.source = "csv-import"),
  "a reserved source in capitals": (payload) => (payload.source = "Zapier"),
  "a reserved prefix in capitals": (payload) => (payload.source = "OpenPhone x"),
  "an address of another scheme": (payload) => (payload.sourceUrl = "ftp://example.com/"),
  "a long source": (payload) => (payload.source = "x".repeat(73)),
  "a relative address": (payload) => (payload.sourceUrl = "/form"),
  "a long id": (payload) => (payload.externalId = "x".repeat(76)),
};

test("no definitions, and options that come twice", () => {
  for (const target of Object.keys(TARGETS)) {
    const [, output] = both({ definitions: null }, target);
    assert.ok(output({ defaultFields: { firstName: "Ada" } }));
    const fields = { topics: { options: ["a", "a"] } };
    const [, twice] = both({ definitions, fields }, target);
    assert.equal(typeof twice, "function");
  }
});

test("OpenAPI has patterns of texts only", () => {
  const { input } = contactSchema({ definitions, mode: "strict" })["~standard"].jsonSchema;
  const shapes = [input({ target: "openapi-3.0" })];
  let count = 0;
  for (const shape of shapes) {
    if (typeof shape !== "object" || shape === null) continue;
    shapes.push(...Object.values(shape));
    if (typeof shape.pattern !== "string") continue;
    assert.equal(shape.type, "string");
    count += 1;
  }
  assert.ok(count > 0);
});

for (const target of Object.keys(TARGETS)) {
  test(`${target}: what is let through fits, and so does what comes of it`, () => {
    let count = 0;
    for (const { call, options: common, cases } of corpus()) {
      if (call !== "map") continue;
      for (const { name, options: own, record, value } of cases) {
        const { mapping, headers, ...options } = { ...common, ...own };
        // JSON has no word for a bigint.
        if (mapping || !value || !isJson(record)) continue;
        const [input, output] = both(options, target);
        assert.ok(input(record), `${name}: ${JSON.stringify(input.errors)}`);
        assert.ok(output(value), `${name}: ${JSON.stringify(output.errors)}`);
        assert.ok(input(value), `${name}: a payload is a record`);
        count += 1;
      }
    }
    assert.ok(count > 100, String(count));
  });

  test(`${target}: a wrong payload does not fit`, () => {
    const [, output] = both({ definitions }, target);
    assert.ok(output(good), JSON.stringify(output.errors));
    for (const [name, change] of Object.entries(changes)) {
      const payload = structuredClone(good);
      change(payload);
      assert.equal(output(payload), false, name);
    }
  });

  test(`${target}: what no form should hold does not fit`, () => {
    const [lenient] = both({ definitions }, target);
    const [strict] = both({ definitions, mode: "strict" }, target);
    const rows = [
      // What is held, whether it fits, and whether it does where only the wire's type is taken.
      [{ firstName: "Ada", phone: "1", tier: 7, Tier: 7, news: true }, true, true],
      [{ firstName: ["Ada"] }, false, false],
      [{ firstName: 7 }, true, false],
      [{ phone: true }, false, false],
      [{ phone: 4155552671 }, true, false],
      [{ emails: [7] }, false, false],
      [{ emails: [{ name: "work", value: "a@b.co" }, "c@d.co", null] }, true, true],
      [{ tier: "7" }, true, false],
      [{ tier: " " }, true, true],
      [{ Tier: true }, false, false],
      [{ customFields: { tier: [7] } }, false, false],
      [{ customFields: { Tier: "7" } }, true, false],
      [{ customFields: [{ key: "tier", value: 7 }] }, true, true],
      [{ customFields: [7] }, false, false],
      [{ news: 1 }, true, false],
      [{ since: 20240911 }, false, false],
      [{ topics: "a" }, true, false],
      [{ topics: { a: true } }, false, false],
      [{ office: { city: "Ulm" } }, true, false],
      [{ office: { city: ["Ulm"] } }, false, false],
      [{ owner: "x" }, false, false],
      [{ owner: "" }, true, true],
      [{ defaultFields: [] }, false, false],
      [{ defaultFields: { firstName: "Ada", phones: ["1"] } }, true, true],
      [[], false, false],
      ["Ada", false, false],
    ];
    for (const [record, fits, strictly] of rows) {
      assert.equal(lenient(record), fits, JSON.stringify(record));
      assert.equal(strict(record), strictly, `strict: ${JSON.stringify(record)}`);
    }
  });
}

test("OpenAPI 3.0 finds only words that it knows", () => {
  const words = "additionalProperties anyOf enum format items maxLength minItems minLength nullable"
    .concat(" pattern properties required title type uniqueItems")
    .split(" ");
  const { jsonSchema } = contactSchema({ definitions })["~standard"];
  let seen = 0;
  const look = (schema) => {
    seen += 1;
    for (const [word, value] of Object.entries(schema)) {
      assert.ok(words.includes(word), word);
      if (word === "type") assert.match(value, /^(array|boolean|number|object|string)$/);
      if (word === "type" && value === "array") assert.ok(schema.items);
      if (word === "nullable") assert.ok(schema.type, "says nothing without a type beside it");
      if (word === "properties") Object.values(value).forEach(look);
      if (word === "items" || (word === "additionalProperties" && value)) look(value);
      if (word === "anyOf") value.forEach(look);
    }
  };
  for (const of of ["input", "output"]) look(jsonSchema[of]({ target: "openapi-3.0" }));
  assert.ok(seen > 100);
});

test("other targets are refused", () => {
  const { jsonSchema } = contactSchema()["~standard"];
  for (const options of [
    { target: "draft-04" },
    { target: "constructor" },
    { target: "" },
    { target: ["draft-07"] },
    {},
    undefined,
  ]) {
    for (const of of ["input", "output"]) {
      assert.throws(
        () => jsonSchema[of](options),
        (error) =>
          error instanceof QuoContactsError &&
          error.code === "invalid_options" &&
          error.details.option === "target",
      );
    }
  }
});

test("the definitions are those of the schema, however they are named", () => {
  const odd = [
    { key: "__proto__", name: "constructor", type: "number" },
    { key: "phone", name: "Phone", type: "number" },
    { key: "a", name: "Same", type: "number" },
    { key: "b", name: "Same", type: "boolean" },
    { key: "a", name: "Other", type: "boolean" },
  ];
  const [input, output] = both({ definitions: { data: odd } }, "draft-2020-12");
  // Ajv looks at no property of this name.
  const { properties } = contactSchema({ definitions: odd })["~standard"].jsonSchema.input({
    target: "draft-07",
  });
  const proto = Object.getOwnPropertyDescriptor(properties, "__proto__").value;
  assert.deepEqual(proto.type, ["number", "string", "null"]);
  assert.equal(input({ constructor: [] }), false);
  // The field's own, whatever a custom field is called.
  assert.ok(input({ phone: "1", Phone: ["1"] }), JSON.stringify(input.errors));
  assert.ok(input({ Same: { any: "thing" } }), "leads to neither");
  assert.equal(input({ a: true }), false);
  const held = (key, value) => ({
    defaultFields: { firstName: "Ada" },
    customFields: [{ key, value }],
  });
  assert.ok(output(held("__proto__", 7)));
  assert.ok(output(held("a", 7)));
  assert.equal(output(held("a", true)), false, "of two with one key the first counts");
  const none = both({}, "draft-2020-12")[1];
  assert.equal(none(held("a", 7)), false);
  assert.ok(none({ defaultFields: { firstName: "Ada" } }));
});

test("what the options promise is in the output", () => {
  const listed = { definitions, fields: { Topics: { options: ["a", "b"] } } };
  const [, output] = both(listed, "draft-07");
  assert.ok(output(good));
  const other = structuredClone(good);
  other.customFields[3].value = ["c"];
  assert.equal(output(other), false);

  const nameless = { defaultFields: { firstName: null } };
  assert.equal(both({}, "draft-07")[1](nameless), false);
  assert.ok(both({ blankFirstName: "null" }, "draft-07")[1](nameless));
  assert.equal(both({ blankFirstName: { fallback: "Friend" } }, "draft-07")[1](nameless), false);
});

test("each call gives a schema of its own", () => {
  const { jsonSchema } = contactSchema({ definitions })["~standard"];
  const first = jsonSchema.output({ target: "draft-07" });
  const copy = structuredClone(first);
  first.properties.defaultFields.properties.firstName.type = "number";
  assert.deepEqual(jsonSchema.output({ target: "draft-07" }), copy);
});

function isJson(value) {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
