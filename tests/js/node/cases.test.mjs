// The rows of `tests/cases`, through the built package: each entry that can run one, and each engine both as
// WebAssembly and as JavaScript. The Rust tests run the same rows natively.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";
import { languages, rendered } from "../support/messages.mjs";

const both = (name) => Promise.all([load(`${name}.mjs`), load(`${name}-script.mjs`)]);
const wholes = await Promise.all([load(), load("script.mjs")]);
const forms = await both("form");
const formats = await both("format");
/** Every entry that reads phone numbers: all say the same, one by one and in a batch. */
const phones = [...wholes, ...(await both("phone")), ...formats];

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
  if (call === "map") return mapped(options, row);
  const [value, same] = by[call](options, row);
  assert.deepEqual(same, value);
  return { value, warnings: [] };
}

/** What the engine as WebAssembly says, and what it says as JavaScript. */
const by = {
  phoneState: (options, { text }) => formats.map(({ phoneState }) => phoneState(text, options)),
  formatPhone: (options, { text }) =>
    formats.map(({ formatPhone }) => formatPhone(text, options) ?? null),
  diagnose: (options) => wholes.map(({ createMapper }) => diagnosed(createMapper, options)),
  explain: (options, { record }) =>
    wholes.map(({ createMapper }) => createMapper(options).explain(record)),
};

function mapped(options, { record }) {
  const [verdict, ...others] = wholes.flatMap(({ createMapper }) => {
    const mapper = createMapper(options);
    try {
      // From the second record on, the columns are known.
      return Array.from({ length: 4 }, () => mapper.map(record));
    } finally {
      mapper.free();
    }
  });
  if (!("mapping" in options))
    for (const { contactSchema } of [...wholes, ...forms])
      others.push(contactSchema(options)["~standard"].validate(record));
  for (const other of others) assert.deepEqual(other, verdict);
  return verdict;
}

/** Errors carry all that is said; warnings let the mapper be made. */
function diagnosed(createMapper, options) {
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
