// How an entry brings its engine: the source of the entry, around the facade that it exports.

const WAYS = {
  // As text, compiled by the first call: for wherever bytes may be compiled.
  bytes: () => `import { bytes } from "#bytes";
provide(() => new WebAssembly.Module(bytes()));`,
  // As a module of its own: Workers forbid compiling bytes.
  module: (name) => `import engine from "./${name}.wasm";
provide(() => engine);`,
  // The same, as edge runtimes of Vercel's kind write it.
  edge: (name) => `import engine from "./${name}.wasm?module";
provide(() => engine);`,
  // As JavaScript: for hosts without WebAssembly, and pages whose policy forbids it.
  script: () => `import { instantiate } from "#script";
provide(() => instantiate);`,
  // As a file beside this one, which `init()` fetches; Node's `fetch` reads no files.
  url: (name) => `import { init as start, isReady } from "./core.js";
const address = () => new URL("./${name}.wasm", import.meta.url);
const load = async () => {
  const url = address();
  const fs = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  if (fs) return fs.readFile(url);
  const response = await fetch(url);
  const streams = response.ok && response.headers.get("content-type") === "application/wasm";
  return streams ? WebAssembly.compileStreaming(response) : response;
};
// What did not load is asked for again by its address, so that the error is the same as for any source.
export const init = (source) => start(source ?? (isReady() ? undefined : load().catch(address)));`,
  // Not at all: the caller hands it to `init`.
  nothing: () => "",
};

export function entry(brings, { name, facade, runtime }) {
  const provides = brings !== "url" && brings !== "nothing";
  const take = provides ? `import { provide } from "./${runtime}.js";\n` : "";
  return `${take}${WAYS[brings](name)}\nexport * from "./${facade}.js";\n`;
}
