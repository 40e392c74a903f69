import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
import { row } from "../support/row.mjs";

row({
  name: "Rollup, in Node",
  packages: ["rollup", "@rollup/plugin-node-resolve"],
  names: ["contact", "form", "phone", "format", "messages"],
  takes: ["module-sync, default"],
  async answer(app) {
    const bundle = await rollup({ input: app.path("main.mjs"), plugins: [nodeResolve()] });
    await bundle.write({ file: app.path("out.mjs"), format: "es" });
    await bundle.close();
    return app.node("out.mjs");
  },
});
