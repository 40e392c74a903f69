// Input that is meant to hurt. After each piece of it, a valid call answers as before.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { load } from "../support/app.mjs";
import { breakNext, breakNextMap, exhaustNextMap, instances } from "../support/fault.mjs";
import { nested, records } from "../support/hostile.mjs";
import { shape } from "../support/shape.mjs";

const { contactSchema, createMapper, normalizePhone, normalizePhones, QuoContactsError } =
  await load();

const definitions = [
  { key: "size", name: "Company size", type: "number" },
  { key: "since", name: "Customer since", type: "date" },
];
const options = { definitions, country: "US", timeZone: "America/New_York" };
const mapper = createMapper(options);
const good = { firstName: "Ada", phone: "(415) 555-2671", size: "12", since: "2024-03-01" };
const answer = mapper.map(good);

const valid = () => {
  assert.equal(answer.value.defaultFields.firstName, "Ada");
  assert.deepEqual(mapper.map(good), answer);
  assert.deepEqual(createMapper(options).map(good), answer);
  assert.equal(normalizePhone("(415) 555-2671", { country: "US" }).value.e164, "+14155552671");
};
beforeEach(valid);
afterEach(valid);

for (const [name, make] of Object.entries(records)) {
  test(name, () => {
    const record = make();
    shape(mapper.map(record));
    shape(contactSchema(options)["~standard"].validate(record));
    assert.equal({}.polluted, undefined);
  });
}

test("600 bad calls in a row", () => {
  const deep = nested(20_000, (v) => ({ v }));
  for (let call = 0; call < 600; call++) shape(mapper.map({ call, deep, [`k${call}`]: "\uD800" }));
  for (let call = 0; call < 600; call++) {
    assert.throws(() => createMapper({ country: "nowhere", definitions: deep }), QuoContactsError);
  }
  assert.equal(instances.length, 1, "nothing of this was a fault");
});

test("a getter that maps another record", () => {
  const record = {
    lastName: "x",
    get firstName() {
      return mapper.map(good).value.defaultFields.firstName;
    },
  };
  assert.equal(mapper.map(record).value.defaultFields.firstName, "Ada");
});

test("bad phone texts", () => {
  for (const text of [
    "",
    "x".repeat(5_000_000),
    "9".repeat(100_000),
    "\uD800",
    "\0",
    "+".repeat(1000),
    undefined,
    null,
    {},
    Symbol("x"),
    4155552671,
  ]) {
    shape(normalizePhone(text, { country: "US" }));
  }
});

test("a trap costs the call, not the next one", () => {
  for (let round = 1; round <= 3; round++) {
    const before = instances.length;
    breakNextMap();
    assert.throws(() => mapper.map(good), fault);
    assert.deepEqual(mapper.map(good), answer);
    assert.equal(instances.length, before + 1, "a new instance");
  }
});

test("a trap in one mapper leaves the others their options", () => {
  const canadian = createMapper({ country: "CA" });
  const schema = contactSchema({ definitions, country: "GB", messages: { invalid: "no" } });
  const before = [canadian.map(good), schema["~standard"].validate(good)];
  breakNextMap();
  assert.throws(() => mapper.map(good), fault);
  assert.deepEqual([canadian.map(good), schema["~standard"].validate(good)], before);
});

test("a getter that costs the instance costs its record nothing", () => {
  const kept = createMapper(options);
  const expected = kept.map(good);
  kept.map(good);
  const record = Object.defineProperty({ ...good }, "firstName", {
    enumerable: true,
    get: () => {
      breakNext("phone_batch", () => {
        throw new WebAssembly.RuntimeError("on purpose");
      });
      assert.throws(() => normalizePhones(["1"]), fault);
      assert.equal(normalizePhones(["1"]).length, 1);
      return good.firstName;
    },
  });
  assert.deepEqual(kept.map(record), expected);
  assert.deepEqual(kept.map(good), expected);
});

test("what may have been meant is looked for so often and no more", () => {
  const definitions = [{ key: "colour", name: "Colour", type: "string" }];
  const record = { firstName: "Ada" };
  for (let index = 0; index < 100; index++) record[`colour${index}`] = "x";
  for (const unmapped of ["issue", "warning"]) {
    const { issues, warnings } = createMapper({ definitions, unmapped }).map(record);
    const said = [...(issues ?? []), ...warnings].filter(({ code }) => code === "unknown_field");
    assert.equal(said.length, 100);
    assert.equal(said.filter(({ suggestions }) => suggestions).length, 20, unmapped);
  }
});

test("what a table may have meant is looked for so often and no more", () => {
  const table = { colour: "red" };
  const definitions = [{ key: "tags", name: "Tags", type: "multi-select" }];
  const mapping = { firstName: "First", tags: { "@lookup": { value: "words", table } } };
  const words = Array.from({ length: 100 }, (_, index) => `colour${index}`);
  const { issues } = createMapper({ definitions, mapping }).map({ First: "Ada", words });
  assert.equal(issues.length, 100);
  assert.equal(issues.filter(({ suggestions }) => suggestions).length, 20);
});

