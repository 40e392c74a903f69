// The worker's types, as they are in a copy of it: strict, against the installed package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/app.mjs";
import { copied } from "../support/worker.mjs";

const modules = join(root, "tests/js/node_modules");

test("the worker's types", () => {
  const words = ["--project", copied().directory, "--typeRoots", join(modules, "@types")];
  const tsc = join(modules, "typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...words], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
