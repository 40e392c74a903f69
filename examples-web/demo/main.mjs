#!/usr/bin/env node
/**
 * The main job, on the sample records and against a local stand-in of Quo:
 * fetch the definitions, judge every record, make contacts of the good ones, print their ids, change one
 * of them without losing the rest of it, and upsert another twice.
 * Then a page is served where a person edits a record and sees the verdict, and the whole way of a form: lead form, edge
 * worker, stand-in of Quo; `--once` stops before them.
 *
 *     node main.mjs [--once] [--port 0] [--package ../../pkg]
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createStandIn } from "../quo-stand-in/stand-in.mjs";
import { builtPackage } from "./built-package.mjs";
import { nameOf } from "./page/name-of.mjs";
import { servePage } from "./page-server.mjs";
import { idLines, summaryLines, verdictLines } from "./report.mjs";
import { readDefinitions, readGroups } from "./samples.mjs";
import { Terminal } from "./terminal.mjs";
import { updateLines } from "./updates.mjs";
import { startWhole } from "./whole.mjs";

const { values: flags } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    port: { type: "string", default: "0" },
    package: { type: "string" },
  },
});
const built = builtPackage(
  flags.package
    ? pathToFileURL(`${flags.package.replace(/\/+$/, "")}/`)
    : new URL("../../pkg/", import.meta.url),
);
const { createClient, createMapper, version } = built.module;
const terminal = new Terminal(process.stdout, process.env);
const say = (/** @type {string[]} */ ...lines) => console.log(lines.join("\n"));

// Without Quo's limit of ten requests a second: the contacts below are made one after the other, unpaced.
const standIn = createStandIn({
  definitions: /** @type {any} */ (readDefinitions()),
  perSecond: Infinity,
});
const { url: quo } = await standIn.listen();

// What an integration writes: a `fetch` that adds the key. The base URL is there for the stand-in only.
const client = createClient({
  baseUrl: quo,
  fetch: (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: "any-key-will-do-here" } }),
});

const definitions = await client.definitions();
say(
  `${terminal.bold("quo-contacts")} ${version()} · a stand-in of Quo listens at ${quo}`,
  `${definitions.length} custom fields are defined there.`,
);

// The verdicts.
const groups = [];
const codes = new Map();
const good = [];
let count = 0;
let milliseconds = 0;
for (const { name, about, options, records } of readGroups()) {
  const mapper = createMapper({ definitions, ...options });
  const started = performance.now();
  const verdicts = records.map((record) => mapper.map(record));
  milliseconds += performance.now() - started;

  const rows = records.map((record, index) => ({
    record,
    verdict: verdicts[index],
    mapping: options.mapping,
  }));
  say("", terminal.heading(name), terminal.dim(about));
  say(...verdictLines(rows, count + 1, terminal));
  count += rows.length;

  const passed = rows.filter(({ verdict }) => verdict.value);
  good.push(...passed);
  for (const { verdict } of rows) {
    for (const { code } of verdict.issues ?? []) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  groups.push({
    name,
    good: passed.length,
    bad: rows.length - passed.length,
    warned: passed.filter(({ verdict }) => verdict.warnings.length > 0).length,
  });
}
say("", terminal.heading("Summary"), ...summaryLines(groups, codes, terminal));
say(`  ${count} verdicts took ${milliseconds.toFixed(1)} ms, the start of the engine included.`);

// The contacts, ten a second: the client keeps the pace that Quo allows.
const made = [];
const taken = [];
for (const { record, verdict, mapping } of good) {
  const name = nameOf(record, mapping);
  try {
    const { id } = await client.create(verdict.value);
    made.push({ id, name });
  } catch (error) {
    if (/** @type {any} */ (error).details?.status !== 409) {
      throw new Error(`Quo refused ${name}, whom the engine let through`, { cause: error });
    }
    taken.push(name);
  }
}
say("", terminal.heading(`${made.length} contacts made`), ...idLines(made, terminal));
if (taken.length > 0) {
  say(
    terminal.warning(
      `  ${taken.length} not made, 409: the same \`source\` and \`externalId\` are there already (${taken.join(", ")})`,
    ),
  );
}

const id = /** @type {string} */ (made[0]?.id);
say("", terminal.heading("A safe update, and an upsert"), ...(await updateLines(client, id)));

if (flags.once) {
  await standIn.close();
} else {
  const page = await servePage({ built, definitions, port: Number(flags.port) });
  const whole = await startWhole({ built });
  say(
    "",
    `Try it on records of your own: ${terminal.bold(page.url)}  (Ctrl+C ends it)`,
    `A lead form, an edge worker behind it and a stand-in of Quo: ${terminal.bold(whole.url)}`,
    "What is sent there arrives here:",
  );
  const seen = new Set();
  const watch = setInterval(() => {
    for (const { id, defaultFields } of whole.contacts()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const phones = defaultFields.phoneNumbers.map(({ value }) => value).join(", ");
      say(`  ${id}  ${defaultFields.firstName ?? ""}  ${terminal.dim(phones)}`);
    }
  }, 300);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      clearInterval(watch);
      return Promise.all([page.close(), whole.close(), standIn.close()]);
    });
  }
}