test("a panic on purpose says what it was, and costs one call", () => {
  const zoned = createMapper({
    definitions: [{ key: "d", name: "D", type: "date" }],
    timeZone: "Europe/Paris",
  });
  const dated = { ...good, d: "2024-01-15" };
  const unknown = createMapper({ unmapped: "ignore" });
  const { formatToParts } = Intl.DateTimeFormat.prototype;
  let thrown;
  // The engine asks the host for the zone in the middle of a call: freeing a mapper there finds its
  // table of mappers in use, which only a fault of ours could do.
  Intl.DateTimeFormat.prototype.formatToParts = function (...words) {
    try {
      unknown.free();
    } catch (error) {
      thrown ??= error;
    }
    return formatToParts.apply(this, words);
  };
  const before = instances.length;
  try {
    zoned.map(dated);
  } finally {
    Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
  }
  assert.equal(thrown.code, "engine_fault");
  assert.match(thrown.message, /panicked at .*\n.*the host called back/);
  assert.ok(thrown.cause instanceof WebAssembly.RuntimeError);
  assert.deepEqual(mapper.map(good), answer);
  assert.equal(instances.length, before + 1);
});

test("a record in the middle of another record's verdict disturbs neither", () => {
  const zoned = createMapper({
    definitions: [{ key: "d", name: "D", type: "date" }],
    timeZone: "Europe/Madrid",
  });
  const dated = (d) => ({ ...good, d });
  const expected = zoned.map(dated("2024-02-15"));
  const { formatToParts } = Intl.DateTimeFormat.prototype;
  const thrown = [];
  Intl.DateTimeFormat.prototype.formatToParts = function (...words) {
    try {
      mapper.map({ firstName: "\u00e9".repeat(5000) });
    } catch (error) {
      thrown.push(error.code);
    }
    return formatToParts.apply(this, words);
  };
  let said;
  try {
    said = zoned.map(dated("2024-03-15"));
  } catch (error) {
    thrown.push(error.code);
  } finally {
    Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
  }
  assert.deepEqual(new Set(thrown), new Set(["engine_fault"]));
  if (said) assert.equal(said.value.customFields[0].value, "2024-03-14T23:00:00.000Z");
  assert.deepEqual(zoned.map(dated("2024-02-15")), expected);
});

test("an engine that has no answer is a fault, and no payload", () => {
  const kept = createMapper(options);
  // The first record goes as a whole, the second as a row.
  for (const name of ["map_record", "map_row"]) {
    const before = instances.length;
    breakNext(name, (real, [, length]) => real(4_000_000_000, length));
    assert.throws(() => kept.map(good), fault);
    assert.deepEqual(kept.map(good), answer);
    assert.equal(instances.length, before + 1);
  }
});

test("what was made before a trap can be freed after it", () => {
  const old = createMapper(options);
  breakNextMap();
  assert.throws(() => mapper.map(good), fault);
  const young = createMapper(options);
  old.free();
  assert.deepEqual(young.map(good), answer);
  assert.throws(() => old.map(good), { code: "mapper_freed" });
});

test("out of memory", () => {
  const before = instances.length;
  exhaustNextMap();
  // Large, so that it can't fit into what the allocator has at hand.
  const record = { ...good, list: Array.from({ length: 15_000 }, (_, i) => `item ${i}`) };
  assert.throws(() => mapper.map(record), fault);
  assert.deepEqual(mapper.map(good), answer);
  assert.equal(instances.length, before + 1);
});

test("a stack that is nearly full", () => {
  let ends = 0;
  const fill = () => {
    try {
      fill();
    } catch {
      // Here and on the way up, less and less stack is missing.
      if (ends++ < 200) {
        try {
          mapper.map(good);
        } catch (error) {
          assert.ok(error instanceof RangeError || error.code === "engine_fault", String(error));
        }
      }
    }
  };
  fill();
  assert.ok(ends > 0);
});

function fault(error) {
  assert.ok(error instanceof QuoContactsError);
  assert.equal(error.code, "engine_fault");
  assert.equal(error.cause.name, "RuntimeError");
  return true;
}

test("the names of a form keep nothing of the text that it was read from", async () => {
  const mapper = createMapper({ unmapped: "ignore" });
  const read = (turn) => {
    const form = new URLSearchParams(
      `a-name-that-comes-once-${turn}=1&firstName=${"a".repeat(1 << 20)}`,
    );
    assert.equal(mapper.map(form).value.defaultFields.firstName.length, 1 << 20);
  };
  read(0);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let turn = 1; turn <= 100; turn++) read(turn);
  globalThis.gc();
  assert.ok(process.memoryUsage().heapUsed - before < 20 << 20);
});
