// The schema as form libraries know it: https://standardschema.dev. What each rule is for stands in docs/forms.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";
import { collected, counting } from "../support/collected.mjs";
import { breakNext, instances } from "../support/fault.mjs";
import { records } from "../support/hostile.mjs";
import { parsed, shape } from "../support/shape.mjs";

const { contactSchema, createMapper, init, QuoContactsError } = await load();

const definitions = [
  { key: "tier", name: "Tier", type: "number" },
  { key: "news", name: "Newsletter", type: "boolean" },
];
const options = { definitions, country: "US" };
const good = { firstName: "Ada", phone: "(415) 555-2671", tier: "3" };
const bad = { emails: ["ada@example.com", "ada"], phoneNumbers: [{ value: "555" }], tier: "many" };
const schema = contactSchema(options);
const { validate } = schema["~standard"];

test("a plain object, of which every part works detached", () => {
  for (const object of [schema, schema["~standard"], schema["~standard"].jsonSchema])
    assert.equal(Object.getPrototypeOf(object), Object.prototype);
  assert.deepEqual(Reflect.ownKeys(schema).sort(), ["field", "safeParse", "~standard"]);
  const standard = ["jsonSchema", "validate", "vendor", "version"];
  assert.deepEqual(Reflect.ownKeys(schema["~standard"]).sort(), standard);
  assert.equal(schema["~standard"].version, 1);
  assert.equal(schema["~standard"].vendor, "quo-contacts");
  const { safeParse, field } = schema;
  assert.equal(validate(good).value.defaultFields.firstName, "Ada");
  assert.equal(safeParse(good).data.defaultFields.firstName, "Ada");
  assert.equal(field("tier").safeParse("7").data, 7);
  assert.deepEqual([good, { ...good, firstName: "Bo" }].map(validate).length, 2);
});

test("the verdicts are the mapper's", () => {
  let count = 0;
  for (const { call, options: common, cases } of corpus()) {
    if (call !== "map") continue;
    for (const { options: own, record } of cases) {
      const { mapping, headers, ...all } = { ...common, ...own };
      if (mapping) continue;
      const mapper = createMapper(all);
      const verdict = contactSchema(all)["~standard"].validate(record);
      shape(verdict);
      assert.deepEqual(verdict, mapper.map(record));
      mapper.free();
      count += 1;
    }
  }
  assert.ok(count > 150);
});

test("a verdict has the keys of one shape and no other", () => {
  shape(validate(good));
  shape(validate(bad));
  assert.deepEqual(Reflect.ownKeys(validate(good)), ["value", "warnings"]);
  assert.deepEqual(Reflect.ownKeys(validate(bad)).sort(), ["issues", "warnings"]);
  parsed(schema.safeParse(good));
  parsed(schema.safeParse(bad));
  assert.deepEqual(schema.safeParse(good).data, validate(good).value);
  assert.deepEqual(schema.safeParse(bad).issues, validate(bad).issues);
});

test("verdicts come at once, and promises are promises", () => {
  for (const verdict of [validate(good), validate(bad), schema.safeParse(good)])
    assert.equal("then" in verdict, false);
  assert.equal(Object.getPrototypeOf(init()), Promise.prototype);
});

test("paths lead into what was given, with numbers for items", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["phone", "555-2671"],
    ["phone", "(415) 555-2671"],
    ["phone", "1"],
    ["Tier", "many"],
    ["firstName", ""],
  ])
    form.append(name, value);
  const paths = validate(form).issues.map(({ path }) => path);
  assert.deepEqual(paths, [["phone", 0], ["phone", 2], ["Tier"], ["firstName"]]);

  const nested = {
    defaultFields: { firstName: "Ada", emails: [{ name: "work", value: "ada" }] },
    customFields: [
      { key: "tier", value: "many" },
      { key: "nws", value: true },
    ],
  };
  const { issues } = validate(nested);
  assert.deepEqual(
    issues.map(({ path }) => path),
    [
      ["defaultFields", "emails", 0, "value"],
      ["customFields", 0, "value"],
      ["customFields", 1, "key"],
    ],
  );
  for (const { path } of issues) {
    const found = path.reduce((at, step) => {
      assert.equal(typeof step === "number", Array.isArray(at));
      return at[step];
    }, nested);
    assert.notEqual(found, undefined);
  }
});

