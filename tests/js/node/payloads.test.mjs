// What the engine lets through, Quo takes: 10,000 payloads of generated records against the
// description of the API. `QUO_OPENAPI=<file>` holds them against another description.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { load, root } from "../support/app.mjs";

const { createMapper } = await load();

const WANTED = 10_000;
const types = ["address", "boolean", "date", "multi-select", "number", "string", "url"];
const definitions = types.map((type) => ({ key: `k-${type}`, name: `The ${type}`, type }));

/** Mulberry32: the same records in every run. */
let state = 20240911;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const below = (limit) => Math.floor(random() * limit);
const pick = (list) => list[below(list.length)];
const digits = (count) => Array.from({ length: count }, () => below(10)).join("");
const text = () =>
  Array.from({ length: below(12) }, () => pick([..."abc ÄßИ李🚀-.,'\"\\/\t\n\0\u200b"])).join("");

const values = {
  address: () => pick([text(), { street: text(), zip: digits(5), city: text() }, "1 Main St\nX"]),
  boolean: () => pick([true, false, "yes", "No", "1", 0, " ", null]),
  date: () =>
    pick([
      `20${digits(2)}-0${1 + below(9)}-${10 + below(20)}`,
      new Date(below(4e12)),
      "2024-09-11T04:00:00+05:30",
      `${below(99999)}`,
    ]),
  "multi-select": () => pick([[text(), "x", "x"], [], "one", [below(9), null], "a;b"]),
  number: () =>
    pick([
      random() * 10 ** below(25),
      -below(1e6),
      `${below(1e6)},${digits(2)}`,
      "(5)",
      "1e3",
      BigInt(below(1e9)),
    ]),
  string: () => pick([text(), below(100), true, null]),
  url: () =>
    pick([`https://${pick(["a", "ä", "x-y"])}.example/${text()}`, "example.com/ü?q=[1]", text()]),
  phone: () =>
    pick([
      `(${200 + below(800)}) 555-${digits(4)}`,
      `+44 20 7946 0${digits(3)}`,
      `+${digits(11)}`,
      "",
    ]),
  email: () =>
    pick([`${text().trim() || "a"}@example.com`, "Ada <ada@Example.org>", "b@ü.example", ""]),
  meta: () => pick([text(), digits(below(90)), "web-form", "Zapier", null]),
};

const record = () => {
  const entry = { firstName: pick([text(), "Ada"]) };
  const put = (name, value) => {
    if (random() < 0.4) entry[name] = value();
  };
  for (const name of ["lastName", "company", "role"]) put(name, text);
  for (const name of ["phone", "mobile"]) put(name, values.phone);
  put("emails", () => Array.from({ length: below(3) }, values.email));
  put("workEmail", values.email);
  for (const name of ["source", "externalId"]) put(name, values.meta);
  put("sourceUrl", values.url);
  put("createdByUserId", () => pick(["USabc", "US", "x", ""]));
  for (const { key, type } of definitions) put(key, values[type]);
  return entry;
};

const description = JSON.parse(
  readFileSync(
    process.env.QUO_OPENAPI ?? join(root, "examples-web/quo-stand-in/openapi.json"),
    "utf8",
  ),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema(description, "api");
const body = "#/paths/~1v1~1contacts/post/requestBody/content/application~1json/schema";
const isTaken = ajv.compile({ $ref: `api${body}` });

const declared = {
  payload: [
    "defaultFields",
    "customFields",
    "createdByUserId",
    "source",
    "sourceUrl",
    "externalId",
  ],
  defaultFields: ["firstName", "lastName", "company", "role", "emails", "phoneNumbers"],
};

test(`${WANTED} payloads of generated records are what the API takes`, () => {
  const mappers = [
    { mode: "lenient" },
    { mode: "lenient", level: "shape", blankFirstName: "null" },
  ].map((options) => createMapper({ definitions, country: "US", ...options }));
  let taken = 0;
  let refused = 0;
  while (taken < WANTED) {
    assert.ok(refused < 40 * WANTED, "hardly any record is let through");
    const { value, issues } = pick(mappers).map(record());
    if (issues) {
      refused++;
      continue;
    }
    taken++;
    const sent = JSON.parse(JSON.stringify(value));
    assert.ok(isTaken(sent), `${JSON.stringify(sent)}\n${ajv.errorsText(isTaken.errors)}`);
    for (const key of Object.keys(sent)) assert.ok(declared.payload.includes(key), key);
    for (const key of Object.keys(sent.defaultFields))
      assert.ok(declared.defaultFields.includes(key), key);
    for (const custom of sent.customFields ?? [])
      assert.deepEqual(Object.keys(custom), ["key", "value"]);
  }
  assert.ok(refused > WANTED / 10, "hardly any record is refused");
});
