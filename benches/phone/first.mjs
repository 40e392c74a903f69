// Import and first verdicts, in a process of its own: node first.mjs <library>; prints milliseconds.
import { load } from "./engines.mjs";

const start = performance.now();
const read = await load(process.argv[2]);
const loaded = performance.now();
if (!read("(415) 555-2671")) throw new Error("the first number was refused");
const first = performance.now();
if (!read("(212) 555-2671")) throw new Error("the second number was refused");
const second = performance.now();
if (!read("+49 30 12345678")) throw new Error("the third number was refused");
const third = performance.now();
console.log(
  JSON.stringify({
    load: loaded - start,
    first: first - loaded,
    whole: first - start,
    second: second - first,
    abroad: third - second,
  }),
);
