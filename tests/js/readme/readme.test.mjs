// Every example of a README runs, and prints what the comment behind its `console.log`, and those right below it, say.
// A block marked `no-run` needs what a test has not: it is only read by the compiler's parser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { directory, root } from "../support/app.mjs";

const names = [
  "pkg-template/README.md",
  "README.md",
  "docs/exports.md",
  "docs/forms.md",
  "docs/updating.md",
  "docs/errors.md",
].filter((name) => existsSync(join(root, name)));

test("every code of an error stands in docs/errors.md, and no other", () => {
  const declared = readFileSync(join(root, "pkg-template/types/errors.d.ts"), "utf8");
  const details = /interface ErrorDetails \{(.*?)^\}/ms.exec(declared)[1];
  const codes = [...details.matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code);
  const page = readFileSync(join(root, "docs/errors.md"), "utf8");
  const cells = [...page.matchAll(/^\| (`[a-z_` ]+`) \|/gm)].flatMap(([, cell]) => cell.split(" "));
  assert.deepEqual(cells.map((cell) => cell.replaceAll("`", "")).sort(), codes.sort());
});

for (const name of names) {
  const text = readFileSync(join(root, name), "utf8");
  const blocks = [...text.matchAll(/^```(?:js|ts|javascript|typescript)\b(.*)\n([\s\S]*?)^```$/gm)];
  const examples = blocks.filter(([, mark]) => !mark.includes("no-run"));
  test(`${name} has an example`, () => assert.ok(examples.length > 0));
  blocks.forEach(([, mark, code], index) => {
    test(`${name}, example ${index + 1}`, () => {
      const plain = transformSync(code, { loader: "ts", format: "esm", target: "es2022" }).code;
      if (mark.includes("no-run")) return;
      const path = join(directory, `readme-${index}.mjs`);
      writeFileSync(path, plain);
      const printed = execFileSync(process.execPath, [path], { cwd: directory, encoding: "utf8" });
      const expected = promised(code);
      assert.deepEqual(lines(printed), expected);
      assert.ok(expected.length > 0, "an example shows what it gives");
    });
  });
}

const lines = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());

/** What stands behind a `console.log`, and in the comments right below it. */
function promised(code) {
  const expected = [];
  let open = false;
  for (const line of lines(code)) {
    const [, said] =
      (open ? /^\/\/ (.*)/ : /$^/).exec(line) ?? /console\.log\(.*\); *\/\/ (.*)$/.exec(line) ?? [];
    open = said !== undefined;
    if (open) expected.push(said);
  }
  return expected;
}
