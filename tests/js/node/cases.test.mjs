// The rows of `tests/cases`, through the built package. The Rust tests run the same rows natively.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { load, root } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";

const main = await load();
const { createMapper } = main;
/** Every entry that reads phone numbers: all say the same, one by one and in a batch. */
const phones = [main, await load("phone.mjs"), await load("format.mjs")];
/** The schema of the whole and that of the form's own engine. */
const schemas = [main.contactSchema, (await load("form.mjs")).contactSchema];
const messages = JSON.parse(readFileSync(join(root, "tests/codes.json"), "utf8"));

for (const { name, about, call, options, cases } of corpus()) {
  describe(`${name}: ${about}`, () => {
    for (const row of cases) {
      test(row.name, () => check(run(call, { ...options, ...row.options }, row), row));
    }
  });
}

function run(call, options, row) {
  if (call === "normalizePhone") return agreed(row.text, options);
  if (call === "phoneState")
    return { value: phones[2].phoneState(row.text, options), warnings: [] };
  if (call === "formatPhone") {
    return { value: phones[2].formatPhone(row.text, options) ?? null, warnings: [] };
  }
  if (call === "diagnose") return { value: diagnosed(options), warnings: [] };
  if (call === "explain") {
    return { value: createMapper(options).explain(row.record), warnings: [] };
  }
  assert.equal(call, "map", "a call that this runner knows");
  const mapper = createMapper(options);
  try {
    const verdict = mapper.map(row.record);
    // From the second record on, the columns are known.
    for (let again = 0; again < 3; again++) assert.deepEqual(mapper.map(row.record), verdict);
    if (!("mapping" in options))
      for (const contactSchema of schemas) {
        const { validate } = contactSchema(options)["~standard"];
        assert.deepEqual(validate(row.record), verdict);
      }
    return verdict;
  } finally {
    mapper.free();
  }
}

/** Errors carry all that is said; warnings let the mapper be made. */
function diagnosed(options) {
  try {
    return createMapper(options).diagnostics;
  } catch (error) {
    assert.equal(error.code, "invalid_mapping");
    return error.details.diagnostics;
  }
}

function agreed(text, options) {
  const [verdict, ...others] = phones.flatMap(({ normalizePhone, normalizePhones }) => [
    normalizePhone(text, options),
    ...normalizePhones([text, "+1 415 555 2671", text], options).filter((_, index) => index !== 1),
  ]);
  for (const other of others) assert.deepEqual(other, verdict);
  return verdict;
}

function check(verdict, row) {
  for (const { code, message, params } of [...(verdict.issues ?? []), ...verdict.warnings]) {
    // What a parameter changes is in the message; the rest is to the letter.
    if (Object.keys(params).length === 0) assert.equal(message, messages[code]);
    else assert.ok(code in messages && message.length > 0);
  }
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
