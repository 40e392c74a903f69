// From the second record with the same columns on, a mapper sends values alone. What it says must be what a mapper
// says that sees the record for the first time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";

const { createMapper } = await load();

const options = {
  country: "US",
  unmapped: "warning",
  definitions: [
    { key: "notes", name: "Notes", type: "string" },
    { key: "tags", name: "Tags", type: "multi-select" },
    { key: "score", name: "Score", type: "number" },
  ],
};
const good = { firstName: "Ada", phone: "(415) 555-2671", notes: "n", tags: ["a"], score: "1" };
const fresh = (record) => {
  const mapper = createMapper(options);
  const verdict = mapper.map(record);
  mapper.free();
  return verdict;
};

const inherited = Object.create(
  { lastName: "Byron" },
  { firstName: { value: "Ada", enumerable: true } },
);
const values = [
  "é李😀",
  "a\0b",
  "\uD83D",
  "a\u0001b",
  "x".repeat(20_000),
  "\u07FF\u0800\uFFFF",
  "",
  " ",
  0,
  -0,
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  12n,
  true,
  false,
  null,
  undefined,
  Symbol("s"),
  () => 1,
  new Date(0),
  new Date(Number.NaN),
  { deep: { er: 1 } },
  [],
  ["a", 1, true, null, undefined],
  ["a\0"],
  ["😀"],
  [["a"]],
  [{ value: "a" }],
  // biome-ignore lint/suspicious/noSparseArray: what is to be read
  ["a", , "b"],
  Object.assign(["a"], { more: 1 }),
  Object.assign([], { 1694803242783: "a" }),
  class extends Array {}.from(["a"]),
  new Proxy(["a"], {}),
];

for (const column of ["firstName", "phone", "notes", "tags", "score"]) {
  test(`each kind of value as ${column}`, () => {
    const mapper = createMapper(options);
    mapper.map(good);
    for (const value of values) {
      const record = { ...good, [column]: value };
      assert.deepEqual(mapper.map(record), fresh(record), String(typeof value));
      assert.deepEqual(mapper.map(good), fresh(good));
    }
  });
}

test("other columns, and the same in another order", () => {
  const mapper = createMapper(options);
  const records = [
    good,
    { ...good, lastName: "B" },
    { phone: good.phone, firstName: "Ada" },
    { firstName: "Ada", phone: good.phone },
    { firstName: "Ada", phome: good.phone },
    { firstName: "Ada" },
    {},
    inherited,
    Object.assign(Object.create(null), good),
    new (class Lead {
      firstName = "Ada";
      phone = good.phone;
    })(),
    new Map(Object.entries(good)),
    [good],
    "text",
    null,
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, "x"])),
  ];
  for (const first of records) {
    for (const second of records) {
      for (const record of [first, second, second, first]) {
        assert.deepEqual(mapper.map(record), fresh(record));
      }
    }
  }
});

test("getters that throw, and that come back with other records", () => {
  const mapper = createMapper(options);
  const other = { firstName: "Grace", notes: "é".repeat(9000) };
  const records = [
    () => {
      throw new Error("on purpose");
    },
    () => mapper.map(other).value.defaultFields.firstName,
    () => {
      mapper.map({ ...good, firstName: "Grace", phone: "+442079460958" });
      return "Ada";
    },
  ].map((get) => Object.defineProperty({ ...good }, "notes", { get, enumerable: true }));
  const throwing = new Proxy(good, {
    ownKeys: () => {
      throw new Error("on purpose");
    },
  });
  for (const record of [...records, throwing]) {
    for (let round = 0; round < 3; round++) {
      mapper.map(good);
      assert.deepEqual(mapper.map(record), fresh(record));
    }
  }
});

test("a polluted prototype adds no column", () => {
  const mapper = createMapper(options);
  const expected = fresh(good);
  mapper.map(good);
  Object.prototype.lastName = "Mallory";
  try {
    assert.deepEqual(mapper.map(good), expected);
    assert.deepEqual(mapper.map(good), expected);
  } finally {
    delete Object.prototype.lastName;
  }
});

test("what is too much, or oddly named, reads the same the second time", () => {
  const mapping = { firstName: "First", note: "a\uFFFDb", tags: "T" };
  const definitions = [
    { key: "note", name: "Note", type: "string" },
    { key: "tags", name: "Tags", type: "multi-select" },
  ];
  const records = [
    { First: "Ada", T: Array(25_000).fill("a") },
    { First: "Ada", T: Array(300).fill("a") },
    { First: "Ada", "a\0b": "x" },
    { First: "Ada", "a\uD800b": "x" },
  ];
  for (const record of records) {
    const { map } = createMapper({ definitions, mapping });
    const first = map(record);
    for (let again = 0; again < 3; again++) assert.deepEqual(map(record), first);
  }
});
