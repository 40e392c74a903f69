// Import and first verdict, in a process of its own: node first.mjs <library>; prints milliseconds.
import { load } from "./engines.mjs";

const start = performance.now();
const read = await load(process.argv[2]);
const loaded = performance.now();
if (!read("(415) 555-2671")) throw new Error("the first number was refused");
const done = performance.now();
console.log(JSON.stringify({ first: done - loaded, whole: done - start }));
