import { readdirSync, readFileSync } from "node:fs";
import { Miniflare } from "miniflare";
import { row } from "../support/row.mjs";
import { served, wrangler } from "../support/wrangler.mjs";

const compatibilityDate = "2025-12-01";

function write(app) {
  app.write(
    "worker.mjs",
    `import { answers } from "./answers.mjs";

const refuse = (error) => new Response(String(error), { status: 500 });

export default { fetch: () => answers().then((all) => Response.json(all), refuse) };
`,
  );
  const config = { name: "app", main: "worker.mjs", compatibility_date: compatibilityDate };
  app.write("wrangler.json", JSON.stringify(config));
}

async function json(response) {
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

row({
  name: "Cloudflare Workers, by `wrangler dev`",
  packages: ["wrangler"],
  takes: ["workerd"],
  answer(app) {
    write(app);
    return served(app, async (address) => json(await fetch(address)));
  },
});

row({
  name: "Cloudflare Workers, as `wrangler deploy` bundles",
  packages: ["wrangler", "miniflare"],
  takes: ["workerd"],
  async answer(app) {
    write(app);
    await wrangler(app, "deploy", "--dry-run", "--outdir", "out");
    const engines = readdirSync(app.path("out")).filter((name) => name.endsWith(".wasm"));
    const worker = new Miniflare({
      compatibilityDate,
      modules: [
        { type: "ESModule", path: "worker.js", contents: app.read("out/worker.js") },
        ...engines.map((path) => ({
          type: "CompiledWasm",
          path,
          contents: readFileSync(app.path("out", path)),
        })),
      ],
    });
    try {
      return await json(await worker.dispatchFetch("http://localhost/"));
    } finally {
      await worker.dispose();
    }
  },
});
