// The entries for phone numbers alone: how they start, what they weigh, and input that is meant to hurt.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brotli } from "../../../pkg-template/build/sizes.mjs";
import { directory, file, load, root as repository, requireFrom } from "../support/app.mjs";
import { breakNext, instances } from "../support/fault.mjs";

const root = await load();
const phone = await load("phone.mjs");
const format = await load("format.mjs");
const { normalizePhone, normalizePhones, QuoContactsError } = phone;

const US = { country: "US" };
const good = "(415) 555-2671";
const answer = normalizePhone(good, US);

const fresh = (code) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: directory,
    encoding: "utf8",
  }).trim();

const NAMES = [
  "QuoContactsError",
  "init",
  "initSync",
  "isReady",
  "normalizePhone",
  "normalizePhones",
];
const MORE = [...NAMES, "formatPhone", "phoneState"].sort();

test("the entries export the same names in both forms", () => {
  for (const [name, entry, names] of [
    ["phone", phone, NAMES],
    ["phone-format", format, MORE],
  ]) {
    assert.deepEqual(Object.keys(entry), names);
    assert.deepEqual(
      Object.keys(requireFrom(`./node_modules/quo-contacts/${name}.cjs`)).sort(),
      names,
    );
  }
});

test("importing starts nothing, and the first call does", () => {
  for (const name of ["quo-contacts/phone", "quo-contacts/phone/format"]) {
    const said = fresh(`
      const touched = [];
      const { Module, Instance } = WebAssembly;
      WebAssembly.Module = class { constructor(bytes) { touched.push("Module"); return new Module(bytes); } };
      const { isReady, normalizePhone } = await import("${name}");
      const before = [touched.length, isReady()];
      normalizePhone("+1 415 555 2671");
      console.log(JSON.stringify([before, touched, isReady()]));
    `);
    assert.equal(said, '[[0,false],["Module"],true]', name);
  }
});

test("`import` and `require` share one engine where Node can", () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const shared = major > 22 || (major === 22 && minor >= 10) || (major === 20 && minor >= 19);
  for (const name of ["quo-contacts/phone", "quo-contacts/phone/format"]) {
    const said = fresh(`
      import { createRequire } from "node:module";
      import * as imported from "${name}";
      const required = createRequire(${JSON.stringify(`${directory}/x.cjs`)})("${name}");
      imported.initSync();
      console.log(required.isReady(), required.normalizePhone === imported.normalizePhone);
    `);
    assert.equal(said, shared ? "true true" : "false false", name);
  }
});

test("the engine may come from outside", async () => {
  const bytes = readFileSync(file("phone.wasm"));
  delete requireFrom.cache[file("phone.cjs")];
  const entry = requireFrom(file("phone.cjs"));
  await assert.rejects(entry.init(new Uint8Array([1])), { code: "invalid_source" });
  await entry.init(bytes);
  assert.deepEqual(entry.normalizePhone(good, US), answer);
});

const WAYS = ["workerd", "edge-light", "fastly", "module-sync", "require", "default"];

test("what each directory and condition names is there", () => {
  const { exports, sideEffects } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  for (const name of ["phone", "phone/format"]) {
    const conditions = exports[`./${name}`];
    assert.deepEqual(Object.keys(conditions), WAYS);
    for (const { types, default: entry } of Object.values(conditions)) {
      assert.ok(existsSync(file(types)) && existsSync(file(entry)), entry);
      assert.ok(sideEffects.includes(entry), entry);
    }
    const inner = JSON.parse(readFileSync(file(`${name}/package.json`), "utf8"));
    for (const key of ["main", "module", "types"]) {
      assert.ok(existsSync(join(dirname(file(`${name}/package.json`)), inner[key])), inner[key]);
    }
  }
});

test("numbers alone stay small", () => {
  for (const name of ["phone.js", "phone.cjs"]) {
    const size = brotli(readFileSync(file(name)));
    assert.ok(size <= BUDGET, `${name} has ${size} bytes`);
  }
});
const BUDGET = 34_000;

