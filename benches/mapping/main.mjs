// 100,000 rows of a CRM through a mapping of 12 fields to payloads: the engine beside the same mapping by hand and in
// JSONata, with and without the checks that a good engineer would add. One process, medians of five, as ratios.
import assert from "node:assert/strict";
import { median } from "../median.mjs";
import { fields, payload } from "./by-hand.mjs";
import { check } from "./check.mjs";
import { map as engine } from "./engine.mjs";
import { fields as evaluate } from "./jsonata.mjs";
import { faults, make } from "./records.mjs";

const COUNT = 100_000;
/** For JSONata, which takes as long for each of them as of all. */
const FEWER = 10_000;
const RUNS = 5;

const rows = make(COUNT);
const few = rows.slice(0, FEWER);
const checked = (row) => check(fields(row));
const mapped = (row) => payload(fields(row));
// It throws where it can't read a number.
const jsonataChecked = (row) => evaluate(row).then(check, (error) => ({ issues: [error] }));
const jsonataMapped = async (row) => payload(await evaluate(row));

for (const row of rows) {
  const { value, issues } = engine(row);
  assert.ok(value, JSON.stringify([row, issues]));
  assert.deepEqual(checked(row).value, value);
  assert.deepEqual((await jsonataChecked(row)).value, value);
}
for (const row of few) {
  // As text, because the objects of JSONata have no prototype.
  assert.equal(JSON.stringify(await jsonataMapped(row)), JSON.stringify(mapped(row)));
}
// A number with its calling code is one whatever the country's column holds.
const good = rows.find((row) => row.Mobile.startsWith("+"));
for (const [column, text] of Object.entries(faults)) {
  const row = { ...good, [column]: text };
  for (const verdict of [engine(row), checked(row), await jsonataChecked(row)])
    assert.ok(verdict.issues && !verdict.value, `${column} was not checked`);
}
const refused = Object.keys(faults).length;
console.log(`all that check make the same ${COUNT} payloads, and refuse ${refused} faults`);

const inTurn = (map) => (some) => {
  for (const row of some) if (!map(row)) throw new Error("nothing came out");
};
const awaited = (map) => async (some) => {
  for (const row of some) if (!(await map(row))) throw new Error("nothing came out");
};
const stacks = {
  engine: [rows, inTurn((row) => engine(row).value)],
  "by hand, zod + libphonenumber-js/max": [rows, inTurn((row) => checked(row).value)],
  "by hand, no checks": [rows, inTurn(mapped)],
  "JSONata, zod + libphonenumber-js/max": [
    few,
    awaited(async (row) => (await jsonataChecked(row)).value),
  ],
  "JSONata, no checks": [few, awaited(jsonataMapped)],
};
const times = new Map(Object.keys(stacks).map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, [some, work]] of Object.entries(stacks)) {
    // So that none pays for what another left behind.
    globalThis.gc?.();
    const start = performance.now();
    await work(some);
    times.get(name).push(((performance.now() - start) * 1000) / some.length);
  }
}
const own = median(times.get("engine"));
console.log("per row, and how many times the engine's time");
for (const [name, all] of times) {
  const micro = `${median(all).toFixed(2).padStart(7)} µs`;
  console.log(`${name.padEnd(38)}${micro}  ${(median(all) / own).toFixed(2).padStart(6)}x`);
}
