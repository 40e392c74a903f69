#!/usr/bin/env node
// `npx quo-contacts types`: what the compiler and JSON Schema know of a workspace, written from its definitions.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { files } from "./types.mjs";

const USAGE = `usage: quo-contacts types --from <definitions.json> [--out <directory>]

Writes the types and the JSON Schemas of a workspace's contacts: contact.js, contact.d.ts, contact-input.schema.json and
contact-output.schema.json. The definitions are an array of { key, name, type }, or what
GET /v1/contact-custom-fields answers; - reads them from standard input.

exit codes: 0 written, 1 the definitions or the files are at fault, 2 this command was called wrongly
`;

/** What a person can mend, and how this command ends then. */
class Refusal extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`quo-contacts: ${error.message}\n`);
  process.exitCode = error.code;
}

function main(words) {
  if (words.some((word) => word === "--help" || word === "-h")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, ...rest] = words;
  if (command !== "types") {
    const found = command === undefined ? "none" : `\`${command}\``;
    throw new Refusal(`expected the command \`types\`, found ${found}\n\n${USAGE}`, 2);
  }
  const { from, out } = options(rest);
  const { texts, warnings } = made(parsed(text(from), from), from);
  for (const warning of warnings) process.stderr.write(`quo-contacts: warning: ${warning}\n`);
  for (const [name, content] of Object.entries(texts)) write(out, name, content);
  return 0;
}

function options(words) {
  const given = { out: "." };
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]];
    if (name !== "--from" && name !== "--out")
      throw new Refusal(`\`${name}\` is no option of \`types\`\n\n${USAGE}`, 2);
    if (value === undefined || value.startsWith("--"))
      throw new Refusal(`expected a path behind \`${name}\`\n\n${USAGE}`, 2);
    given[name.slice(2)] = value;
  }
  if (given.from === undefined) throw new Refusal(`expected \`--from <file>\`\n\n${USAGE}`, 2);
  return given;
}

function text(from) {
  try {
    // A file may begin with a byte order mark, which is no JSON.
    return readFileSync(from === "-" ? 0 : from, "utf8").replace(/^\uFEFF/, "");
  } catch ({ message }) {
    throw new Refusal(`${shown(from)} can't be read: ${message}`);
  }
}

function parsed(text, from) {
  try {
    return JSON.parse(text);
  } catch ({ message }) {
    throw new Refusal(`${shown(from)} is not JSON: ${message}`);
  }
}

function made(answer, from) {
  const definitions = Array.isArray(answer) ? answer : answer?.data;
  if (!Array.isArray(definitions))
    throw new Refusal(`${shown(from)}: expected an array of definitions, or \`{ "data": [...] }\``);
  try {
    return files(definitions);
  } catch (error) {
    if (typeof error?.code !== "string") throw error;
    throw new Refusal(`${shown(from)}: ${error.message}`);
  }
}

function write(out, name, content) {
  const path = join(out, name);
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(path, content);
  } catch ({ message }) {
    throw new Refusal(`${path} can't be written: ${message}`);
  }
  process.stdout.write(`${path}\n`);
}

function shown(from) {
  return from === "-" ? "standard input" : from;
}
