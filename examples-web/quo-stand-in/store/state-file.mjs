/**
 * The state in a file. A new one is written beside it and put in its place, so that a process that is
 * killed leaves the old state or the new one, and never half of one.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/**
 * @param {string} path
 * @returns {import("../types.d.ts").Storage}
 */
export function stateFile(path) {
  return {
    load() {
      let text;
      try {
        text = readFileSync(path, "utf8");
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
        throw error;
      }
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new Error(`${path} is not a state of the stand-in`, { cause });
      }
    },
    save(state) {
      const beside = `${path}.${process.pid}.new`;
      writeFileSync(beside, `${JSON.stringify(state)}\n`);
      renameSync(beside, path);
    },
  };
}
