// The code of the entries: the facade around each glue, bundled, with or without the engine's bytes.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { engines } from "./entries.mjs";

/** Stands for the literal until the minifier, which would escape every control character, is done. */
const PLACE = "the bytes of the engine";

export async function code(context) {
  for (const engine of engines) await bundles(engine, context);
}

async function bundles({ name, core, entries }, { root, template, glue, out, tools }) {
  const { build } = tools("esbuild");
  const wasm = await readFile(join(glue, `${name}.wasm`));
  const bind = join(glue, `${name}.js`);
  const bundle = (source, file, form, plugins) =>
    build({
      bundle: true,
      minify: true,
      target: "es2022",
      charset: "utf8",
      absWorkingDir: root,
      alias: { "#glue": bind, "#format-glue": bind },
      external: ["./core.js", "./core.cjs", "./*.wasm"],
      logLevel: "warning",
      plugins,
      format: form,
      ...(form === "cjs" && { platform: "node" }),
      entryPoints: [join(template, "src", `${source}.ts`)],
      outfile: file,
    });
  const at = (file, form) => join(out, `${file}.${form === "cjs" ? "cjs" : "js"}`);
  if (core) for (const form of ["esm", "cjs"]) await bundle(core, at(core, form), form, []);
  for (const { source, file, forms, holdsBytes } of entries) {
    for (const form of forms) {
      const plugins = holdsBytes ? [{ name: "bytes", setup: inlined(wasm) }] : [];
      if (core && form === "cjs") plugins.push({ name: "twin", setup: commonJs });
      await bundle(source, at(file, form), form, plugins);
      if (holdsBytes) await fill(at(file, form), wasm);
    }
  }
  await copyFile(join(glue, `${name}.wasm`), join(out, `${name}.wasm`));
}

async function fill(file, wasm) {
  const parts = (await readFile(file, "utf8")).split(JSON.stringify(PLACE));
  if (parts.length !== 2) throw new Error(`expected one place for the bytes in ${file}`);
  await writeFile(file, parts.join(literal(wasm)));
}

/** In CommonJS, the entries share `core.cjs`. */
function commonJs(plugin) {
  plugin.onResolve({ filter: /^\.\/core\.js$/ }, () => ({ path: "./core.cjs", external: true }));
}

/**
 * What the bytes are xored with, in a string of one character per byte. The commonest bytes of a wasm
 * (NUL, small numbers, the opcodes of locals) are then characters that need no escape. With it brotli
 * finds nearly what it finds in the bytes themselves, where base64 costs 37 % more.
 */
const MASK = 63;

function literal(wasm) {
  const escapes = { "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const masked = Buffer.from(wasm.map((byte) => byte ^ MASK));
  const text = masked.toString("latin1").replace(/[\n\r"\\]/g, (c) => escapes[c]);
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
      for (let index = 0; index < length; index++) bytes[index] = text.charCodeAt(index) ^ ${MASK};
      return bytes;
    };`;
  return (plugin) => {
    plugin.onResolve({ filter: /^#bytes$/ }, () => ({ path: "bytes", namespace: "bytes" }));
    plugin.onLoad({ filter: /.*/, namespace: "bytes" }, () => ({ contents, loader: "js" }));
  };
}
