// Every example of the page about the mapping language, through the package and its JSON Schema.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load, requireFrom, root } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";

const { createMapper } = await load();
const schema = requireFrom("quo-contacts/mapping.schema.json");
const fits = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const page = readFileSync(join(root, "docs/mapping.md"), "utf8");
const blocks = [...page.matchAll(/^```json (\w+)\n([\s\S]*?)^```$/gm)];
const of = (kind) =>
  blocks.filter(([, mark]) => mark === kind).map(([, , text]) => JSON.parse(text));
const [definitions] = of("definitions");
const examples = of("example");

for (const { mapping, record, gives } of examples) {
  test(JSON.stringify(mapping), () => {
    assert.ok(fits(mapping), JSON.stringify(fits.errors));
    const headers = Object.keys(record);
    const mapper = createMapper({ definitions, mapping, country: "US", headers });
    const errors = mapper.diagnostics.filter(({ code }) => code !== "unknown_column");
    assert.deepEqual(errors, []);
    const { value, issues } = mapper.map(record);
    assert.equal(issues, undefined, JSON.stringify(issues));
    const custom = (value.customFields ?? []).map(({ key, value }) => [key, value]);
    const payload = { ...value, customFields: Object.fromEntries(custom) };
    assert.ok(Object.keys(gives).length > 0);
    for (const [path, wanted] of Object.entries(gives)) {
      const found = path.split(".").reduce((at, step) => at[step], payload);
      assert.deepEqual(found, wanted, path);
    }
  });
}

const directives = schema.$defs.directive.anyOf.map(({ required: [name] }) => name);

test("every directive has an example and a heading", () => {
  assert.ok(directives.length > 15);
  for (const name of directives) {
    assert.ok(JSON.stringify(examples).includes(`"${name}":`), name);
    assert.match(page, new RegExp(`^### .*\`${name}\``, "m"));
  }
});

test("every code of a diagnostic is on the page", () => {
  const { cases } = corpus().find(({ call }) => call === "diagnose");
  const codes = new Set(cases.flatMap(({ value }) => value.map(({ code }) => code)));
  assert.ok(codes.size > 12);
  for (const code of codes) assert.ok(page.includes(`\`${code}\``), code);
});

test("the schema takes what compiles, and refuses what has not the form", () => {
  const form = ["unknown_directive", "several_directives", "unknown_property", "missing_property"];
  let refused = 0;
  for (const { call, cases, options } of corpus()) {
    for (const row of cases) {
      const mapping = row.options?.mapping ?? options?.mapping;
      if (!mapping) continue;
      const codes = call === "diagnose" ? row.value.map(({ code }) => code) : [];
      if (codes.some((code) => form.includes(code))) {
        assert.ok(!fits(mapping), `${row.name} should not fit`);
        refused += 1;
      } else if (call !== "diagnose") {
        assert.ok(fits(mapping), `${row.name}: ${JSON.stringify(fits.errors?.[0])}`);
      }
    }
  }
  assert.ok(refused >= 6);
});
