import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";
import { row } from "../support/row.mjs";
import { bundled } from "../support/wasm.mjs";

row({
  name: "workerd (Cloudflare Workers), by miniflare",
  quick: true,
  packages: ["miniflare", "esbuild"],
  takes: ["workerd"],
  async answer(app) {
    app.write(
      "worker.mjs",
      `import { answers } from "./answers.mjs";

export default { fetch: async () => Response.json(await answers()) };
`,
    );
    // As wrangler bundles: the engine stays a module of its own.
    const { code, engines } = await bundled(app, "worker.mjs", ["workerd", "worker", "browser"]);
    const worker = new Miniflare({
      compatibilityDate: "2025-12-01",
      modules: [
        { type: "ESModule", path: "worker.js", contents: code },
        ...engines.map(({ name, path }) => ({
          type: "CompiledWasm",
          path: name,
          contents: readFileSync(path),
        })),
      ],
    });
    try {
      const response = await worker.dispatchFetch("http://localhost/");
      if (!response.ok) throw new Error(await response.text());
      return await response.json();
    } finally {
      await worker.dispose();
    }
  },
});
