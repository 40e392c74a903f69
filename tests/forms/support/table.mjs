// What README.md says of form libraries is what the tests show.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "./server.mjs";

const read = (name) => readFileSync(join(forms, name), "utf8");
const yes = (holds) => (holds ? "yes" : "no");

/** The table, of what the tests claim of themselves: `[file, { name, packages, code, value }]`. */
function table(rows) {
  const { devDependencies } = JSON.parse(read("package.json"));
  const lines = rows.map(([file, { name, packages, code, value }]) => {
    const versions = packages.map((name) => `\`${name}\` ${devDependencies[name]}`).join(", ");
    const library = versions ? `${name} (${versions})` : name;
    const link = `[${file}](tests/forms/${file})`;
    return `| ${library} | yes | ${yes(code)} | ${value} | ${link} |`;
  });
  const head = "| library | message | code | output value | proved by |\n|---|---|---|---|---|";
  return `${head}\n${lines.join("\n")}\n`;
}

/** The table of README.md has these rows, each of them and no others. */
export function inStep(rows) {
  const expected = table(rows);
  const readme = read("../../README.md");
  const found = /^\| library \| message.*\n(?:\|.*\n)*/m.exec(readme)?.[0];
  assert.equal(found, expected, "the table in README.md");
}

/** Each rule of shared/broken.ts is there because a test shows what happens without it. */
export function eachRuleShown(files) {
  const tests = files.map(read).join("\n");
  const rules = [...read("shared/broken.ts").matchAll(/^ {2}(\w+): \(answer/gm)];
  assert.ok(rules.length > 0);
  for (const [, rule] of rules) assert.match(tests, new RegExp(`broken=${rule}"|/${rule}/`), rule);
}
