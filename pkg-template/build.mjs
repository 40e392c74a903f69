// Makes the npm package out of the wasm, its glue and the TypeScript facade.
// Called by `cargo xtask build` as: node build.mjs <directory of the glue> <directory of the package>
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const template = dirname(fileURLToPath(import.meta.url));
const root = dirname(template);
const [glue, out] = process.argv.slice(2);
const tools = createRequire(join(root, "tests/js/package.json"));
const { build } = tools("esbuild");

/** Stands for the literal until the minifier, which would escape every control character, is done. */
const PLACE = "the bytes of contact.wasm";

/** For bundlers that read no `exports`. */
const slim = {
  type: "module",
  main: "../slim.cjs",
  module: "../slim.js",
  types: "../index.d.ts",
  sideEffects: false,
};
const wasmTypes = `declare const engine: WebAssembly.Module;
export default engine;
`;

await mkdir(join(out, "slim"), { recursive: true });
await types();
await code();
await rest();
console.log(await sizes());

/** The data types, sliced out of what was generated, under the declarations that are kept by hand. */
async function types() {
  const generated = await readFile(join(glue, "contact.d.ts"), "utf8");
  const data = `// Generated from the Rust types.\n\n${dataTypes(generated)}`;
  const facade = await readFile(join(template, "types/index.d.ts"), "utf8");
  await writeFile(join(glue, "data.d.ts"), data);
  await writeFile(join(glue, "index.d.ts"), facade);
  await writeFile(
    join(glue, "tsconfig.json"),
    JSON.stringify({
      extends: relativeTo(glue, join(template, "tsconfig.json")),
      compilerOptions: { paths: { "#glue": ["./contact.d.ts"], "#types": ["./index.d.ts"] } },
      include: [relativeTo(glue, join(template, "src"))],
    }),
  );
  const tsc = join(dirname(tools.resolve("typescript/package.json")), "bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", join(glue, "tsconfig.json")], {
    stdio: "inherit",
  });
  // The compiler has said why.
  if (status !== 0) process.exit(1);

  await writeFile(join(out, "data.d.ts"), data);
  await writeFile(join(out, "data.d.cts"), data);
  await writeFile(join(out, "index.d.ts"), facade);
  await writeFile(join(out, "index.d.cts"), facade.replaceAll('"./data.js"', '"./data.cjs"'));
  await writeFile(join(out, "contact.wasm.d.ts"), wasmTypes);
}

/** The declarations without the functions of the glue and without what wasm-bindgen adds for itself. */
function dataTypes(text) {
  // Every declaration starts in the first column, after its comment, and ends before the next one.
  const parts = text.split(/^(?=\/\*\*|export )/m);
  const kept = [];
  let comment = "";
  for (const part of parts) {
    if (part.startsWith("/**") && !part.includes("\nexport ")) {
      comment = part;
      continue;
    }
    if (/^export (interface|type) (?!InitInput\b|InitOutput\b|SyncInitInput\b)/.test(part)) {
      kept.push(comment + part.trimEnd());
    }
    comment = "";
  }
  if (kept.length === 0) throw new Error("wasm-bindgen left no data types");
  // In an order that no linker has a say in.
  kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return `${kept.join("\n\n")}\n`;
}

function nameOf(declaration) {
  return /^export \w+ (\w+)/m.exec(declaration)[1];
}

