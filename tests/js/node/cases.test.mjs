// The rows of `tests/cases`, through the built package. The Rust tests run the same rows natively.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";
import { languages, rendered } from "../support/messages.mjs";

const main = await load();
const { createMapper } = main;
/** Every entry that reads phone numbers: all say the same, one by one and in a batch. */
const phones = [main, await load("phone.mjs"), await load("format.mjs")];
/** The schema of the whole and that of the form's own engine. */
const schemas = [main.contactSchema, (await load("form.mjs")).contactSchema];

for (const { name, about, call, options, cases } of corpus()) {
  describe(`${name}: ${about}`, () => {
    for (const row of cases) {
      test(row.name, () => {
        const all = { ...options, ...row.options };
        const verdict = run(call, all, row);
        check(verdict, row);
        for (const { locale, messages } of Object.values(languages)) {
          if (call === "map") inLanguage(run(call, { ...all, messages }, row), verdict, messages);
          if (call !== "normalizePhone") continue;
          const asked = { languages: Object.values(languages), locale };
          inLanguage(run(call, { ...all, ...asked }, row), verdict, messages);
        }
      });
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
  inLanguage(verdict, verdict, languages.en.messages);
  assert.equal("value" in row, "value" in verdict, `a value or not: ${JSON.stringify(verdict)}`);
  if ("value" in row) assert.deepEqual(verdict.value, row.value);
  list("issues", verdict.issues ?? [], row.issues ?? []);
  list("warnings", verdict.warnings, row.warnings ?? []);
}

/** The same verdict in the texts of a language. */
function inLanguage(verdict, same, messages) {
  for (const list of ["issues", "warnings"]) {
    const texts = (verdict[list] ?? []).map(({ message }) => message);
    const told = same[list] ?? [];
    assert.deepEqual(
      texts,
      told.map(({ code, params }) => rendered(messages, code, params)),
    );
    for (const text of texts) assert.doesNotMatch(text, /[{}]/);
  }
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
