// 100,000 numbers of many countries as people type them, with the full verdict: the engine beside the
// libraries that people use today, in one process. Medians of five, as ratios to libphonenumber-js/max.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { normalizePhones as ofAll } from "../../pkg/index.js";
import { normalizePhones } from "../../pkg/phone.js";
import { brotli } from "../../pkg-template/build/sizes.mjs";
import { median } from "../median.mjs";
import { load, names, sources } from "./engines.mjs";

const COUNT = 100_000;
setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");

const RUNS = 5;
const FRESH = 9;
const PEER = "libphonenumber-js/max";

const line = (name, ...cells) => console.log(name.padEnd(28) + cells.join("  "));
const micro = (nanoseconds) => `${(nanoseconds / 1000).toFixed(2).padStart(7)} µs`;
const milli = (milliseconds) => `${milliseconds.toFixed(2).padStart(7)} ms`;
const times = (ratio) => `${ratio.toFixed(1).padStart(5)}x`;

// The valid numbers of the committed sample, in the forms in which it holds them: national ones in the US
// only, because that is the country that all are asked for.
const sample = readFileSync(new URL("../../tests/oracle/sample.tsv", import.meta.url), "utf8");
const engines = await Promise.all(names.map((name) => load(name)));
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
console.log(`${texts.length} texts that all take; in ${differ} the E.164 is not the same in all`);

const options = { country: "US" };
const BATCH = 1000;
const batches = Array.from({ length: COUNT / BATCH }, (_, index) =>
  inputs.slice(index * BATCH, (index + 1) * BATCH),
);
const one = names.map((name, index) => [
  name,
  () => {
    for (const text of inputs) engines[index](text);
  },
]);
for (const [name, read] of [
  ["quo-contacts/phone", normalizePhones],
  ["quo-contacts", ofAll],
]) {
  const work = () => {
    for (const batch of batches) read(batch, options);
  };
  one.unshift([`${name}, batches`, work]);
}
// Each makes an array of 100,000 verdicts that stay.
const many = [
  ["quo-contacts/phone, batch", () => normalizePhones(inputs, options)],
  ["quo-contacts, batch", () => ofAll(inputs, options)],
  ...names.map((name, index) => [name, () => inputs.map(engines[index])]),
];
for (const [what, runs] of [
  ["one call each, or batches of 1,000, that nobody keeps", one],
  ["to an array of verdicts", many],
]) {
  const taken = new Map(runs.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, work] of runs) {
      // So that no library pays for what another left behind.
      gc();
      const start = performance.now();
      const kept = work();
      taken.get(name).push(((performance.now() - start) * 1e6) / (kept?.length ?? COUNT));
    }
  }
  const peer = median(taken.get(PEER));
  console.log(`\n${what}: per number, and how many times as fast as ${PEER}`);
  for (const [name, all] of taken) line(name, micro(median(all)), times(peer / median(all)));
}

console.log(
  "\nin a fresh process: import, first call, both; second call, first of another country",
);
for (const name of names) {
  const all = Array.from({ length: FRESH }, () =>
    JSON.parse(execFileSync(process.execPath, ["first.mjs", name], { cwd: import.meta.dirname })),
  );
  const keys = ["load", "first", "whole", "second", "abroad"];
  line(name, ...keys.map((key) => milli(median(all.map((run) => run[key])))));
}

console.log(
  "\nthe first number of a country, in a fresh process that has read 100 of another: +1, +44, +49",
);
for (const name of names) {
  const all = Array.from({ length: FRESH }, () =>
    JSON.parse(execFileSync(process.execPath, ["country.mjs", name], { cwd: import.meta.dirname })),
  );
  line(name, ...["US", "GB", "DE"].map((key) => milli(median(all.map((run) => run[key])))));
}

console.log("\nbundled and minified: raw, brotli -q 11");
const { build } = createRequire(new URL("../../tests/js/package.json", import.meta.url))("esbuild");
for (const [name, contents] of Object.entries(sources)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    charset: "utf8",
    platform: "browser",
    logLevel: "error",
  });
  const [{ contents: bytes }] = outputFiles;
  const kilo = (count) => `${(count / 1000).toFixed(1).padStart(7)} kB`;
  line(name, kilo(bytes.length), kilo(brotli(bytes)));
}
