// The types as a consumer's compiler sees them: the strictest settings, the installed package.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { file, load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";
import { compile } from "../support/compile.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Sources that lie beside this file. */
const own = (...names) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(here, name), "utf8")]));

test("a page or a worker, under a bundler", () => {
  compile("bundler", own("consumer.ts", "page.ts", "schema.ts"), {
    module: "ESNext",
    moduleResolution: "Bundler",
    lib: ["ES2022", "DOM"],
  });
});

test("Node, as ESM and as CommonJS", () => {
  compile("node", own("consumer.mts", "consumer.cts", "phone.mts"), {
    module: "Node16",
    lib: ["ES2022", "DOM"],
  });
});

test("a host without any of the web's types", () => {
  compile("bare", own("bare.mts", "phone.mts"), { module: "NodeNext", lib: ["ES2022"] });
});

test("what the engine answers is what is declared", async () => {
  const { createClient, createMapper, normalizePhone } = await load();
  const { formatPhone, phoneState } = await load("format.mjs");
  const states = [];
  const numbers = [];
  const verdicts = [];
  const diagnostics = [];
  const explanations = [];
  for (const { call, options, cases } of corpus()) {
    for (const row of cases) {
      const all = { ...options, ...row.options };
      if (call === "normalizePhone") {
        numbers.push(normalizePhone(row.text, all));
        continue;
      }
      if (call === "phoneState") {
        states.push(phoneState(row.text, all));
        continue;
      }
      if (call === "formatPhone") {
        formatPhone(row.text, all);
        continue;
      }
      if (call === "diagnose") {
        try {
          diagnostics.push(...createMapper(all).diagnostics);
        } catch ({ details }) {
          diagnostics.push(...details.diagnostics);
        }
        continue;
      }
      const mapper = createMapper(all);
      if (call === "explain") {
        explanations.push(...mapper.explain(row.record));
        continue;
      }
      verdicts.push(mapper.map(row.record));
      diagnostics.push(...mapper.diagnostics);
    }
  }
  const data = [{ key: "tier", name: "Tier", type: "number" }];
  const contact = {
    ...{ id: "1", externalId: null, source: null, sourceUrl: null, createdByUserId: "US1" },
    defaultFields: {
      ...{ firstName: "Ada", lastName: null, company: null, role: null },
      emails: [{ id: "2", name: "work", value: null }],
      phoneNumbers: [{ name: "mobile", value: "+14155552671" }],
    },
    customFields: [{ ...data[0], id: "3", value: 7 }],
    ...{ createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-01T00:00:00.000Z" },
  };
  const answers = [[{ data }], [{ data: contact }, { status: 201 }]];
  const client = createClient({ fetch: async () => Response.json(...answers.shift()) });
  const definitions = await client.definitions();
  const made = await client.create({ defaultFields: { firstName: "Ada" } });
  const refused = createClient({
    fetch: async () => Response.json({ error: { message: "no", trace: "x" } }, { status: 401 }),
  });
  const { details } = await refused.definitions().catch((error) => error);
  assert.ok(verdicts.length > 100 && numbers.length > 3 && diagnostics.length > 0);
  assert.ok(explanations.length > 10);

  // As literals: a key that is not declared is an error there.
  const types = {
    verdicts: "Verdict<ContactPayload>[]",
    numbers: "Verdict<PhoneNumber>[]",
    states: "PhoneState[]",
    diagnostics: "Diagnostic[]",
    explanations: "Explanation[]",
    definitions: "FieldDefinition[]",
    made: "Contact",
    details: "ApiError",
  };
  const answered = { verdicts, numbers, states, diagnostics, explanations };
  const values = { ...answered, definitions, made, details };
  const lines = Object.entries(types).map(
    ([name, type]) => `export const ${name}: ${type} = ${JSON.stringify(values[name])};\n`,
  );
  const names = [
    "ApiError",
    "Contact",
    "ContactPayload",
    "Diagnostic",
    "Explanation",
    "FieldDefinition",
  ];
  const imports = `import type { ${names.join(", ")}, PhoneNumber, Verdict } from "quo-contacts";\nimport type { PhoneState } from "quo-contacts/phone/format";\n`;
  compile(
    "answers",
    { "answers.mts": imports + lines.join("") },
    { module: "NodeNext", lib: ["ES2022"] },
  );
});

test("no `any` in what is exported", () => {
  const names = readdirSync(file(".")).filter((name) => /\.d\.c?ts$/.test(name));
  assert.ok(names.length > 20);
  for (const name of names) {
    assert.doesNotMatch(
      readFileSync(file(name), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
      /\bany\b/,
    );
  }
});
