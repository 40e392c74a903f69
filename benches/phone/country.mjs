// The first number of a country, in a process of its own that has read numbers of another one: node country.mjs
// <library>; prints milliseconds.
import { load } from "./engines.mjs";

// At home elsewhere: what is known of the home is read with the first number.
const read = await load(process.argv[2], "FR");
for (let index = 0; index < 100; index++) read(`+33 6 12 34 56 ${10 + (index % 90)}`);
const taken = {};
for (const [country, text] of [
  ["US", "+1 415 555 2671"],
  ["GB", "+44 20 7946 0958"],
  ["DE", "+49 30 12345678"],
]) {
  const start = performance.now();
  if (!read(text)) throw new Error(`${text} was refused`);
  taken[country] = performance.now() - start;
}
console.log(JSON.stringify(taken));
