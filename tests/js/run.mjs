// Runs one suite against the package as a user gets it: packed, then installed into an app of its own.
// node run.mjs <node | types | workerd | worker | browser | readme> [file]...
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./support/app.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [suite, ...only] = process.argv.slice(2);
const files = readdirSync(join(here, suite))
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => only.length === 0 || only.some((word) => name.includes(word)))
  .map((name) => join(suite, name));
if (files.length === 0) throw new Error(`no test files in ${suite}`);

install();
// `--expose-gc`: some tests ask what is left after a collection.
const flags = ["--expose-gc", "--test", "--test-reporter=./support/reporter.mjs"];
// Tests of the worker mostly wait for the pace.
if (suite === "worker") flags.push("--test-concurrency=3");
const { status } = spawnSync(process.execPath, [...flags, ...files], {
  cwd: here,
  stdio: "inherit",
});
process.exit(status ?? 1);
