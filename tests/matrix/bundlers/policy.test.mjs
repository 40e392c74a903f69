import { build } from "esbuild";
import { row } from "../support/row.mjs";

// A page whose policy lets no WebAssembly be compiled.
row({
  name: "a page under `default-src 'self'`, in Chromium",
  packages: ["esbuild"],
  names: ["contactScript", "formScript", "phoneScript", "formatScript"],
  takes: ["default"],
  also: { refused: "CompileError" },
  async answer(app, pages) {
    app.write(
      "main.mjs",
      `import { answers } from "./answers.mjs";

let refused;
try {
  new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
} catch (error) {
  refused = error.name;
}
answers().then((all) => console.log(JSON.stringify({ ...all, refused })));
`,
    );
    await build({
      absWorkingDir: app.directory,
      entryPoints: ["main.mjs"],
      bundle: true,
      format: "iife",
      outfile: "out/main.js",
      logLevel: "silent",
    });
    app.write(
      "out/index.html",
      '<!doctype html>\n<title>app</title>\n<script src="main.js"></script>\n',
    );
    const headers = { "content-security-policy": "default-src 'self'" };
    return pages.served(app.path("out"), "index.html", headers);
  },
});
