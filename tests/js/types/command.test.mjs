// `npx quo-contacts types`, from the installed package: what it writes compiles, and holds what it says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { directory, load } from "../support/app.mjs";
import { compile } from "../support/compile.mjs";

const FILES = [
  "contact-input.schema.json",
  "contact-output.schema.json",
  "contact.d.ts",
  "contact.js",
];
const definitions = [
  { key: "tier", name: "Tier", type: "string" },
  { key: "1709822", name: "Lead score", type: "number" },
  { key: "news", name: "Newsletter", type: "boolean" },
  { key: "topics", name: "Topics", type: "multi-select" },
];
/** Names that mean something to a compiler, to JavaScript or to a comment. */
const odd = [
  { key: 'a"b', name: "it's `${", type: "string" },
  { key: "\\", name: "*/ //", type: "url" },
  { key: "line\u2028break", name: " spaces ", type: "number" },
  { key: "__proto__", name: "constructor", type: "boolean" },
  { key: "\u{1f389}", name: "李", type: "date" },
  { key: "type", name: "];export type X=1;", type: "multi-select" },
];

const command = join(directory, "node_modules/.bin/quo-contacts");
const modules = join(directory, "command");
mkdirSync(modules, { recursive: true });
writeFileSync(join(modules, "package.json"), '{ "type": "module" }\n');
const workplace = () => mkdtempSync(join(modules, "at-"));
function run(words, { cwd = workplace(), input } = {}) {
  const windows = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    input,
    encoding: "utf8",
    shell: windows,
  });
  return { cwd, status, stdout, stderr };
}
const read = (place, name) => readFileSync(join(place, name), "utf8");
const written = (place) => Object.fromEntries(FILES.map((name) => [name, read(place, name)]));

function made(given, ...words) {
  const cwd = workplace();
  writeFileSync(join(cwd, "definitions.json"), JSON.stringify(given));
  const answer = run(["types", "--from", "definitions.json", ...words], { cwd });
  assert.equal(answer.status, 0, answer.stderr);
  return answer;
}

test("an array, the API's answer, and standard input give the same, each time", () => {
  const { cwd, stdout } = made(definitions);
  const first = written(cwd);
  assert.deepEqual(stdout.trim().split(/\r?\n/).sort(), FILES);
  // What else the API answers with is not in there.
  const answer = { data: definitions.map((one) => ({ ...one, id: "x" })), total: 4 };
  assert.deepEqual(written(made(answer).cwd), first);
  const piped = run(["types", "--from", "-"], { input: `\uFEFF${JSON.stringify(answer)}` });
  assert.equal(piped.status, 0, piped.stderr);
  assert.deepEqual(written(piped.cwd), first);
  const elsewhere = made(definitions, "--out", "some/where").cwd;
  assert.deepEqual(written(join(elsewhere, "some/where")), first);
  assert.deepEqual(readdirSync(elsewhere).sort(), ["definitions.json", "some"]);
});

test("what is written compiles, and knows the custom fields", async () => {
  const { cwd } = made(definitions);
  const { definitions: exported } = await import(pathToFileURL(join(cwd, "contact.js")));
  assert.deepEqual(exported, definitions);
  const sources = {
    "contact.d.ts": read(cwd, "contact.d.ts"),
    "app.ts": `
      import { contactSchema, type InferInput, type InferOutput } from "quo-contacts";
      import { type ContactInput, type ContactOutput, type CustomField, type CustomFieldKey, definitions } from "./contact.js";
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      const holds = <_Fact extends true>(): void => {};
      const schema = contactSchema({ definitions });
      holds<Same<InferInput<typeof schema>, ContactInput>>();
      holds<Same<InferOutput<typeof schema>, ContactOutput>>();
      holds<Same<CustomFieldKey, "tier" | "1709822" | "news" | "topics">>();
      const field: CustomField = { key: "1709822", value: 7 };
      // @ts-expect-error: a text for a number
      const wrong: CustomField = { key: "1709822", value: "7" };
      // @ts-expect-error: no such key
      const unknown: CustomField = { key: "other", value: null };
      const form: ContactInput = { firstName: "Ada", "Lead score": "7", customFields: { tier: "Gold" } };
      // @ts-expect-error: a list for a number
      const list: ContactInput = { "Lead score": [7] };
      void [field, wrong, unknown, form, list];
    `,
  };
  compile("command", sources, { module: "NodeNext", lib: ["ES2022"] });
});

