import { build } from "esbuild";
import { row } from "../support/row.mjs";

for (const format of ["esm", "cjs"]) {
  const outfile = { esm: "out.mjs", cjs: "out.cjs" }[format];
  row({
    name: `esbuild, ${format} in Node`,
    quick: format === "esm",
    packages: ["esbuild"],
    names: ["contact", "form", "phone", "format", "messages"],
    takes: ["default"],
    async answer(app) {
      await build({
        absWorkingDir: app.directory,
        entryPoints: ["main.mjs"],
        bundle: true,
        minify: true,
        format,
        outfile,
        logLevel: "silent",
      });
      return app.node(outfile);
    },
  });
}

row({
  name: "esbuild, the engine's bytes by its loader",
  packages: ["esbuild"],
  names: ["slim"],
  takes: ["default"],
  async answer(app) {
    app.write(
      "main.mjs",
      `import engine from "quo-contacts/contact.wasm";
import { answer } from "./slim.mjs";

console.log(JSON.stringify({ slim: answer(engine) }));
`,
    );
    await build({
      absWorkingDir: app.directory,
      entryPoints: ["main.mjs"],
      bundle: true,
      format: "esm",
      target: "node20",
      loader: { ".wasm": "binary" },
      outfile: "out.mjs",
      logLevel: "silent",
    });
    return app.node("out.mjs");
  },
});