test("each kind has its name, whichever way it crosses", () => {
  const lines = readFileSync(join(repository, "tests/oracle/sample.tsv"), "utf8").split("\n");
  const kinds = new Set();
  for (const line of lines.slice(1, 6000)) {
    const [country, text = ""] = line.split("\t");
    const options = /^[A-Z]{2}$/.test(country) ? { country } : {};
    const quick = normalizePhone(text, options).value;
    if (!quick || !/^[-+\d (.)]+$/.test(text)) continue;
    kinds.add(quick.type);
    // An extension takes the number the long way.
    const { value } = normalizePhone(`${quick.e164} ext. 7`, options);
    assert.deepEqual(value, { ...quick, ext: "7" });
  }
  assert.ok(kinds.size >= 10, [...kinds].join());
});

test("a batch says of each text what a single call says, in every entry", () => {
  const lines = readFileSync(join(repository, "tests/oracle/sample.tsv"), "utf8").split("\n");
  const texts = lines.slice(1).map((line) => line.split("\t")[1] ?? "");
  for (const options of [US, {}, { country: "de", level: "possible" }, { level: "shape" }]) {
    const single = texts.map((text) => normalizePhone(text, options));
    for (const entry of [phone, root, format])
      assert.deepEqual(entry.normalizePhones(texts, options), single);
    assert.deepEqual(
      texts.slice(0, 2000).map((text) => root.normalizePhone(text, options)),
      single.slice(0, 2000),
    );
  }
});

test("texts of the caller's own", () => {
  const messages = {
    local_only: "Vorwahl fehlt",
    extension_left_out: ({ code }) => `(${code})`,
    required: () => {
      throw new Error("on purpose");
    },
  };
  const verdicts = normalizePhones(["555-2671", `${good} x1`, ""], { ...US, messages });
  const said = verdicts.flatMap(({ issues = [], warnings }) => [...issues, ...warnings]);
  assert.deepEqual(
    said.map(({ message }) => message),
    ["Vorwahl fehlt", "(extension_left_out)", "Fill in this field."],
  );
  assert.deepEqual(
    normalizePhones(["555-2671"], US)[0].issues[0].message,
    "Part of this phone number is missing. Enter all digits, with the area code.",
  );
});

test("a text of the caller's that comes back in the middle of a batch", () => {
  const messages = { local_only: () => normalizePhones(["+442079460958", good], US)[0].value.e164 };
  const verdicts = normalizePhones(["555-2671", good, "555-2672", good], { ...US, messages });
  assert.deepEqual(
    verdicts.map(({ value, issues }) => value?.e164 ?? issues[0].message),
    ["+442079460958", "+14155552671", "+442079460958", "+14155552671"],
  );
});

const halves = "\uD83D 415 555 2671 \uDE00";
/** Each stands between two good ones, and must not move them. */
const hurtful = {
  "an empty text": "",
  NUL: "\0",
  "a number with a NUL": "+1 415\u0000555 2671",
  "nothing but NULs": "\0".repeat(5000),
  "a text of 5 MB": "x".repeat(5_000_000),
  "digits of 5 MB": "9".repeat(5_000_000),
  "blanks of 5 MB": " ".repeat(5_000_000),
  "halves of surrogate pairs": halves,
  "a pair that begins as a half": "+1 415 555 2671 \u{10400}\u{10000} home",
  "what a long text ends with": `${" ".repeat(70)}${good}`,
  "65 units": `${good}${" ".repeat(51)}`,
  "no text": undefined,
  null: null,
  "a number": 4155552671,
  "a big integer": 14155552671n,
  NaN: Number.NaN,
  "an object": {},
  "an object that is no text": {
    toString() {
      throw new Error("on purpose");
    },
  },
  "a symbol": Symbol("x"),
  "an array": ["+14155552671"],
  "another array's length": "\uFFFF\uFFFE",
};
for (const [name, text] of Object.entries(hurtful)) {
  test(`${name}, between two good ones`, () => {
    const [before, verdict, after] = normalizePhones([good, text, good], US);
    assert.deepEqual([before, after], [answer, answer]);
    assert.deepEqual(verdict, normalizePhone(text, US));
    assert.deepEqual(verdict, root.normalizePhone(text, US));
    assert.notEqual("value" in verdict, "issues" in verdict);
  });
}

