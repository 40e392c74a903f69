// The app that the package is installed into, and what the tests import from it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const directory = join(root, "target/js-app");

/** Packs `pkg/` and installs the tarball, as `npm i quo-contacts` would. */
export function install() {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const npm = (...words) =>
    execFileSync("npm", [...words, "--silent", "--no-audit", "--no-fund"], {
      cwd: directory,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "inherit"],
    });
  npm("pack", join(root, "pkg"));
  const tarball = readdirSync(directory).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(directory, "package.json"), '{ "name": "app", "private": true }\n');
  npm("install", `./${tarball}`);
  for (const [file, text] of Object.entries(modules)) writeFileSync(join(directory, file), text);
}

const modules = {
  "esm.mjs": 'export * from "quo-contacts";\n',
  "form.mjs": 'export * from "quo-contacts/form";\n',
  "phone.mjs": 'export * from "quo-contacts/phone";\n',
  "format.mjs": 'export * from "quo-contacts/phone/format";\n',
  "slim.mjs": 'export * from "quo-contacts/slim";\n',
  "script.mjs": 'export * from "quo-contacts/js";\n',
  "form-script.mjs": 'export * from "quo-contacts/form/js";\n',
  "phone-script.mjs": 'export * from "quo-contacts/phone/js";\n',
  "format-script.mjs": 'export * from "quo-contacts/phone/format/js";\n',
  "messages.mjs": 'export * from "quo-contacts/messages";\n',
  "cjs.cjs": 'module.exports = require("quo-contacts");\n',
};

/** `import … from "quo-contacts"`, as a module of the app does it. */
export const load = (name = "esm.mjs") => import(pathToFileURL(join(directory, name)));

/** `require(…)`, as a script of the app does it. */
export const requireFrom = createRequire(join(directory, "script.cjs"));

/** A file of the installed package. */
export const file = (name) => join(directory, "node_modules/quo-contacts", name);
