// Bundles for platforms that take the engine as a module of its own.
import { basename } from "node:path";
import { build } from "esbuild";

/**
 * The app in one module and the files of its engines. `.wasm` stays an import, or becomes what `source` writes for its
 * name.
 */
export async function bundled(app, entry, conditions, source) {
  const engines = new Map();
  const plugin = {
    name: "engines",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /\.wasm(\?module)?$/ }, async ({ path, pluginData, ...where }) => {
        if (pluginData === "engine") return;
        const found = await resolve(path.replace("?module", ""), {
          ...where,
          pluginData: "engine",
        });
        const name = basename(found.path);
        engines.set(name, found.path);
        return source ? { path: name, namespace: "engine" } : { path: `./${name}`, external: true };
      });
      onLoad({ filter: /./, namespace: "engine" }, ({ path }) => ({ contents: source(path) }));
    },
  };
  const { outputFiles } = await build({
    absWorkingDir: app.directory,
    entryPoints: [entry],
    bundle: true,
    format: source ? "iife" : "esm",
    conditions,
    mainFields: ["browser", "module", "main"],
    plugins: [plugin],
    write: false,
    logLevel: "silent",
  });
  return {
    code: outputFiles[0].text,
    engines: [...engines].map(([name, path]) => ({ name, path })),
  };
}
