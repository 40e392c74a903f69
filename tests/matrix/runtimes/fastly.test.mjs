import { last, program } from "../support/app.mjs";
import { row } from "../support/row.mjs";

// There is no WebAssembly. What stands at the top of a module runs, and prints, when the program is made.
row({
  name: "Fastly Compute",
  packages: ["@fastly/js-compute"],
  takes: ["fastly"],
  async answer(app) {
    app.write(
      "fastly.js",
      `import "./main.mjs";

addEventListener("fetch", (event) => event.respondWith(new Response("")));
`,
    );
    return last(await app.run(program("js-compute-runtime"), ["fastly.js", "fastly.wasm"]));
  },
});