test("no value makes it throw, nor a field", () => {
  const fields = ["firstName", "phone", "tier"].map(schema.field);
  for (const make of Object.values(records)) {
    const value = make();
    shape(validate(value));
    for (const field of fields) shape(field["~standard"].validate(value));
  }
  const throwing = () => {
    throw new Error("on purpose");
  };
  const proxy = new Proxy({}, { get: throwing, ownKeys: throwing, getPrototypeOf: throwing });
  for (const { safeParse } of [schema, ...fields]) parsed(safeParse(proxy));
});

test("a call says its country and its locale", () => {
  const national = { firstName: "Ada", phone: "030 1234567", tier: "1.234", news: "ja" };
  const german = { country: "DE", locale: "de" };
  const { value } = validate(national, { libraryOptions: german });
  assert.equal(value.defaultFields.phoneNumbers[0].value, "+49301234567");
  assert.deepEqual(
    value.customFields.map(({ value }) => value),
    [1234, true],
  );
  assert.deepEqual(schema.safeParse(national, german).data, value);
  const phone = schema.field("phone");
  assert.equal(phone.safeParse("030 1234567", { country: "de" }).data, "+49301234567");
  // What one call said is not there for the next.
  assert.deepEqual(
    validate(national).issues.map(({ path }) => path[0]),
    ["phone", "tier", "news"],
  );
  assert.equal(phone.safeParse("030 1234567").success, false);
});

test("what a call does not say is the schema's", () => {
  const german = contactSchema({ ...options, country: "DE", locale: "de" });
  const record = { firstName: "Ada", phone: "030 1234567", tier: "1.234" };
  for (const said of [undefined, null, {}, { country: undefined, locale: null }, { locale: "de" }])
    assert.equal(german.safeParse(record, said).success, true);
  const other = german.safeParse(record, { locale: "en" });
  assert.equal(other.data.customFields[0].value, 1.234, "and the country stays");
  for (const rest of [0, "text", {}, { other: 1 }]) assert.ok("value" in validate(good, rest));
});

test("messages by code: those of the call before those of the schema", () => {
  const own = contactSchema({
    ...options,
    messages: { required: "a name, please", invalid_number: ({ path }) => `${path}: digits!` },
  });
  const record = { phone: "555", tier: "many" };
  const told = (said) => own.safeParse(record, said).issues.map(({ message }) => message);
  const [, plain] = validate(record).issues.map(({ message }) => message);
  assert.deepEqual(told(), ["a name, please", plain, "tier: digits!"]);
  const messages = {
    required: "name?",
    phone_too_short: "longer",
    __proto__: { invalid_number: "" },
  };
  assert.deepEqual(told({ messages }), ["name?", "longer", "tier: digits!"]);
  assert.equal(told({ messages: { required: undefined } })[0], "a name, please");
  assert.deepEqual(told(), ["a name, please", plain, "tier: digits!"]);
  const throwing = () => {
    throw new Error("on purpose");
  };
  assert.equal(told({ messages: { phone_too_short: throwing } })[1], plain);
  const field = own.field("tier");
  assert.equal(field.safeParse("x", { messages: { invalid_number: "n" } }).issues[0].message, "n");
});

