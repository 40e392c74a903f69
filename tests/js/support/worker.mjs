// The edge worker as wrangler would deploy it: bundled, with the bindings of its `wrangler.jsonc`, in workerd.
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { directory, root } from "./app.mjs";

export const example = join(root, "examples-web/edge-worker");
const out = join(root, "target/edge-worker");

/** The bundle as modules of miniflare; `modules` has the package. */
export async function bundle(
  entry = join(example, "entries/cloudflare.mjs"),
  modules = join(directory, "node_modules"),
) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    outfile: join(out, "worker.js"),
    conditions: ["workerd", "worker", "browser"],
    nodePaths: [modules],
    external: ["cloudflare:workers"],
    // As wrangler does it: a module of its own beside the script.
    loader: { ".wasm": "copy" },
    logLevel: "error",
  });
  return outputFiles
    .map(({ path, contents, text }) =>
      path.endsWith(".wasm")
        ? { type: "CompiledWasm", path, contents }
        : { type: "ESModule", path, contents: text },
    )
    .sort((a) => (a.type === "ESModule" ? -1 : 1));
}

/** `wrangler.jsonc`, of which only whole lines are comments. */
export const wrangler = JSON.parse(
  readFileSync(join(example, "wrangler.jsonc"), "utf8").replace(/^\s*\/\/.*$/gm, ""),
);

/** What wrangler makes of it for miniflare. */
export const workerOptions = (modules, bindings) => ({
  name: wrangler.name,
  modulesRoot: out,
  modules,
  compatibilityDate: wrangler.compatibility_date,
  bindings: { ...wrangler.vars, ...bindings },
  durableObjects: Object.fromEntries(
    wrangler.durable_objects.bindings.map(({ name, class_name }) => [
      name,
      {
        className: class_name,
        useSQLite: wrangler.migrations.some(({ new_sqlite_classes }) =>
          new_sqlite_classes.includes(class_name),
        ),
      },
    ]),
  ),
  kvNamespaces: Object.fromEntries(wrangler.kv_namespaces.map(({ binding, id }) => [binding, id])),
  queueProducers: Object.fromEntries(
    wrangler.queues.producers.map(({ binding, queue }) => [binding, { queueName: queue }]),
  ),
  queueConsumers: Object.fromEntries(
    wrangler.queues.consumers.map((consumer) => [
      consumer.queue,
      {
        maxBatchSize: consumer.max_batch_size,
        maxBatchTimeout: consumer.max_batch_timeout,
        maxRetries: consumer.max_retries,
        deadLetterQueue: consumer.dead_letter_queue,
      },
    ]),
  ),
});

/** A copy beside the installed package, as a user would have it, and the address of a file in it. */
export function copied(file = "") {
  const copy = join(directory, "edge-worker");
  // Without what `npm install` may have left there.
  const filter = (path) => !path.endsWith("node_modules");
  cpSync(example, copy, { recursive: true, filter });
  for (const name of ["hono", "@hono"]) {
    const link = join(directory, "node_modules", name);
    try {
      symlinkSync(join(root, "tests/js/node_modules", name), link, "junction");
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  return { directory: copy, url: pathToFileURL(join(copy, file)) };
}
