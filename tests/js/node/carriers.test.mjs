// Every way in which an entry can bring its engine gives the same answers.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { file, load, requireFrom } from "../support/app.mjs";

const installed = (name) => import(pathToFileURL(file(name)));
const records = [
  { firstName: "Ada", phone: "(415) 555-2671", email: "Ada@EXAMPLE.com" },
  { firstName: "Ádám", phoneNumbers: ["+36 1 234 5678", "555"], tier: "Gold", since: "2024-03-01" },
  { phone: "+1 415 555 267", tier: 4.5, since: "2023-02-29" },
  {},
];
const options = {
  country: "US",
  timeZone: "America/New_York",
  definitions: [
    { key: "tier", name: "Tier", type: "string" },
    { key: "since", name: "Since", type: "date" },
  ],
};
const verdicts = ({ contactSchema }) =>
  records.map((record) => contactSchema(options).safeParse(record));

test("the form as JavaScript says what the form says", async () => {
  const expected = verdicts(await load("form.mjs"));
  assert.deepEqual(
    expected.map(({ success }) => success),
    [true, false, false, false],
  );
  assert.deepEqual(verdicts(await installed("form-script.js")), expected);
  assert.deepEqual(verdicts(requireFrom("quo-contacts/form/js")), expected);
});

test("phone numbers as JavaScript are those of the engine", async () => {
  const { normalizePhone, normalizePhones } = await load("phone.mjs");
  const script = await installed("phone-script.js");
  const texts = JSON.parse(readFileSync(new URL("../../oracle/verdicts.json", import.meta.url)));
  const numbers = texts
    .map(({ text }) => text)
    .concat(["(415) 555-2671", "+44 20 7946 0958 ext. 7", "911"]);
  for (const text of numbers)
    assert.deepEqual(
      script.normalizePhone(text, { country: "US" }),
      normalizePhone(text, { country: "US" }),
    );
  assert.deepEqual(script.normalizePhones(numbers), normalizePhones(numbers));
  const format = await installed("phone-format-script.js");
  assert.equal(
    format.formatPhone("+14155552671"),
    (await load("format.mjs")).formatPhone("+14155552671"),
  );
});

test("an engine that is JavaScript works where there is no WebAssembly", async () => {
  const { WebAssembly: real } = globalThis;
  delete globalThis.WebAssembly;
  try {
    const { safeParse } = (
      await import(`${pathToFileURL(file("form-script.js"))}?alone`)
    ).contactSchema();
    assert.equal(safeParse({ firstName: "Ada" }).success, true);
  } finally {
    globalThis.WebAssembly = real;
  }
});

test("the engine beside its entry is read by `init`, and missed without it", async () => {
  const url = await installed("url.js");
  assert.throws(() => url.normalizePhone("1"), { code: "not_initialized" });
  await url.init();
  assert.equal(url.normalizePhone("+14155552671").value.e164, "+14155552671");
});

test("an engine that is not beside its entry is an error that says so", async () => {
  const alone = mkdtempSync(join(tmpdir(), "quo-contacts-"));
  try {
    writeFileSync(join(alone, "package.json"), '{"type":"module"}');
    for (const name of ["url.js", "core.js"]) copyFileSync(file(name), join(alone, name));
    const { init } = await import(pathToFileURL(join(alone, "url.js")));
    const [first, second] = await Promise.allSettled([init(), init()]);
    assert.equal(first.reason.code, "invalid_source");
    assert.equal(second.reason.code, "invalid_source");
  } finally {
    rmSync(alone, { recursive: true });
  }
});

test("no text of the entry for edge runtimes compiles bytes by name", () => {
  for (const name of [
    "edge.js",
    "core.js",
    "form-edge.js",
    "phone-edge.js",
    "phone-format-edge.js",
  ])
    assert.doesNotMatch(
      readFileSync(file(name), "utf8"),
      /WebAssembly\.(compile|instantiate)\(|eval\(|new Function/,
    );
});
