// Suggested mappings and column proofs through the built package. The Rust tests read the same exports natively.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load, requireFrom, root } from "../support/app.mjs";

const { createMapper, proveColumn, suggestMapping } = await load();
const script = await load("script.mjs");

const schema = requireFrom("quo-contacts/mapping.schema.json");
const fits = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const refused = (work, message) =>
  assert.throws(work, (error) => error.code === "invalid_options" && message.test(error.message));

describe("exports", () => {
  const folder = join(root, "tests/exports");
  const names = readdirSync(folder).sort();
  test("there are some", () => assert.ok(names.length >= 10));
  for (const name of names) {
    const { about, profile, headers, options, rows, payloads } = JSON.parse(
      readFileSync(join(folder, name), "utf8"),
    );
    test(`${name}: ${about}`, () => {
      const blank = Object.fromEntries(headers.map((header) => [header, ""]));
      const records = rows.map((row) => ({ ...blank, ...row }));
      const suggestion = suggestMapping({ headers, samples: records, ...options });
      assert.equal(suggestion.profile, profile);
      assert.ok(fits(suggestion.mapping), JSON.stringify(fits.errors));
      for (const again of [suggestMapping, script.suggestMapping])
        assert.deepEqual(again({ headers, samples: records, ...options }), suggestion);
      const mapper = createMapper({ ...options, headers, mapping: suggestion.mapping });
      assert.deepEqual(
        mapper.diagnostics.map(({ target }) => target),
        suggestion.unused,
      );
      for (const [index, record] of records.entries()) {
        const { issues, value } = mapper.map(record);
        assert.equal(issues, undefined, JSON.stringify(issues));
        assert.deepEqual(value, payloads[index]);
      }
      mapper.free();
    });
  }
});

describe("suggestMapping", () => {
  test("says what feeds what, how sure it is, and why", () => {
    const { mapping, targets, unused, repeated, profile } = suggestMapping({
      headers: ["Vorname", "Nachname", "E-Mail", "Telefon (mobil)", "Stufe", "Spalte 6", "Vorname"],
      samples: [{ Vorname: "Ada", "Spalte 6": "ada@example.com", Stufe: "Gold" }],
      definitions: { data: [{ key: "tier", name: "Stuffe", type: "string" }] },
    });
    assert.equal(profile, undefined);
    assert.deepEqual(mapping, {
      "@version": 1,
      firstName: { "@first": ["Vorname", { "@literal": null }] },
      lastName: "Nachname",
      emails: ["E-Mail", "Spalte 6"],
      phoneNumbers: [{ label: "mobile", value: "Telefon (mobil)" }],
      "customFields.tier": "Stufe",
    });
    assert.deepEqual(targets, [
      { target: "firstName", sources: ["Vorname"], score: 0.9, reason: "synonym" },
      { target: "lastName", sources: ["Nachname"], score: 0.9, reason: "synonym" },
      { target: "emails", sources: ["E-Mail"], score: 1, reason: "exact_name" },
      { target: "emails", sources: ["Spalte 6"], score: 0.6, reason: "content" },
      { target: "phoneNumbers", sources: ["Telefon (mobil)"], score: 0.9, reason: "synonym" },
      { target: "customFields.tier", sources: ["Stufe"], score: 0.7, reason: "similar_name" },
    ]);
    assert.deepEqual(unused, ["Vorname"]);
    assert.deepEqual(repeated, ["Vorname"]);
  });

  test("declares the forms that samples prove, and no other", () => {
    const definitions = [
      { key: "d", name: "Since", type: "date" },
      { key: "n", name: "Revenue", type: "number" },
    ];
    const suggest = (rows) =>
      suggestMapping({
        headers: ["Since", "Revenue"],
        samples: rows.map(([Since, Revenue]) => ({ Since, Revenue })),
        definitions,
      }).mapping;
    const proved = suggest([
      ["03.04.2025", "1.234"],
      ["25.12.2025", "1.234,50"],
    ]);
    assert.deepEqual(proved["customFields.d"], {
      "@date": { value: "Since", formats: ["DD.MM.YYYY"] },
    });
    assert.deepEqual(proved["customFields.n"], {
      "@number": { value: "Revenue", locale: "de-DE" },
    });
    const open = suggest([["03.04.2025", "1.234"]]);
    assert.deepEqual([open["customFields.d"], open["customFields.n"]], ["Since", "Revenue"]);
    const others = suggest([["soon", "many"]]);
    assert.deepEqual([others["customFields.d"], others["customFields.n"]], [undefined, undefined]);
  });

  test("never needs a name, whatever the columns are called", () => {
    for (const headers of [
      ["Phone"],
      ["E-mail"],
      ["Name", "Phone"],
      ["First Name", "Last Name", "Phone"],
    ]) {
      const { mapping } = suggestMapping({ headers });
      const mapper = createMapper({ mapping, headers, country: "US" });
      const { issues } = mapper.map({ Phone: "(415) 555-2671", "E-mail": "ada@example.com" });
      assert.equal(issues, undefined, JSON.stringify(issues));
    }
  });

  test("takes wide tables, and refuses wider ones", () => {
    const headers = Array.from({ length: 2000 }, (_, index) => `Column ${index}`);
    const row = Object.fromEntries(headers.map((header, index) => [header, `value ${index}`]));
    const samples = Array(150).fill({ ...row, "Column 1999": "ada@example.com" });
    const { targets, unused } = suggestMapping({ headers, samples });
    assert.deepEqual(
      targets.map(({ target, sources }) => [target, sources]),
      [["emails", ["Column 1999"]]],
    );
    assert.equal(unused.length, 1999);
    refused(() => suggestMapping({ headers: [...headers, "one more"] }), /^`headers`: .*2000/);
  });

  test("reads hostile samples", () => {
    const hostile = {
      get Phone() {
        throw new Error("no");
      },
      Email: "a\0b",
      Name: "half \ud800",
      Id: Number.NaN,
    };
    const { unused } = suggestMapping({
      headers: ["Phone", "Email", "Name", "Id", "", "$.x"],
      samples: [hostile, new Map([["Phone", 1n]]), {}],
    });
    assert.ok(unused.includes("") && unused.includes("Id"));
  });

  test("a column called like a path is read as a column", () => {
    const headers = ["$.['Phone']", "a.b Phone", "Email [work]"];
    const suggestion = suggestMapping({ headers });
    const mapper = createMapper({ mapping: suggestion.mapping, headers, country: "US" });
    const { value } = mapper.map({
      "$.['Phone']": "(415) 555-2671",
      "a.b Phone": "",
      "Email [work]": "ada@example.com",
    });
    assert.equal(value.defaultFields.phoneNumbers[0].value, "+14155552671");
    assert.deepEqual(value.defaultFields.emails, [{ name: "work", value: "ada@example.com" }]);
  });

  test("says what is wrong with its options", () => {
    refused(() => suggestMapping(), /expected options/);
    refused(() => suggestMapping({}), /`headers`/);
    refused(() => suggestMapping({ headers: "Name" }), /^`headers`: expected an array/);
    refused(() => suggestMapping({ headers: [1] }), /^`headers\[0\]`: expected text/);
    refused(() => suggestMapping({ headers: [], samples: {} }), /^`samples`: expected an array/);
    refused(
      () => suggestMapping({ headers: [], samples: [["a"]] }),
      /^`samples\[0\]`: expected an object/,
    );
    refused(() => suggestMapping({ headers: [], sample: [] }), /`samples`/);
    assert.throws(() => suggestMapping({ headers: [], country: "XX" }), {
      code: "unknown_country",
    });
  });
});

