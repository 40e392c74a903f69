// Types as a consumer's compiler sees them: the strictest settings, the installed package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { directory } from "./app.mjs";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

export function compile(name, sources, options) {
  const project = join(directory, `types-${name}`);
  mkdirSync(project, { recursive: true });
  for (const [source, text] of Object.entries(sources)) writeFileSync(join(project, source), text);
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
    JSON.stringify({ compilerOptions, files: Object.keys(sources) }),
  );
  // The newest, and the oldest that the package's README names.
  for (const compiler of ["typescript", "typescript-oldest"]) {
    const tsc = join(modules, compiler, "bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "--project", project], {
      encoding: "utf8",
    });
    assert.equal(status, 0, `${compiler}: ${stdout}`);
  }
}
