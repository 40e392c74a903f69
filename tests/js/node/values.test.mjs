// Values of JavaScript that JSON has no word for: each has a verdict, and no value is lost on the way.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "../support/app.mjs";

const { createMapper } = await load();

const types = ["string", "number", "boolean", "date", "multi-select"];
const definitions = types.map((type) => ({ key: type, name: type, type }));
const mapper = createMapper({ definitions });

const deep = (depth) => (depth === 0 ? "x" : { a: deep(depth - 1) });
const cycle = {};
cycle.self = cycle;
const thrower = {
  get inner() {
    throw new Error("not readable");
  },
};

/** The verdict on one custom value: its payload's value, or the codes. */
const verdict = (key, value) => {
  const { value: payload, issues } = mapper.map({
    firstName: "Ada",
    phone: "+14155552671",
    [key]: value,
  });
  return payload ? payload.customFields[0].value : issues.map(({ code }) => code);
};

const holed = ["gold", "", "silver"];
delete holed[1];

const rows = [
  ["NaN", "number", Number.NaN, ["not_finite"]],
  ["NaN for text", "string", Number.NaN, ["not_finite"]],
  ["an infinity", "number", Number.NEGATIVE_INFINITY, ["not_finite"]],
  ["minus zero", "number", -0, 0],
  ["a whole number beyond 2^53 for text", "string", 2 ** 60, ["inexact_number"]],
  ["a big integer that is exact", "number", 9007199254740992n, 9007199254740992],
  ["a big integer that is not", "number", 9007199254740993n, ["inexact_number"]],
  ["a big integer for text", "string", 9007199254740993n, "9007199254740993"],
  ["a date", "date", new Date(Date.UTC(2024, 8, 11, 4)), "2024-09-11T04:00:00.000Z"],
  ["an invalid date", "date", new Date(Number.NaN), ["wrong_type"]],
  ["a date for text", "string", new Date(0), ["wrong_type"]],
  ["a boxed text", "string", Object("gold"), "gold"],
  ["a set", "multi-select", new Set(["gold"]), ["wrong_type"]],
  ["a map", "string", new Map([["a", 1]]), ["wrong_type"]],
  ["a file", "string", new File(["x"], "x.txt"), ["wrong_type"]],
  ["a function", "string", () => "gold", ["wrong_type"]],
  ["a symbol", "boolean", Symbol("true"), ["wrong_type"]],
  ["a hole in an array is blank", "multi-select", holed, ["gold", "silver"]],
  ["half of a surrogate pair", "string", "a\ud800b", ["malformed_text"]],
  ["NUL in a text", "string", "a\0b", ["control_character"]],
  ["a getter that throws", "string", thrower, ["wrong_type"]],
  ["a cycle", "string", cycle, ["wrong_type"]],
];

describe("a value that JSON has no word for", () => {
  for (const [name, key, value, expected] of rows) {
    test(name, () => assert.deepEqual(verdict(key, value), expected));
  }
});

test("what is undefined is left out, as on a way through JSON", () => {
  const record = {
    firstName: "Ada",
    lastName: undefined,
    emails: undefined,
    defaultFields: { company: undefined, phoneNumbers: ["+14155552671", undefined] },
    customFields: { number: undefined, string: "x" },
    date: undefined,
  };
  const { value } = mapper.map(record);
  assert.deepEqual(Object.keys(value.defaultFields), ["firstName", "phoneNumbers"]);
  assert.deepEqual(value.customFields, [{ key: "string", value: "x" }]);
  for (const same of [JSON.parse(JSON.stringify(record)), record, record])
    assert.deepEqual(mapper.map(same).value, value);

  for (const undefinedValue of [
    { phone: { name: "x", value: undefined } },
    { emails: [{ value: undefined }] },
    { customFields: [{ key: "string", value: undefined }] },
  ]) {
    const { issues } = mapper.map({ firstName: "Ada", ...undefinedValue });
    assert.deepEqual([issues.length, issues[0].code], [1, "required"]);
    const json = JSON.parse(JSON.stringify({ firstName: "Ada", ...undefinedValue }));
    assert.deepEqual(mapper.map(json).issues, issues);
  }

  const mapping = { firstName: "First", lastName: "Last", role: { "@first": ["Job", "Title"] } };
  const mapped = createMapper({ mapping }).map({ First: "Ada", Last: undefined, Title: "CTO" });
  assert.deepEqual(mapped.value, { defaultFields: { firstName: "Ada", role: "CTO" } });
});

const reasons = (record) =>
  mapper
    .map(record)
    .issues.filter(({ code }) => code === "unreadable")
    .map(({ path, params }) => [path, params.why]);

describe("a part that can't be read is an issue, wherever it stands", () => {
  test("a getter that throws", () => {
    const record = {
      firstName: "Ada",
      get phone() {
        throw new Error("not readable");
      },
    };
    assert.deepEqual(reasons(record), [[["phone"], "getter"]]);
  });
  test("nested too deep, where a value is looked for", () => {
    const nested = createMapper({ mapping: { firstName: `a${".a".repeat(31)}` } });
    const { issues } = nested.map({ a: deep(40) });
    assert.deepEqual(
      issues.map(({ code }) => code),
      ["unreadable"],
    );
  });
  test("too many values", () => {
    const record = { firstName: "Ada", emails: new Array(20_001).fill(""), phone: "+14155552671" };
    assert.deepEqual(reasons(record), [
      [["emails", 19_997], "size"],
      [["phone"], "size"],
    ]);
  });
  test("too many values before a source of a mapping", () => {
    const pairs = createMapper({ mapping: { firstName: "f", phoneNumbers: "phone" } });
    const record = { f: "Ada", big: new Array(20_001).fill(1), x: 1, phone: "+14155552671" };
    const { issues } = pairs.map(record);
    assert.ok(issues.some(({ code, params }) => code === "unreadable" && params.why === "size"));
  });
});
