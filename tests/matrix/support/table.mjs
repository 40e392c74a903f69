// What README.md says of where the package runs is what the rows prove.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entries, matrix } from "./app.mjs";

const read = (name) => readFileSync(join(matrix, name), "utf8");

/** The version that the tests install: `node18` is `npm:node@18…`. */
function version(name) {
  const found = JSON.parse(read("package.json")).devDependencies[name];
  const [, alias, exact] = /^npm:(.+)@(.+)$/.exec(found) ?? [found, name, found];
  return `${alias} ${exact}`;
}

const code = (text) => `\`${text}\``;
const condition = (words) => words.split(", ").map(code).join(", else ");

function table(rows) {
  const lines = rows.map(({ name, file, packages, names, takes, quick }) => {
    const cells = [
      name,
      names.map((name) => code(entries[name])).join(" "),
      takes.map(condition).join(" and "),
      packages.map(version).join(", ") || "the machine's",
      quick ? "always" : code("--full"),
      `[${file}](tests/matrix/${file})`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| where | entries | by | with | tested | proved by |\n|---|---|---|---|---|---|";
  return `${head}\n${lines.join("\n")}\n`;
}

/** The table of README.md has these rows, each of them and no others; with UPDATE_EXPECT=1 it gets them. */
export function inStep(rows) {
  const readme = read("../../README.md");
  const place = /^\| where \| entries.*\n(?:\|.*\n)*/m;
  const expected = table(rows);
  if (process.env.UPDATE_EXPECT === "1")
    writeFileSync(
      join(matrix, "../../README.md"),
      readme.replace(place, () => expected),
    );
  else assert.equal(place.exec(readme)?.[0], expected, "the table in README.md");
}
