import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "../page/name-of.mjs";
import { readDefinitions, readGroups } from "../samples.mjs";

const definitions = readDefinitions();
const groups = readGroups();
const records = groups.flatMap((group) => group.records);

test("there are 200 records, no two of them alike but for the one that was sent twice", () => {
  assert.equal(records.length, 200);
  const texts = records.map(({ externalId, sourceUrl, ...rest }) => JSON.stringify(rest));
  assert.equal(new Set(texts).size, 199);
});

test("the definitions show every type, every kind of key, and a name that two share", () => {
  assert.ok(definitions.length >= 10);
  assert.deepEqual([...new Set(definitions.map(({ type }) => type))].sort(), [
    "address",
    "boolean",
    "date",
    "multi-select",
    "number",
    "string",
    "url",
  ]);
  const keys = definitions.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const kind of [/^[a-z]+(-[a-z]+)+$/, /^\d{7}$/, /^\d{13}$/, /^[0-9a-f]{24}$/]) {
    assert.ok(
      keys.some((key) => kind.test(key)),
      String(kind),
    );
  }
  const names = definitions.map(({ name }) => name);
  assert.equal(names.length - new Set(names).size, 1);
});

test("every definition but the one that nobody can name is fed by some record", () => {
  const fold = (/** @type {string} */ text) => text.toLowerCase().replace(/[\s_-]/g, "");
  const columns = new Set();
  for (const { options, records } of groups) {
    for (const target of Object.keys(options.mapping ?? {})) columns.add(target.split(".").at(-1));
    for (const record of records) {
      for (const key of Object.keys(record)) columns.add(fold(key));
      if (!Array.isArray(record.customFields)) continue;
      for (const { key, name } of record.customFields) columns.add(key).add(fold(name ?? ""));
    }
  }
  for (const { key, name } of definitions) {
    assert.ok(
      [key, fold(key), fold(name)].some((column) => columns.has(column)),
      key,
    );
  }
});

// Nobody's data: the domains are those that RFC 2606 and RFC 6761 keep free for examples.
test("addresses belong to nobody", () => {
  const text = JSON.stringify(records);
  const domains = [
    ...text.matchAll(/[@\]](?=[\p{L}\d])([\p{L}\d.-]+)/gu),
    ...text.matchAll(/(?:https?|ftp):\/\/([\p{L}\d.-]+)/gu),
    ...text.matchAll(/"(?:www\.)?([a-z-]+\.[a-z]+)"/g),
  ].map(([, domain = ""]) => domain.toLowerCase());
  assert.ok(domains.length > 150);
  for (const domain of domains) {
    const reserved = /(^|\.)(example|invalid|test|example\.(com|net|org))$/.test(domain);
    assert.ok(reserved || domain === "asdf", domain);
  }
});

test("every record has a name to show, without control characters", () => {
  for (const { options, records } of groups) {
    for (const record of records) assert.match(nameOf(record, options.mapping), /^\P{Cc}+$/u);
  }
  assert.equal(nameOf({ "FIRST name": " Ada ", last_name: "Byron" }), "Ada Byron");
  assert.equal(nameOf({ Vorname: "Ada", lastName: 7 }, { firstName: "Vorname" }), "Ada");
  assert.equal(nameOf({ defaultFields: { firstName: null, company: "A\u0007B" } }), "A\\u0007B");
  assert.equal(nameOf({}), "no name");
});