describe("proveColumn", () => {
  test("options that are none", () => {
    for (const options of [null, "date", { az: "date" }, { as: "time" }])
      assert.throws(() => proveColumn([], options), { code: "invalid_options" }, String(options));
  });
  test("a value proves the order of day and month", () => {
    assert.deepEqual(proveColumn(["03/04/2025", "", "25/12/2025", "soon"]), {
      values: 4,
      blank: 1,
      date: {
        verdict: "proved",
        formats: ["DD/MM/YYYY"],
        index: 2,
        count: 2,
        others: { count: 1, index: 3 },
      },
    });
  });

  test("without a proof the candidates are named, and contradictions with both values", () => {
    const candidates = [["D.M.YYYY"], ["M.D.YYYY"]];
    assert.deepEqual(proveColumn(["2025-01-01", "3.4.2025"]).date, {
      verdict: "ambiguous",
      candidates,
      index: 1,
      count: 2,
    });
    assert.deepEqual(proveColumn(["3.4.2025", "12.25.2025", "25.12.2025"]).date, {
      verdict: "contradictory",
      candidates,
      indices: [2, 1],
      count: 3,
    });
  });

  test("a value proves the decimal mark", () => {
    const { date, number } = proveColumn(["1.234", "1.234,50", 7, 8n]);
    assert.equal(date, undefined);
    assert.deepEqual(number, { verdict: "proved", decimalMark: ",", index: 1, count: 4 });
    assert.deepEqual(proveColumn(["1,234"]).number, {
      verdict: "ambiguous",
      candidates: [".", ","],
      index: 0,
      count: 1,
    });
    assert.deepEqual(proveColumn(["12", "1 234"]).number, { verdict: "unambiguous", count: 2 });
  });

  test("what is declared is read by the mapper", () => {
    const dates = ["3/4/2025", "25/12/2025 10:30"];
    const { date } = proveColumn(dates, { as: "date" });
    const definitions = [{ key: "d", name: "D", type: "date" }];
    const mapper = createMapper({ definitions, dateFormats: date.formats, blankFirstName: "null" });
    assert.deepEqual(
      dates.map((D) => mapper.map({ D }).value.customFields[0].value),
      ["2025-04-03T00:00:00.000Z", "2025-12-25T10:30:00.000Z"],
    );
  });

  test("takes any iterable piece by piece, any value, and only what is asked for", () => {
    function* many() {
      for (let index = 0; index < 200_000; index++) yield "03/04/2025";
      yield "25/12/2025";
      yield* [null, undefined, new Date(0), Symbol("s"), { a: 1 }, ["1.5"], "x".repeat(1 << 20)];
    }
    const { values, blank, date, number } = proveColumn(many(), { as: "date" });
    assert.deepEqual([values, blank, number], [200_008, 2, undefined]);
    assert.equal(date.index, 200_000);
    assert.deepEqual([date.count, date.others], [200_002, { count: 4, index: 200_004 }]);
    assert.deepEqual(proveColumn([]), { values: 0, blank: 0 });
  });

  test("columns may be read inside each other, and one that fails leaves nothing behind", () => {
    function* failing() {
      yield "1,5";
      throw new RangeError("the source is gone");
    }
    function* nested() {
      yield "1,5";
      assert.throws(() => proveColumn(failing()), /the source is gone/);
      assert.equal(proveColumn(["25/12/2025"]).values, 1);
      yield "2,5";
    }
    const { values, number } = proveColumn(nested());
    assert.deepEqual([values, number.count], [2, 2]);
  });

  test("says what is wrong with its arguments", () => {
    for (const wrong of [undefined, null, 7, "1,5", {}])
      refused(() => proveColumn(wrong), /iterable/);
    refused(() => proveColumn([], { as: "time" }), /`as`/);
  });
});