test("misuse throws one typed error", () => {
  const misuse = (code, work) =>
    assert.throws(work, (error) => error instanceof QuoContactsError && error.code === code);
  for (const said of [
    { contry: "DE" },
    { country: 7 },
    { locale: {} },
    { messages: "no" },
    { mapping: {} },
    { level: "shape" },
    [],
    "DE",
    7,
    new Proxy(
      {},
      {
        ownKeys: () => ["country"],
        getOwnPropertyDescriptor: () => {
          throw 1;
        },
      },
    ),
  ]) {
    misuse("invalid_options", () => validate(good, { libraryOptions: said }));
    misuse("invalid_options", () => schema.safeParse(good, said));
    misuse("invalid_options", () => schema.field("phone").safeParse("1", said));
    misuse("invalid_options", () =>
      schema["~standard"].jsonSchema.input({ target: "draft-07", libraryOptions: said }),
    );
  }
  for (const none of ["", null, undefined])
    assert.ok(schema.safeParse(good, { country: none, locale: none }).success);
  for (const country of ["nowhere", "UK"])
    misuse("unknown_country", () => schema.safeParse(good, { country }));
  misuse("invalid_options", () => schema.safeParse(good, { locale: "%" }));
  misuse("invalid_options", () => contactSchema({ mapping: { firstName: "a" } }));
  misuse("invalid_options", () => contactSchema({ headers: [] }));
  assert.ok("field" in contactSchema({ mapping: undefined, headers: undefined }), "left out");
  assert.ok("value" in validate(good), "and costs no other call");
});

test("options are read once", () => {
  const changing = { definitions: [{ ...definitions[0] }], country: "US", mode: "lenient" };
  const kept = contactSchema(changing);
  const shapes = kept["~standard"].jsonSchema.output({ target: "draft-07" });
  Object.assign(changing, { country: "GB", mode: "strict" });
  changing.definitions[0].key = "x";
  changing.definitions.length = 0;
  assert.deepEqual(kept["~standard"].validate(good), validate(good));
  assert.equal(kept.safeParse(good, { locale: "de" }).data.customFields[0].key, "tier");
  assert.deepEqual(kept["~standard"].jsonSchema.output({ target: "draft-07" }), shapes);
});

test("a trap costs its own call and no other", () => {
  const german = { country: "DE" };
  const record = { firstName: "Ada", phone: "030 1234567" };
  const before = schema.safeParse(record, german);
  const count = instances.length;
  breakNext("map_record", () => {
    throw new WebAssembly.RuntimeError("on purpose");
  });
  assert.throws(() => validate(good), { code: "engine_fault" });
  assert.deepEqual(schema.safeParse(record, german), before);
  assert.ok("value" in validate(good));
  assert.equal(instances.length, count + 1);
});

const COUNTRIES = "US CA GB DE FR ES IT PT NL BE AT CH SE NO DK FI PL CZ IE AU".split(" ");

test("some mappers are kept for calls, and what is forgotten is given back", async () => {
  const counted = counting("create_mapper", "drop_mapper");
  let many = contactSchema({ unmapped: "ignore" });
  const record = { firstName: "Ada", phone: "1" };
  for (let round = 0; round < 3; round++)
    for (const country of COUNTRIES) many.safeParse(record, { country });
  assert.ok(counted.made() > 20, "they are many");
  assert.ok(counted.alive() <= 9, `${counted.alive()} are kept`);
  const made = counted.made();
  for (let round = 0; round < 50; round++) many.safeParse(record, { country: "AU" });
  assert.equal(counted.made(), made, "and the last are found again");
  many = undefined;
  await collected(() => counted.alive() === 0);
  assert.equal(counted.alive(), 0);
  counted.stop();
});

test("a getter that asks for many countries takes no mapper from its record", async () => {
  const counted = counting("create_mapper", "drop_mapper");
  let outer = contactSchema({ country: "US" });
  const record = {
    get firstName() {
      for (const country of COUNTRIES) outer.safeParse({ firstName: "x" }, { country });
      return "Ada";
    },
    phone: "030 1234567",
  };
  const { data } = outer.safeParse(record, { country: "DE" });
  assert.equal(data.defaultFields.phoneNumbers[0].value, "+49301234567");
  outer = undefined;
  await collected(() => counted.alive() === 0);
  assert.equal(counted.alive(), 0);
  counted.stop();
});
