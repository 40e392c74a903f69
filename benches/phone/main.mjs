// 100,000 numbers of many countries as people type them, one call each with the full verdict: the engine
// beside the libraries that people use today, in one process. Medians of five, as ratios.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { load, names } from "./engines.mjs";

const COUNT = 100_000;
const RUNS = 5;
const FRESH = 9;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

// The valid numbers of the committed sample, in the forms in which it holds them: national ones in the US
// only, because that is the country that all are asked for.
const sample = readFileSync(new URL("../../tests/oracle/sample.tsv", import.meta.url), "utf8");
const engines = await Promise.all(names.map(load));
const texts = sample
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .filter(([country, text]) => country === "US" || text?.startsWith("+"))
  .map(([, text]) => text)
  .filter((text) => engines.every((read) => read(text)));
if (texts.length < 1000) throw new Error(`only ${texts.length} numbers that all libraries take`);
const inputs = Array.from({ length: COUNT }, (_, index) => texts[(index * 7919) % texts.length]);

let differ = 0;
for (const text of texts) {
  const [own, ...others] = engines.map((read) => read(text).e164);
  if (others.some((other) => other !== own)) differ++;
}
console.log(
  `${texts.length} texts that all four take; in ${differ} the E.164 is not the same in all`,
);

const times = engines.map(() => []);
for (let run = 0; run < RUNS; run++) {
  engines.forEach((read, index) => {
    const start = performance.now();
    for (const text of inputs) read(text);
    times[index].push(((performance.now() - start) * 1e6) / COUNT);
  });
}
const [own] = times.map(median);
names.forEach((name, index) => {
  const time = median(times[index]);
  console.log(
    `${name.padEnd(24)}${(time / 1000).toFixed(2).padStart(8)} µs  ${(time / own).toFixed(1)}x`,
  );
});

for (const name of names) {
  const runs = Array.from({ length: FRESH }, () =>
    JSON.parse(execFileSync(process.execPath, ["first.mjs", name], { cwd: import.meta.dirname })),
  );
  const [first, whole] = ["first", "whole"].map((key) => median(runs.map((run) => run[key])));
  console.log(
    `${name.padEnd(24)}first call ${first.toFixed(1)} ms, with the import ${whole.toFixed(1)} ms`,
  );
}
