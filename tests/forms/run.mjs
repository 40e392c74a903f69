// Builds the apps against the packed package, and drives them in Chromium and Firefox.
// node run.mjs [--broken <rule of shared/broken.ts>]    with a rule all pages are broken, and tests fail
import { spawn, spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { file, install } from "../js/support/app.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const [flag, rule] = process.argv.slice(2);
if (flag !== undefined && (flag !== "--broken" || !rule)) throw new Error(`no flag ${flag}`);
for (const name of ["CHROME", "FIREFOX"]) {
  if (!process.env[name]) throw new Error(`${name} must name a browser`);
}

/** What is built for production also runs so. */
const env = { ...process.env, NODE_ENV: "production", ...(rule && { BROKEN: rule }) };

/** Installs the package from its tarball, and puts it where the apps find it. */
function installPackage() {
  install();
  const place = join(here, "node_modules/quo-contacts");
  rmSync(place, { recursive: true, force: true });
  cpSync(file(""), place, { recursive: true });
}

/** Runs a tool of a package in a directory of an app; what it says is shown only when it fails. */
const tool = (directory, script, ...words) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(here, "node_modules", script), ...words], {
      cwd: join(here, directory),
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
      });
    }
    child.on("error", fail);
    child.on("close", (status) =>
      status === 0 ? done() : fail(new Error(`${script} ${words.join(" ")}: ${status}\n${said}`)),
    );
  });

const vite = "vite/bin/vite.js";
/** Two at a time: the pages after Angular's compiler, which they take in. */
const build = () =>
  Promise.all([
    tool("sveltekit", vite, "build").then(() => tool("action", vite, "build", "--app")),
    tool(".", "@angular/compiler-cli/bundles/src/bin/ngc.js", "-p", "apps/angular")
      .then(() => tool(".", "typescript/bin/tsc", "-p", "."))
      .then(() => tool(".", vite, "build"))
      .then(() => tool(".", vite, "build", "--config", "vite.server.js")),
  ]);

installPackage();
rmSync(join(here, "dist"), { recursive: true, force: true });
await build();
const reporter = "--test-reporter=../js/support/reporter.mjs";
const { status } = spawnSync(process.execPath, ["--test", reporter, "all.mjs"], {
  cwd: here,
  env,
  stdio: "inherit",
});
process.exit(status ?? 1);