test("the JSON Schemas are the schema's own", async () => {
  const { contactSchema } = await load();
  const { cwd } = made(definitions);
  const { jsonSchema } = contactSchema({ definitions })["~standard"];
  const [input, output] = ["input", "output"].map((of) => {
    const schema = JSON.parse(read(cwd, `contact-${of}.schema.json`));
    assert.deepEqual(schema, jsonSchema[of]({ target: "draft-2020-12" }));
    const ajv = new Ajv2020({ allowUnionTypes: true });
    formats.default(ajv);
    return ajv.compile(schema);
  });
  assert.ok(input({ firstName: "Ada", "Lead score": "7" }));
  const payload = (value) => ({
    defaultFields: { firstName: "Ada" },
    customFields: [{ key: "1709822", value }],
  });
  assert.ok(output(payload(7)));
  assert.equal(output(payload("7")), false);
});

test("odd names are names", async () => {
  const { cwd } = made(odd);
  const { definitions: exported } = await import(pathToFileURL(join(cwd, "contact.js")));
  assert.deepEqual(exported, odd);
  const text = read(cwd, "contact.d.ts");
  assert.doesNotMatch(text, /[\u2028\u2029]/);
  const keys = odd.map(({ key }) => `${JSON.stringify(key)}: true`).join(", ");
  const sources = {
    "contact.d.ts": text,
    "app.ts": `
      import type { CustomFieldKey } from "./contact.js";
      export const keys: { readonly [Key in CustomFieldKey]: true } = { ${keys.replace('"__proto__"', '["__proto__"]').replace("\u2028", "\\u2028")} };
    `,
  };
  compile("command-odd", sources, { module: "NodeNext", lib: ["ES2022"] });
});

test("no custom fields, and very many", () => {
  const sources = (cwd) => ({
    "contact.d.ts": read(cwd, "contact.d.ts"),
    "app.ts": `
      import type { ContactInput, ContactOutput } from "./contact.js";
      export const input: ContactInput = { firstName: "Ada" };
      export const output: ContactOutput = { defaultFields: { firstName: "Ada" } };
    `,
  });
  const types = ["address", "boolean", "date", "multi-select", "number", "string", "url"];
  const many = Array.from({ length: 300 }, (_, at) => ({
    key: `key-${at}`,
    name: `Name ${at}`,
    type: types[at % types.length],
  }));
  for (const [name, list] of Object.entries({ none: [], many })) {
    compile(`command-${name}`, sources(made(list).cwd), { module: "NodeNext", lib: ["ES2022"] });
  }
});

test("what may surprise is said, and written all the same", () => {
  const { stderr } = made([
    { key: "a", name: "Same", type: "string" },
    { key: "b", name: "Same", type: "person" },
  ]);
  assert.match(stderr, /^quo-contacts: warning: a: .*share/m);
  assert.match(stderr, /^quo-contacts: warning: b: .*person/m);
});

test("what can't be is refused, and nothing is written", () => {
  const rows = [
    ["{", /^quo-contacts: standard input is not JSON/],
    ["7", /expected an array of definitions/],
    ["null", /expected an array of definitions/],
    ['{ "data": {} }', /expected an array of definitions/],
    ['[{ "key": "a", "name": "A" }]', /`definitions\[0\]`.*`type`/],
    ['[{ "key": "a", "name": 7, "type": "url" }]', /`definitions\[0\]\.name`.*text/],
    ["[7]", /`definitions\[0\]`/],
  ];
  for (const [input, message] of rows) {
    const { cwd, status, stdout, stderr } = run(["types", "--from", "-"], { input });
    assert.deepEqual([status, stdout], [1, ""], input);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /, "no stack");
    assert.deepEqual(readdirSync(cwd), []);
  }
  const missing = run(["types", "--from", "missing.json"]);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /missing\.json can't be read/);
  const cwd = workplace();
  mkdirSync(join(cwd, "contact.js"));
  const blocked = run(["types", "--from", "-"], { cwd, input: "[]" });
  assert.equal(blocked.status, 1);
  assert.match(blocked.stderr, /contact\.js can't be written/);
});

test("calls that are wrong, and the one for help", () => {
  for (const words of [
    [],
    ["typs"],
    ["types"],
    ["types", "--from"],
    ["types", "--from", "--out"],
    ["types", "--form", "x"],
    ["types", "x"],
  ]) {
    const { status, stdout, stderr } = run(words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^quo-contacts: [\s\S]*\nusage: /);
  }
  for (const words of [["--help"], ["types", "-h"]]) {
    const { status, stdout, stderr } = run(words);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^usage: /);
  }
});
