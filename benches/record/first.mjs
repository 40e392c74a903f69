// Import and first verdict, in a process of its own: node first.mjs <module>; prints milliseconds.
import { make } from "./records.mjs";

const [record] = make(1);
const start = performance.now();
const { map } = await import(process.argv[2]);
if (!map(record).value) throw new Error("the first record was refused");
console.log(performance.now() - start);
