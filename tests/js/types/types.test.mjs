// The types as a consumer's compiler sees them: the strictest settings, the installed package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { directory, file } from "../support/app.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

function compile(name, sources, options) {
  const project = join(directory, `types-${name}`);
  mkdirSync(project, { recursive: true });
  for (const source of sources) copyFileSync(join(here, source), join(project, source));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    target: "ES2022",
    types: [],
    paths: { "@standard-schema/spec": [join(modules, "@standard-schema/spec")] },
    ...options,
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: sources }),
  );
  const tsc = join(modules, "typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "--project", project], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout);
}

test("a page or a worker, under a bundler", () => {
  compile("bundler", ["consumer.ts"], {
    module: "ESNext",
    moduleResolution: "Bundler",
    lib: ["ES2022", "DOM"],
  });
});

test("Node, as ESM and as CommonJS", () => {
  compile("node", ["consumer.mts", "consumer.cts"], { module: "Node16", lib: ["ES2022", "DOM"] });
});

test("a host without any of the web's types", () => {
  compile("bare", ["bare.mts"], { module: "NodeNext", lib: ["ES2022"] });
});

test("no `any` in what is exported", () => {
  for (const name of ["index.d.ts", "data.d.ts"]) {
    assert.doesNotMatch(
      readFileSync(file(name), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
      /\bany\b/,
    );
  }
});
