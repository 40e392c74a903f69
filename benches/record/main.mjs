// 100,000 records of a web form, object in, payload object out: the engine beside zod 4,
// libphonenumber-js/max and a mapping by hand, in one process. Medians of five, as ratios.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { median } from "../median.mjs";
import { map as ours } from "./engine.mjs";
import { make } from "./records.mjs";
import { map as theirs } from "./zod-stack.mjs";

const COUNT = 100_000;
const RUNS = 5;
const MILLION = 1_000_000;

const stacks = { engine: ours, "zod + libphonenumber-js/max": theirs };
const records = make(COUNT);

for (const record of records) {
  const { value, issues } = ours(record);
  assert.ok(value, JSON.stringify([record, issues]));
  assert.deepEqual(value, theirs(record).value);
}
console.log(`${COUNT} payloads are the same in both`);

const times = Object.fromEntries(Object.keys(stacks).map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, map] of Object.entries(stacks)) {
    const start = performance.now();
    for (const record of records) if (!map(record).value) throw new Error("refused");
    times[name].push((performance.now() - start) * (1e6 / COUNT));
  }
}
const [engine, stack] = Object.values(times).map(median);
for (const [name, all] of Object.entries(times)) {
  console.log(`${name}: ${(median(all) / 1000).toFixed(2)} µs a record`);
}
console.log(`ratio: ${(stack / engine).toFixed(2)}x`);

// By itself: beside it, the stack's code is compiled in other ways, and its time goes to and fro by half.
const { map: asJavaScript } = await import("./engine-as-javascript.mjs");
const script = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  for (const record of records) if (!asJavaScript(record).value) throw new Error("refused");
  return (performance.now() - start) * (1e6 / COUNT);
});
console.log(
  `the engine as JavaScript, quo-contacts/js: ${(median(script) / 1000).toFixed(2)} µs a record`,
);

const first = { engine: [], stack: [] };
for (let run = 0; run < 15; run++) {
  for (const [name, module] of [
    ["engine", "./engine.mjs"],
    ["stack", "./zod-stack.mjs"],
  ]) {
    const cwd = import.meta.dirname;
    const printed = execFileSync(process.execPath, ["first.mjs", module], { cwd });
    first[name].push(Number(printed));
  }
}
console.log(
  `import and first verdict: ${median(first.engine).toFixed(1)} ms, the stack ${median(first.stack).toFixed(1)} ms,`,
  `${(median(first.engine) / median(first.stack)).toFixed(2)}x`,
);

const held = () => {
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { rss, used: heapUsed + external + arrayBuffers };
};
const before = held();
for (let verdict = 0; verdict < MILLION; verdict++) ours(records[verdict % COUNT]);
const after = held();
const mega = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
console.log(
  `after a million verdicts more: ${mega(after.used - before.used)} held, rss ${mega(after.rss - before.rss)}`,
);
