// What the package adds to the cold start of a worker, in workerd: a fresh isolate for every sample, by the Worker
// Loader; the time from asking for it to its first answer, beside the same worker without the package. Medians.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { median } from "../median.mjs";

const tools = createRequire(new URL("../../tests/js/package.json", import.meta.url));
const { Miniflare } = tools("miniflare");

const RUNS = 101;
const text = (name) => readFileSync(new URL(`../../pkg/${name}`, import.meta.url), "utf8");
const wasm = readFileSync(new URL("../../pkg/contact.wasm", import.meta.url));

const answering = (body) => `export default { fetch() { ${body} } };`;
const used = `import { contactSchema } from "./workerd.js";`;
const schema = `contactSchema({ country: "US", definitions: [{ key: "score", name: "Score", type: "number" }] })`;
const verdict = `${schema}["~standard"].validate({ firstName: "Ada", phone: "(415) 555-2671", Score: "7" })`;
const plain = answering("return Response.json({ value: {} });");
const scripts = {
  "without the package": plain,
  imported: `${used} globalThis.kept = contactSchema; ${plain}`,
  "imported, and a first verdict": used + answering(`return Response.json(${verdict});`),
};

const loader = `
  let count = 0;
  export default {
    async fetch(request, { LOADER, ENGINE, FILES }) {
      const { main, more } = await request.json();
      const modules = { "worker.js": { js: main } };
      if (more) {
        for (const [name, js] of Object.entries(FILES)) modules[name] = { js };
        modules["contact.wasm"] = { wasm: ENGINE };
      }
      const name = String(count++);
      const worker = LOADER.get(name, async () => ({
        compatibilityDate: "2025-12-01",
        mainModule: "worker.js",
        modules,
      }));
      return worker.getEntrypoint().fetch("http://fresh/");
    },
  };
`;
const miniflare = new Miniflare({
  modules: true,
  script: loader,
  compatibilityDate: "2025-12-01",
  workerLoaders: { LOADER: {} },
  bindings: { FILES: { "workerd.js": text("workerd.js"), "core.js": text("core.js") } },
  dataBlobBindings: { ENGINE: wasm },
});
const url = await miniflare.ready;

const times = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, main] of Object.entries(scripts)) {
    const body = JSON.stringify({ main, more: main !== plain });
    const start = performance.now();
    const answer = await fetch(url, { method: "POST", body });
    const { value } = await answer.json();
    times[name].push(performance.now() - start);
    if (!value) throw new Error(`${name}: the first record was refused`);
  }
}
await miniflare.dispose();

const [without] = Object.values(times).map(median);
for (const [name, all] of Object.entries(times)) {
  const middle = median(all);
  console.log(
    `${name}: ${middle.toFixed(1)} ms, ${(middle - without).toFixed(1)} ms over none, ${(middle / without).toFixed(2)}x`,
  );
}
