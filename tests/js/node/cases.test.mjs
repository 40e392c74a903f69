// The rows of `tests/cases`, through the built package. The Rust tests run the same rows natively.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { load, root } from "../support/app.mjs";

const { createMapper, normalizePhone } = await load();
const directory = join(root, "tests/cases");
const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
assert.ok(names.length > 0, "no cases found");

for (const name of names) {
  const {
    about,
    call = "map",
    options,
    cases,
  } = parse(readFileSync(join(directory, name), "utf8"));
  describe(`${name}: ${about}`, () => {
    for (const row of cases) {
      test(row.name, () => check(run(call, merged(options, row.options), row), row));
    }
  });
}

/** The file's options under the row's; null takes one away. */
function merged(options, own) {
  const all = Object.entries({ ...options, ...own });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/** JSON, with whole numbers that a double would round as the bigints that JavaScript has for them. */
function parse(text) {
  const marked = text.replace(/"(?:\\.|[^"\\])*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `{"$bigint":"${token}"}`,
  );
  return JSON.parse(marked, (_, value) => (value?.$bigint ? BigInt(value.$bigint) : value));
}

function run(call, options, row) {
  if (call === "normalizePhone") return normalizePhone(row.text, options);
  assert.equal(call, "map", "a call that this runner knows");
  const mapper = createMapper(options);
  try {
    return mapper.map(row.record);
  } finally {
    mapper.free();
  }
}

function check(verdict, row) {
  assert.equal("value" in row, "value" in verdict, `a value or not: ${JSON.stringify(verdict)}`);
  if ("value" in row) assert.deepEqual(verdict.value, row.value);
  list("issues", verdict.issues ?? [], row.issues ?? []);
  list("warnings", verdict.warnings, row.warnings ?? []);
}

/** Compares on the keys that the row names. */
function list(what, actual, expected) {
  assert.deepEqual(
    actual.map(({ code }) => code),
    expected.map(({ code }) => code),
    `${what}: ${JSON.stringify(actual)}`,
  );
  expected.forEach((wanted, index) => {
    const known = Object.keys(wanted).filter((key) => key in actual[index]);
    assert.deepEqual(Object.fromEntries(known.map((key) => [key, actual[index][key]])), wanted);
  });
}
