// One source file of the facade by itself, for what can't be seen from outside.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { directory, root } from "./app.mjs";

export async function source(name) {
  const outfile = join(directory, `source-${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "pkg-template/src", `${name}.ts`)],
    bundle: true,
    format: "esm",
    target: "es2022",
    outfile,
  });
  return import(pathToFileURL(outfile));
}
