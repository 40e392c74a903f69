// The code of the entries: the facade around each glue, bundled, with or without the engine's bytes.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { entry } from "./engine.mjs";
import { engines, languages } from "./entries.mjs";

/** Stands for the literal until the minifier, which would escape every control character, is done. */
const PLACE = "the bytes of the engine";

export async function code(context) {
  for (const engine of engines) await bundles(engine, context);
  for (const name of ["index", ...Object.keys(languages)]) await texts(name, context);
}

/** The texts of a language, or all of them; nothing of an engine. */
async function texts(name, { root, template, out, tools }) {
  const { build } = tools("esbuild");
  for (const [format, ending] of [
    ["esm", "js"],
    ["cjs", "cjs"],
  ]) {
    const neighbours = {
      name: "neighbours",
      setup: (plugin) =>
        plugin.onResolve({ filter: /^\.\/..\.js$/ }, ({ path }) => ({
          path: path.replace(/js$/, ending),
          external: true,
        })),
    };
    await build({
      bundle: true,
      minify: true,
      target: "es2022",
      charset: "utf8",
      absWorkingDir: root,
      logLevel: "warning",
      plugins: name === "index" ? [neighbours] : [],
      format,
      entryPoints: [join(template, "src/messages", `${name}.ts`)],
      outfile: join(out, "messages", `${name}.${ending}`),
    });
  }
}

async function bundles(engine, { root, template, glue, out, tools }) {
  const { name, core, runtime, zones, entries } = engine;
  const { build } = tools("esbuild");
  const wasm = await readFile(join(glue, `${name}.wasm`));
  const bundle = (contents, file, form, { plugins = [], bind = name, shared = false } = {}) =>
    build({
      bundle: true,
      minify: true,
      target: "es2022",
      charset: "utf8",
      absWorkingDir: root,
      alias: { "#glue": join(glue, `${bind}.js`), "#format-glue": join(glue, `${bind}.js`) },
      // The glue calls `utcOffset` by its bare name.
      ...(zones && !shared && { inject: [join(template, "src/host.ts")] }),
      external: [...(shared ? ["./core.js", "./core.cjs"] : []), "./*.wasm", "./*.wasm?module"],
      logLevel: "warning",
      plugins,
      format: form,
      ...(form === "cjs" && { platform: "node" }),
      stdin: { contents, resolveDir: join(template, "src"), sourcefile: "entry.js" },
      outfile: file,
    });
  const at = (file, form) => join(out, `${file}.${form === "cjs" ? "cjs" : "js"}`);
  if (core)
    for (const form of ["esm", "cjs"])
      await bundle(`export * from "./${runtime}.ts";`, at(runtime, form), form);
  for (const { file, forms, brings } of entries) {
    for (const form of forms) {
      const plugins = [];
      if (brings === "bytes") plugins.push({ name: "bytes", setup: inlined(wasm) });
      if (brings === "script") plugins.push({ name: "script", setup: scripted(glue, name) });
      // The glue of the engine as JavaScript is another.
      const shared = core && brings !== "script";
      if (shared && form === "cjs") plugins.push({ name: "twin", setup: commonJs });
      const bind = brings === "script" ? `${name}-script` : name;
      await bundle(entry(brings, engine), at(file, form), form, { plugins, bind, shared });
      if (brings === "bytes") await fill(at(file, form), wasm, root);
    }
  }
  await copyFile(join(glue, `${name}.wasm`), join(out, `${name}.wasm`));
}

/** The engine as JavaScript. */
function scripted(glue, name) {
  const path = join(glue, `${name}-script.code.js`);
  return (plugin) => plugin.onResolve({ filter: /^#script$/ }, () => ({ path }));
}

async function fill(file, wasm, root) {
  const parts = (await readFile(file, "utf8")).split(JSON.stringify(PLACE));
  if (parts.length !== 2) throw new Error(`expected one place for the bytes in ${file}`);
  const dense = await tables(wasm, root);
  await writeFile(file, parts.join(literal(wasm, dense)));
}

/** Where the tables of phone numbers stand in a wasm: wasm-opt may have cut zeros out of them. */
async function tables(wasm, root) {
  const bytes = await readFile(join(root, "src/phone/metadata.bin"));
  const middle = bytes.length >> 1;
  const at = wasm.indexOf(bytes.subarray(middle, middle + 64));
  if (at < 0) throw new Error("expected the tables of phone numbers in the wasm");
  let [before, after] = [0, 64];
  // Not into the priors in front, which compress well as they are.
  while (before < middle - PRIORS && wasm[at - before - 1] === bytes[middle - before - 1]) before++;
  while (middle + after < bytes.length && wasm[at + after] === bytes[middle + after]) after++;
  // Whole groups of three bytes, so that no padding is needed.
  return [at - before, at - before + Math.floor((before + after) / 3) * 3];
}
/** The contexts and the index of `metadata.bin`. */
const PRIORS = 2791;

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

/** The tables are packed already: for them base64 costs nothing under brotli, and less than this. */
function literal(wasm, [start, end]) {
  const masked = Buffer.from(wasm.map((byte) => byte ^ MASK));
  const packed = `atob("${masked.subarray(start, end).toString("base64")}")`;
  return `${quoted(masked.subarray(0, start))}+${packed}+${quoted(masked.subarray(end))}`;
}

function quoted(bytes) {
  const escapes = { "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const text = bytes.toString("latin1").replace(/[\n\r"\\]/g, (c) => escapes[c]);
  // A digit after `\0` would be read as part of it.
  return `"${text.replace(/\0(?=\d)/g, "\\x00").replaceAll("\0", "\\0")}"`;
}

/** A fresh process runs this before anything is optimized: so Node's own copy, and whole words. */
function inlined(wasm) {
  const contents = `
    export const bytes = () => {
      const text = ${JSON.stringify(PLACE)};
      const { length } = text;
      if (length !== ${wasm.length}) throw new Error("this script was not read as UTF-8");
      const words = new Int32Array(${Math.ceil(wasm.length / 4)});
      const { buffer } = words;
      const bytes = new Uint8Array(buffer, 0, length);
      const { Buffer } = globalThis;
      if (Buffer) Buffer.from(buffer).write(text, "latin1");
      else for (let index = 0; index < length; index++) bytes[index] = text.charCodeAt(index);
      for (let index = 0; index < words.length; index++) words[index] ^= ${MASK * 0x01010101};
      return bytes;
    };`;
  return (plugin) => {
    plugin.onResolve({ filter: /^#bytes$/ }, () => ({ path: "bytes", namespace: "bytes" }));
    plugin.onLoad({ filter: /.*/, namespace: "bytes" }, () => ({ contents, loader: "js" }));
  };
}
