// Packs the package, and runs its matrix: one row of each family and more, or all of them with FULL=1.
// node run.mjs [word]...    with words, the rows whose file or name holds one
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { install } from "../js/support/app.mjs";
import { dist } from "./support/app.mjs";

rmSync(dist, { recursive: true, force: true });
install();
const reporter = "--test-reporter=../js/support/reporter.mjs";
const { status } = spawnSync(process.execPath, ["--test", reporter, "all.mjs"], {
  cwd: fileURLToPath(new URL(".", import.meta.url)),
  env: { ...process.env, ONLY: process.argv.slice(2).join(" ") },
  stdio: "inherit",
});
if (status === 0) rmSync(dist, { recursive: true, force: true });
process.exit(status ?? 1);
