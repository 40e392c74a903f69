// The declarations: those kept by hand, checked against the code, and the data types that Rust generated.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { engines, languages } from "./entries.mjs";

const wasmTypes = `declare const engine: WebAssembly.Module;
export default engine;
`;

export async function types({ template, glue, out, tools }) {
  // The data types, sliced out of what was generated, under the declarations that are kept by hand.
  const generated = await readFile(join(glue, "contact.d.ts"), "utf8");
  const all = { data: `// Generated from the Rust types.\n\n${dataTypes(generated)}` };
  for (const file of (await readdir(join(template, "types"))).sort()) {
    all[file.replace(/\.d\.ts$/, "")] = await readFile(join(template, "types", file), "utf8");
  }
  await mkdir(join(glue, "types"), { recursive: true });
  // Not beside the glue, some of which has the same names.
  for (const [name, text] of Object.entries(all)) {
    await writeFile(join(glue, "types", `${name}.d.ts`), text);
  }
  await check(template, glue, tools);
  Object.assign(all, ofMessages());
  await mkdir(join(out, "messages"), { recursive: true });
  for (const [name, text] of Object.entries(all)) {
    await writeFile(join(out, `${name}.d.ts`), text);
    await writeFile(
      join(out, `${name}.d.cts`),
      text.replaceAll(/"(\.\.?\/[a-z-]+)\.js"/g, '"$1.cjs"'),
    );
  }
  for (const { name } of engines) await writeFile(join(out, `${name}.wasm.d.ts`), wasmTypes);
}

/** The declarations of the languages, by the names of their files. */
function ofMessages() {
  const files = Object.entries(languages).map(([name, language]) => [
    `messages/${name}`,
    `import type { Language } from "../index.js";

/** ${language}. */
export declare const ${name}: Language;
export default ${name};
`,
  ]);
  const all = Object.keys(languages).map((name) => `export { ${name} } from "./${name}.js";\n`);
  return Object.fromEntries([["messages/index", all.join("")], ...files]);
}

async function check(template, glue, tools) {
  const paths = {
    "#glue": ["./contact.d.ts"],
    "#types": ["./types/index.d.ts"],
    "#format-glue": ["./phone-format.d.ts"],
    "#types/*": ["./types/*.d.ts"],
  };
  await writeFile(
    join(glue, "tsconfig.json"),
    JSON.stringify({
      extends: relativeTo(glue, join(template, "tsconfig.json")),
      compilerOptions: { paths },
      include: [relativeTo(glue, join(template, "src"))],
    }),
  );
  const tsc = join(dirname(tools.resolve("typescript/package.json")), "bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", join(glue, "tsconfig.json")], {
    stdio: "inherit",
  });
  // The compiler has said why.
  if (status !== 0) process.exit(1);
}

/** The declarations without the functions of the glue and without what wasm-bindgen adds for itself. */
function dataTypes(text) {
  // Every declaration starts in the first column, after its comment, and ends before the next one.
  const parts = text.split(/^(?=\/\*\*|export )/m);
  const kept = [];
  let comment = "";
  for (const part of parts) {
    if (part.startsWith("/**") && !part.includes("\nexport ")) {
      comment = part;
      continue;
    }
    if (/^export (interface|type) (?!InitInput\b|InitOutput\b|SyncInitInput\b)/.test(part)) {
      kept.push(comment + part.trimEnd());
    }
    comment = "";
  }
  if (kept.length === 0) throw new Error("wasm-bindgen left no data types");
  // In an order that no linker has a say in.
  kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return `${kept.join("\n\n")}\n`;
}

function nameOf(declaration) {
  return /^export \w+ (\w+)/m.exec(declaration)[1];
}

function relativeTo(from, to) {
  const path = relative(from, to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