test("blanks around a number are dropped, however many", () => {
  const blank = " \u00A0\u200B\uFEFF\u0085\u3000".repeat(20_000);
  assert.deepEqual(normalizePhone(`${blank}${good}${blank}`, US), answer);
  assert.deepEqual(normalizePhone(blank, US).issues[0].code, "required");
  const { issues } = normalizePhone(`${blank}${good}${blank}x`, US);
  assert.deepEqual(issues[0].code, "not_a_phone_number");
});

test("a word beside the number comes back whole", () => {
  const word = "h\u{10400}me \u{D7FF}\u{10FFFF}office";
  const { value, warnings } = normalizePhone(`${good} (${word})`, US);
  assert.equal(value.e164, "+14155552671");
  assert.deepEqual(warnings[0].suggestions, [word]);
});

test("holes and 100,000 texts", () => {
  const texts = Array.from({ length: 100_000 }, (_, index) => `+1415555${2000 + (index % 8000)}`);
  delete texts[77];
  const verdicts = normalizePhones(texts);
  assert.equal(verdicts.length, texts.length);
  verdicts.forEach((verdict, index) => {
    if (index === 77) assert.equal(verdict.issues[0].code, "required");
    else assert.equal(verdict.value.e164, texts[index]);
  });
});

const throwing = () => {
  throw new Error("on purpose");
};
const misuse = {
  "no array": "+14155552671",
  nothing: undefined,
  "an iterable": new Set(["+14155552671"]),
  "an object with a length": { length: 1, 0: "+14155552671" },
  "four thousand million holes": new Array(4_000_000_000),
  "a getter that throws": Object.defineProperty([good, good], 1, { get: throwing }),
  "a proxy whose every trap throws": new Proxy(
    [],
    Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing])),
  ),
};
for (const [name, texts] of Object.entries(misuse)) {
  test(`${name} is thrown with a code`, () => {
    for (const entry of [phone, root, format]) {
      assert.throws(
        () => entry.normalizePhones(texts, US),
        (error) => error instanceof entry.QuoContactsError && error.code === "invalid_options",
      );
      assert.deepEqual(entry.normalizePhone(good, US), answer);
    }
  });
}

test("a getter that comes back in the middle of a batch", () => {
  const texts = [good, "", good];
  Object.defineProperty(texts, 1, { get: () => normalizePhones(["+442079460958"])[0].value.e164 });
  const found = normalizePhones(texts, US).map(({ value }) => value.e164);
  assert.deepEqual(found, ["+14155552671", "+442079460958", "+14155552671"]);
});

test("an option that is wrong is named", () => {
  for (const [options, code, name] of [
    [{ contry: "US" }, "invalid_options", "contry"],
    [{ country: 1 }, "invalid_options", "country"],
    [{ level: 2 }, "invalid_options", "level"],
    [{ country: "UK" }, "unknown_country", "country"],
    [{ country: "USA" }, "unknown_country", "country"],
    [{ country: "ıN" }, "unknown_country", "country"],
    [{ level: "loose" }, "invalid_options", "level"],
  ]) {
    for (const call of [
      () => normalizePhone(good, options),
      () => normalizePhones([], options),
      () => root.normalizePhone(good, options),
    ]) {
      assert.throws(call, (error) => {
        assert.equal(error.code, code);
        assert.ok(error.message.includes(`\`${name}\``), error.message);
        return true;
      });
    }
  }
  assert.throws(() => normalizePhone(good, []), QuoContactsError);
  assert.throws(() => format.formatPhone(good, { style: "loud" }), /`style`/);
  assert.throws(() => format.phoneState(good, { style: "national" }), /`style` is no option/);
});

test("long texts in a field are shown as they are", () => {
  const long = "9".repeat(100_000);
  assert.deepEqual(format.phoneState(long, US), {
    formatted: long,
    complete: false,
    possible: false,
    reason: "not_a_phone_number",
  });
  assert.equal(format.formatPhone(long, US), undefined);
});

test("a trap costs the call, not the next one", () => {
  for (const name of ["phone_batch", "phone_answer"]) {
    const before = instances.length;
    breakNext(name, () => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
    const text = name === "phone_batch" ? good : `${good} x1`;
    assert.throws(
      () => normalizePhones([text, good], US),
      (error) => error instanceof QuoContactsError && error.code === "engine_fault",
    );
    assert.deepEqual(normalizePhones([good, good], US), [answer, answer]);
    assert.equal(instances.length, before + 1, "a new instance");
  }
});
