// Makes the npm package out of the engines, their glue and the TypeScript facade.
// Called by `cargo xtask build` as: node build.mjs <directory of the glue> <directory of the package>
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { code } from "./build/code.mjs";
import { directories } from "./build/entries.mjs";
import { sizes } from "./build/sizes.mjs";
import { types } from "./build/types.mjs";

const template = dirname(fileURLToPath(import.meta.url));
const root = dirname(template);
const [glue, out] = process.argv.slice(2);
const tools = createRequire(join(root, "tests/js/package.json"));
const context = { root, template, glue, out, tools };

await types(context);
await code(context);
await rest();
console.log(await sizes(out));

async function rest() {
  const manifest = JSON.parse(await readFile(join(template, "package.json"), "utf8"));
  const cargo = await readFile(join(root, "Cargo.toml"), "utf8");
  manifest.version = /^version = "(.+)"$/m.exec(cargo)[1];
  await json(join(out, "package.json"), manifest);
  for (const [directory, { file, types, main = `${file}.cjs` }] of Object.entries(directories)) {
    const up = "../".repeat(directory.split("/").length);
    await mkdir(join(out, directory), { recursive: true });
    await json(join(out, directory, "package.json"), {
      type: "module",
      main: `${up}${main}`,
      module: `${up}${file}.js`,
      types: `${up}${types}.d.ts`,
      sideEffects: false,
    });
  }
  await mkdir(join(out, "bin"), { recursive: true });
  const own = ["README.md", "mapping.schema.json", "bin/quo-contacts.mjs", "bin/types.mjs"];
  for (const name of own) await copyFile(join(template, name), join(out, name));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) {
    await copyFile(join(root, name), join(out, name));
  }
}

async function json(file, value) {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
