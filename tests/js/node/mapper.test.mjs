// Mappers, schemas and single numbers, as a host uses them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { load } from "../support/app.mjs";
import { collected, counting } from "../support/collected.mjs";

const { contactSchema, createMapper, normalizePhone, QuoContactsError } = await load();

const definitions = [{ key: "tier", name: "Tier", type: "number" }];
const good = { firstName: "Ada", phone: "(415) 555-2671", tier: "3" };
const bad = { phone: "555", tier: "many" };

test("a verdict has one of two keys", () => {
  const mapper = createMapper({ definitions, country: "US" });
  assert.deepEqual(Object.keys(mapper.map(good)).sort(), ["value", "warnings"]);
  assert.deepEqual(Object.keys(mapper.map(bad)).sort(), ["issues", "warnings"]);
});

test("a mapper works detached, and after the object that it came with is gone", async () => {
  const { map } = createMapper({ definitions, country: "US" });
  const answer = map(good);
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await setTimeout(5);
    assert.deepEqual(map(good), answer);
  }
});

test("a mapper of which one method was kept is given back with it", async () => {
  createMapper();
  const counted = counting("create_mapper", "drop_mapper");
  for (const method of ["map", "explain"]) {
    let kept = createMapper({ definitions, country: "US" })[method];
    await collected(() => counted.alive() === 0);
    assert.equal(counted.alive(), 1, method);
    kept(good);
    assert.equal(counted.alive(), 1, method);
    kept = undefined;
    await collected(() => counted.alive() === 0);
    assert.equal(counted.alive(), 0, method);
  }
  assert.equal(counted.made(), 2);
  counted.stop();
});

test("many forgotten mappers do not disturb one that is kept", async () => {
  const kept = createMapper({ definitions, country: "US" });
  const answer = kept.map(good);
  for (let count = 0; count < 2000; count++) createMapper({ country: "GB" });
  globalThis.gc();
  await setTimeout(20);
  assert.deepEqual(kept.map(good), answer);
});

test("free, and `using`", () => {
  const mapper = createMapper();
  mapper.free();
  mapper.free();
  assert.throws(() => mapper.map(good), { name: "QuoContactsError", code: "mapper_freed" });
  const other = createMapper();
  const key = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  other[key]();
  assert.throws(() => other.map(good), { code: "mapper_freed" });
});

test("options are read once", () => {
  const options = { definitions: [...definitions], country: "US" };
  const mapper = createMapper(options);
  const answer = mapper.map(good);
  options.country = "GB";
  options.definitions.length = 0;
  assert.deepEqual(mapper.map(good), answer);
});

test("options of a reactive framework, frozen ones, and absent ones", () => {
  const answer = createMapper({ definitions, country: "US" }).map(good);
  const reactive = (value) =>
    typeof value === "object" && value !== null
      ? new Proxy(value, { get: (target, key) => reactive(Reflect.get(target, key)) })
      : value;
  assert.deepEqual(createMapper(reactive({ definitions, country: "US" })).map(good), answer);
  const frozen = Object.freeze({
    definitions: Object.freeze(definitions.map(Object.freeze)),
    country: "US",
  });
  assert.deepEqual(createMapper(frozen).map(good), answer);
  assert.deepEqual(
    createMapper({ definitions: { data: definitions }, country: "US" }).map(good),
    answer,
  );
  const absent = {
    definitions,
    country: "US",
    level: undefined,
    timeZone: undefined,
    messages: undefined,
  };
  assert.deepEqual(createMapper(absent).map(good), answer);
  assert.ok("value" in createMapper().map({ firstName: "Ada" }));
});

test("misuse throws one typed error", () => {
  const cycle = {};
  cycle.definitions = cycle;
  const wrong = [
    null,
    "text",
    { country: "nowhere" },
    { contry: "US" },
    { definitions: [{ key: " ", name: "Tier", type: "string" }] },
    { level: "loose" },
    { timeZone: "Mars/Olympus" },
    { mode: 7 },
    { definitions: 7 },
    { mapping: { nonsense: 7 } },
    cycle,
    { locale: 1n },
  ];
  for (const options of wrong) {
    for (const make of [createMapper, contactSchema]) {
      assert.throws(
        () => make(options),
        (error) => {
          assert.ok(error instanceof QuoContactsError, String(error));
          assert.match(error.code, /^[a-z_]+$/);
          assert.notEqual(error.code, "engine_fault");
          return true;
        },
      );
    }
  }
  for (const options of [{ country: "nowhere" }, { country: 7 }, { level: "loose" }]) {
    assert.throws(() => normalizePhone("1", options), QuoContactsError);
  }
});

test("diagnostics are plain data, there before any record", () => {
  const { diagnostics } = createMapper({
    definitions: [{ key: "x", name: "X", type: "hologram" }],
  });
  assert.ok(Array.isArray(diagnostics));
  assert.ok(diagnostics.length > 0, "a type that is not known is worth a word");
  for (const { code, message } of diagnostics) assert.ok(code && message);
});

