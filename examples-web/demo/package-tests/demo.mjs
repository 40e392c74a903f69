/** The demo as `cargo xtask demo --once` runs it, with the package in `pkg/`. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createStandIn } from "../../quo-stand-in/stand-in.mjs";
import { builtPackage } from "../built-package.mjs";
import { readDefinitions, readGroups } from "../samples.mjs";

const main = fileURLToPath(new URL("../main.mjs", import.meta.url));
const { createMapper } = builtPackage(new URL("../../../pkg/", import.meta.url)).module;
const definitions = /** @type {any} */ (readDefinitions());
const groups = readGroups();

const verdicts = groups.flatMap(({ options, records }) => {
  const mapper = createMapper({ definitions, ...options });
  // Two of the definitions share a name, as they do in real workspaces.
  const said = mapper.diagnostics.map((/** @type {{ code: string }} */ { code }) => code);
  assert.deepEqual(said, ["shared_name", "shared_name"], "every mapping of the samples is sound");
  return records.map((record) => ({ record, options, verdict: mapper.map(record) }));
});
const payloads = verdicts.flatMap(({ verdict }) => verdict.value ?? []);

test("--once judges every record, makes every good one but the repeated, and ends with 0", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [main, "--once"]);
  const lines = stdout.split("\n");
  const marks = lines.filter((line) => /^ *\d+ [✓✗] /.test(line));
  assert.equal(marks.length, 200);
  assert.equal(marks.filter((line) => line.includes(" ✓ ")).length, payloads.length);
  const ids = stdout.match(/\b[0-9a-f]{24}\b(?= {1,2}\p{L})/gu) ?? [];
  assert.equal(new Set(ids).size, payloads.length - 1);
  assert.match(stdout, new RegExp(`^${payloads.length - 1} contacts made`, "m"));
  assert.match(stdout, /1 not made, 409/);

  // An update changes what it names and nothing else.
  const [, before = "", after = "", upserts = ""] =
    /before:\n(.*) {2}after .*?:\n(.*) {2}one record .*?:\n(.*)/s.exec(stdout) ?? [];
  const company = /^ {4}company .*$/m;
  assert.match(after, /company +"Analytical Engines"/);
  assert.doesNotMatch(before, /Analytical Engines/);
  assert.equal(after.replace(company, ""), before.replace(company, ""));
  assert.deepEqual(upserts.match(/created|updated|unchanged/g), [
    "created",
    "updated",
    "unchanged",
  ]);
  assert.doesNotMatch(stdout, /Try it on records/);
});

test("about three records in five are good, in every group some and some not", () => {
  const share = payloads.length / verdicts.length;
  assert.ok(share > 0.5 && share < 0.75, String(share));
  for (const { name, records } of groups) {
    const good = verdicts.filter(
      ({ record, verdict }) => records.includes(record) && verdict.value,
    );
    assert.ok(good.length > 0 && good.length < records.length, name);
  }
});

test("good phones come from at least 20 countries", () => {
  // Three digits are enough to tell most calling codes apart, and too few to tell countries of one apart.
  const starts = payloads.flatMap(({ defaultFields }) =>
    (defaultFields.phoneNumbers ?? []).map((/** @type {{ value: string }} */ { value }) =>
      value.startsWith("+1") ? "+1" : value.slice(0, 3),
    ),
  );
  assert.ok(new Set(starts).size >= 20, [...new Set(starts)].join(" "));
});

test("every custom type has a value that is taken and one that is not", () => {
  const taken = new Set();
  const refused = new Set();
  const typeOf = (/** @type {string} */ key) =>
    definitions.find((/** @type {any} */ definition) => definition.key === key)?.type;
  for (const { verdict } of verdicts) {
    for (const { key, value } of verdict.value?.customFields ?? []) {
      if (value !== null) taken.add(typeOf(key));
    }
    for (const { target = [] } of verdict.issues ?? []) {
      const text = JSON.stringify(target);
      for (const { key, type } of definitions) if (text.includes(`"${key}"`)) refused.add(type);
    }
  }
  const types = [...new Set(definitions.map((/** @type {any} */ { type }) => type))].sort();
  assert.deepEqual([...taken].sort(), types, "taken");
  assert.deepEqual([...refused].sort(), types, "refused");
});

test("the stand-in takes every payload, and gives back each value that was sent", async () => {
  const { request } = createStandIn({ definitions, perSecond: Infinity });
  for (const payload of payloads) {
    const { externalId: _, ...sent } = payload;
    const response = await request("/v1/contacts", {
      method: "POST",
      headers: { authorization: "any-key" },
      body: JSON.stringify(sent),
    });
    assert.equal(response.status, 201, JSON.stringify(sent));
    const { data } = await response.json();
    for (const { key, value } of sent.customFields ?? []) {
      const kept = data.customFields.find((/** @type {any} */ field) => field.key === key);
      assert.deepEqual(kept?.value ?? null, value, key);
    }
  }
});
