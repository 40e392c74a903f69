#!/usr/bin/env node
/**
 * Starts the stand-in on this machine. It prints its address as one line, and stops on the usual signals.
 * Needs Node and nothing else; `--help` says what it takes.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createStandIn } from "./stand-in.mjs";
import { stateFile } from "./store/state-file.mjs";

const HELP = `node server.mjs [options]

  --port 3210               any free port where it is left out
  --state file.json         keeps contacts and keys there; in memory without it
  --definitions file.json   the custom fields, as a list or as the API's answer
  --contacts file.json      contacts that are there from the start
  --per-second 10           requests of one key in a second; none for no limit
  --sliding                 any second counts, not only those of the clock
  --list-lag 1000-3000      for how many milliseconds a list does not show a write
  --key-delay 30000         for how many milliseconds a new key is answered 401
  --vanish-after 60000      after how many milliseconds without a phone a contact is gone
  --latency 50-300          milliseconds that an answer takes
  --fault drop-after=0.05   the probability of a fault; may be repeated; any=0.3 for all kinds
  --seed 7                  the same faults in every run
`;

const { values: flags } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    state: { type: "string" },
    definitions: { type: "string" },
    contacts: { type: "string" },
    "per-second": { type: "string" },
    sliding: { type: "boolean", default: false },
    "list-lag": { type: "string" },
    "key-delay": { type: "string" },
    "vanish-after": { type: "string" },
    latency: { type: "string" },
    fault: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (flags.help) {
  console.log(HELP);
  process.exit(0);
}

/** @param {string} name @param {string} text */
function whole(name, text) {
  if (!/^\d{1,15}$/.test(text)) throw new RangeError(`\`--${name}\` takes a whole number`);
  return Number(text);
}

/** @param {string} name @param {string} text @returns {import("./types.d.ts").Span} */
function span(name, text) {
  const [least = "", most] = text.split("-");
  return most === undefined ? whole(name, least) : [whole(name, least), whole(name, most)];
}

/** `drop-after=0.05` @param {string} text @returns {[string, number]} */
function rate(text) {
  const [, kind = "", number = ""] = /^([a-z\d-]+)=(\d*\.?\d+)$/.exec(text) ?? [];
  if (kind === "") throw new RangeError("`--fault` takes a kind and its probability: 503=0.1");
  return [kind, Number(number)];
}

/**
 * An option that was given, under its name; none otherwise.
 * @template T @param {string} name @param {string | undefined} text @param {(text: string) => T} read
 */
const given = (name, text, read) => (text === undefined ? {} : { [name]: read(text) });

/** @param {string | URL} file */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

const port = whole("port", flags.port);
if (port > 65535) throw new RangeError("`--port` takes a number up to 65535; 0 is any free one");

const rates = flags.fault.map(rate);
if (new Set(rates.map(([kind]) => kind)).size < rates.length) {
  throw new RangeError("`--fault` takes each kind once");
}

const standIn = createStandIn({
  definitions: readJson(flags.definitions ?? new URL("../data/definitions.json", import.meta.url)),
  rateWindow: flags.sliding ? "sliding" : "clock",
  faults: {
    rates: Object.fromEntries(rates),
    ...given("latency", flags.latency, (text) => span("latency", text)),
    ...given("seed", flags.seed, (text) => whole("seed", text)),
  },
  ...given("contacts", flags.contacts, readJson),
  ...given("storage", flags.state, stateFile),
  ...given("perSecond", flags["per-second"], (text) =>
    text === "none" ? Infinity : whole("per-second", text),
  ),
  ...given("listLag", flags["list-lag"], (text) => span("list-lag", text)),
  ...given("keyDelay", flags["key-delay"], (text) => whole("key-delay", text)),
  ...given("vanishAfter", flags["vanish-after"], (text) => whole("vanish-after", text)),
});
const { url } = await standIn.listen({ port });
console.log(url);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => standIn.close());
}