async function code() {
  const shared = {
    bundle: true,
    minify: true,
    target: "es2022",
    charset: "utf8",
    absWorkingDir: root,
    alias: { "#glue": join(glue, "contact.js") },
    external: ["./core.js", "./core.cjs", "./contact.wasm"],
    logLevel: "warning",
  };
  const wasm = await readFile(join(glue, "contact.wasm"));
  const bytes = { name: "bytes", setup: inlined(wasm) };
  const twin = { name: "twin", setup: commonJs };
  const entry = (name) => join(template, "src", `${name}.ts`);
  const esm = (name, plugins = []) =>
    build({
      ...shared,
      plugins,
      format: "esm",
      entryPoints: [entry(name)],
      outfile: join(out, `${name}.js`),
    });
  const cjs = (name, plugins = []) =>
    build({
      ...shared,
      plugins,
      platform: "node",
      format: "cjs",
      entryPoints: [entry(name)],
      outfile: join(out, `${name}.cjs`),
    });
  await esm("core");
  await cjs("core");
  await esm("index", [bytes]);
  await cjs("index", [bytes, twin]);
  for (const name of ["index.js", "index.cjs"]) {
    const file = join(out, name);
    const parts = (await readFile(file, "utf8")).split(JSON.stringify(PLACE));
    if (parts.length !== 2) throw new Error(`expected one place for the bytes in ${name}`);
    await writeFile(file, parts.join(literal(wasm)));
  }
  await esm("workerd");
  await esm("slim");
  await cjs("slim", [twin]);
  await copyFile(join(glue, "contact.wasm"), join(out, "contact.wasm"));
}

/** In CommonJS, the entries share `core.cjs`. */
function commonJs(plugin) {
  plugin.onResolve({ filter: /^\.\/core\.js$/ }, () => ({ path: "./core.cjs", external: true }));
}

/**
 * The wasm as a string of one character per byte. Brotli finds in it what it finds in the bytes:
 * 4 % more than the bytes alone, where base64 costs 37 %.
 */
function literal(wasm) {
  const escapes = { "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const text = wasm.toString("latin1").replace(/[\n\r"\\]/g, (c) => escapes[c]);
  // A digit after `\0` would be read as part of it.
  return `"${text.replace(/\0(?=\d)/g, "\\x00").replaceAll("\0", "\\0")}"`;
}

function inlined(wasm) {
  const contents = `
    const text = ${JSON.stringify(PLACE)};
    export const bytes = () => {
      const { length } = text;
      if (length !== ${wasm.length}) throw new Error("this script was not read as UTF-8");
      const bytes = new Uint8Array(length);
      for (let index = 0; index < length; index++) bytes[index] = text.charCodeAt(index);
      return bytes;
    };`;
  return (plugin) => {
    plugin.onResolve({ filter: /^#bytes$/ }, () => ({ path: "bytes", namespace: "bytes" }));
    plugin.onLoad({ filter: /.*/, namespace: "bytes" }, () => ({ contents, loader: "js" }));
  };
}

async function rest() {
  const manifest = JSON.parse(await readFile(join(template, "package.json"), "utf8"));
  const cargo = await readFile(join(root, "Cargo.toml"), "utf8");
  manifest.version = /^version = "(.+)"$/m.exec(cargo)[1];
  await writeFile(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(out, "slim/package.json"), `${JSON.stringify(slim, null, 2)}\n`);
  await copyFile(join(template, "README.md"), join(out, "README.md"));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) {
    await copyFile(join(root, name), join(out, name));
  }
}

async function sizes() {
  const entries = {
    "quo-contacts": ["index.js", "core.js"],
    "  require": ["index.cjs", "core.cjs"],
    "  workerd": ["workerd.js", "core.js", "contact.wasm"],
    "quo-contacts/slim": ["slim.js", "core.js"],
    "quo-contacts/contact.wasm": ["contact.wasm"],
  };
  const lines = ["entry                            raw    brotli"];
  for (const [entry, files] of Object.entries(entries)) {
    const all = await Promise.all(files.map((file) => readFile(join(out, file))));
    const raw = all.reduce((sum, bytes) => sum + bytes.length, 0);
    const small = all.reduce((sum, bytes) => sum + brotli(bytes), 0);
    lines.push(`${entry.padEnd(26)}${kilo(raw)}${kilo(small)}`);
  }
  return lines.join("\n");
}

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

function kilo(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

function relativeTo(from, to) {
  const path = relative(from, to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
