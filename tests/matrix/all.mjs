// All rows in one process, so that the browser starts once.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { matrix } from "./support/app.mjs";
import { Pages } from "./support/pages.mjs";
import { rows, run } from "./support/row.mjs";
import { inStep } from "./support/table.mjs";

for (const family of ["bundlers", "runtimes", "runners"]) {
  const files = readdirSync(join(matrix, family)).filter((name) => name.endsWith(".test.mjs"));
  for (const name of files.sort()) {
    const before = rows.length;
    await import(`./${family}/${name}`);
    if (rows.length === before) throw new Error(`${name} claims no row`);
    for (const row of rows.slice(before)) row.file = `${family}/${name}`;
  }
}

const pages = new Pages();
after(() => pages.close());
run(pages, (process.env.ONLY ?? "").split(" ").filter(Boolean));
test("the table in README.md has these rows", () => inStep(rows));
