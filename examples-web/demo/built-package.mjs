/**
 * The package that `cargo xtask build` left behind, found the way its users find it: through its own
 * `exports`, not by the names of files in it.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * @param {URL} directory with a slash at its end
 * @returns {{ directory: URL, module: any, messages: () => any, browserEntry: string }} what Node gets, its
 *   languages, and the file that a page imports, relative to the directory
 */
export function builtPackage(directory) {
  const manifest = new URL("package.json", directory);
  if (!existsSync(manifest)) {
    throw new Error(`no package in ${fileURLToPath(directory)}: run \`cargo xtask build\` first`);
  }
  const { exports } = JSON.parse(readFileSync(manifest, "utf8"));
  // A package may require itself by its name.
  const require = createRequire(manifest);
  return {
    directory,
    module: require("quo-contacts"),
    messages: () => require("quo-contacts/messages"),
    browserEntry: defaultTarget(exports["."]),
  };
}

/**
 * What a browser without a bundler takes of a conditional export.
 * @param {any} target
 * @returns {string}
 */
function defaultTarget(target) {
  return typeof target === "string" ? target : defaultTarget(target.default);
}
