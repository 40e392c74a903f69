import { readFileSync } from "node:fs";
import { EdgeRuntime } from "edge-runtime";
import { row } from "../support/row.mjs";
import { bundled } from "../support/wasm.mjs";

row({
  name: "edge-runtime (Vercel's edge functions)",
  quick: true,
  packages: ["edge-runtime", "esbuild"],
  takes: ["edge-light"],
  async answer(app) {
    app.write(
      "edge.mjs",
      `import { answers } from "./answers.mjs";

const answer = () =>
  answers().then(
    (all) => Response.json(all),
    (error) => new Response(String(error), { status: 500 }),
  );
addEventListener("fetch", (event) => event.respondWith(answer()));
`,
    );
    // As Vercel does it: the platform compiles each `.wasm?module`, and code may not.
    const { code, engines } = await bundled(app, "edge.mjs", ["edge-light"], (name) => {
      return `export default globalThis[${JSON.stringify(name)}];`;
    });
    const compiled = engines.map(({ name, path }) => [
      name,
      new WebAssembly.Module(readFileSync(path)),
    ]);
    const runtime = new EdgeRuntime({
      codeGeneration: { strings: false, wasm: false },
      extend: (context) => Object.assign(context, Object.fromEntries(compiled)),
    });
    runtime.evaluate(code);
    const response = await runtime.dispatchFetch("http://localhost/");
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  },
});
