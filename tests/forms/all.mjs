// All tests in one process, so that each browser and the server start once.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { start, stop } from "./support/browsers.mjs";
import { rows, run } from "./support/library.mjs";
import { close, forms, listen } from "./support/server.mjs";
import { mountAll } from "./support/servers.mjs";
import { eachRuleShown, inStep } from "./support/table.mjs";

const files = readdirSync(forms)
  .filter((name) => name.endsWith(".test.mjs"))
  .sort();
for (const file of files) {
  const before = rows.length;
  await import(`./${file}`);
  assert.equal(rows.length, before + 1, `${file} claims one row of the table in README.md`);
}

let origin;
before(async () => {
  origin = await listen();
  await mountAll();
  await start();
});
after(async () => {
  await stop();
  close();
});
run(() => origin);
test("the table in README.md has a row for each library", () =>
  inStep(files.map((file, index) => [file, rows[index]])));
test("each broken rule is shown to matter", () => eachRuleShown(files));