test("the caller's texts, by code", () => {
  const [issue] = createMapper({ definitions }).map({ firstName: "Ada", tier: "many" }).issues;
  const seen = [];
  const messages = {
    [issue.code]: (given) => {
      seen.push(given);
      return `no: ${given.path.join(".")}`;
    },
    invisible_without_phone: "no phone",
    toString: undefined,
  };
  const verdict = createMapper({ definitions, messages }).map({ firstName: "Ada", tier: "many" });
  assert.equal(verdict.issues[0].message, "no: tier");
  assert.equal(seen.length, 1);
  assert.equal(seen[0].code, issue.code);
  const { warnings } = contactSchema({ messages })["~standard"].validate({ firstName: "Ada" });
  assert.deepEqual(
    warnings.map(({ message }) => message),
    ["no phone"],
  );
  const phone = normalizePhone("555", {
    country: "US",
    messages: new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => ({ value: "x", configurable: true }),
        get: () => "no number",
      },
    ),
  });
  assert.deepEqual(
    phone.issues.map(({ message }) => message),
    ["no number"],
  );
});

test("a time zone reaches the engine", () => {
  const since = [{ key: "since", name: "Since", type: "date" }];
  const value = (timeZone) =>
    createMapper({ definitions: since, timeZone }).map({ firstName: "Ada", since: "2024-09-11" })
      .value.customFields[0].value;
  assert.equal(value("America/New_York"), "2024-09-11T04:00:00.000Z");
  assert.equal(value("Asia/Kathmandu"), "2024-09-10T18:15:00.000Z");
  assert.equal(value(undefined), "2024-09-11T00:00:00.000Z");
});

test("one number", () => {
  const { value, warnings } = normalizePhone("(415) 555-2671 ext. 9", { country: "US" });
  assert.equal(value.e164, "+14155552671");
  assert.equal(value.country, "US");
  assert.equal(value.ext, "9");
  assert.equal(typeof value.type, "string");
  assert.ok(Array.isArray(warnings));
  assert.ok(normalizePhone("555").issues.length > 0);
});

test("a text that can't be made leaves the English one", () => {
  const messages = {
    required: () => {
      throw new Error("no such language");
    },
  };
  const { issues } = createMapper({ messages }).map({ phone: "+14155552671" });
  assert.deepEqual([issues[0].code, typeof issues[0].message], ["required", "string"]);
});

test("a number's options are as strict as a mapper's", () => {
  for (const options of [null, "US", [], { countryCode: "US" }, { country: 1 }]) {
    assert.throws(
      () => normalizePhone("4155552671", options),
      (error) => error instanceof QuoContactsError,
      JSON.stringify(options),
    );
  }
});

test("many options and many duplicates take no time to speak of", () => {
  const options = Array.from({ length: 3000 }, (_, index) => `option ${index}`);
  const mapper = createMapper({
    definitions: [{ key: "t", name: "T", type: "multi-select" }],
    fields: { t: { separator: ",", options } },
  });
  const base = { firstName: "Ada", phone: "+14155552671" };
  const known = Array.from({ length: 15_000 }, (_, index) => `Option ${index % 3000}`);
  assert.equal(mapper.map({ ...base, t: known }).value.customFields[0].value.length, 3000);
  const text = known.slice(0, 1000).join(",");
  assert.equal(mapper.map({ ...base, t: text }).value.customFields[0].value.length, 1000);
  const [{ code, params }] = mapper.map({ ...base, t: `${text},Option 0` }).issues;
  assert.deepEqual([code, params], ["too_many_items", { max: 1000 }]);
  const unknown = Array.from({ length: 5_000 }, (_, index) => `optoin ${index}`);
  const { issues } = mapper.map({ ...base, t: unknown });
  assert.equal(issues.length, 5_000);
  assert.equal(issues.filter(({ suggestions }) => suggestions).length, 20);
});

test("many bad numbers are suggested for only as long as that is of use", () => {
  const mapper = createMapper({ country: "US", likelyCountries: ["GB"] });
  const phones = Array.from({ length: 200 }, (_, index) => `020 7946 0${100 + index}`);
  const { issues } = mapper.map({ firstName: "Ada", phones });
  assert.equal(issues.length, 200);
  assert.equal(issues.filter(({ suggestions }) => suggestions).length, 20);
});

test("directives suggest for no longer either, and look at no list that is too long", () => {
  const options = { country: "US", likelyCountries: ["GB"] };
  const mapping = { firstName: "firstName", phoneNumbers: { "@phone": "phones" } };
  const mapper = createMapper({ ...options, mapping });
  const phones = Array.from({ length: 1001 }, () => "020 7946 0100");
  const { issues } = mapper.map({ firstName: "Ada", phones: phones.slice(1) });
  assert.equal(issues.length, 1000);
  assert.equal(issues.filter(({ suggestions }) => suggestions).length, 20);
  const codes = mapper.map({ firstName: "Ada", phones }).issues.map(({ code }) => code);
  assert.deepEqual(codes, ["too_many_items"]);
});
