/** The page's files and the package's, as they are; only the names of entries are put in where they are others. */
import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const page = new URL("../page/", import.meta.url);

/**
 * @param {URL} packageDirectory with a slash at its end @param {Record<string, string>} instead files of it by what they
 *   stand in for
 * @returns {(path: string) => Promise<{ type: string, body: Uint8Array | string } | undefined>}
 */
export function filesOf(packageDirectory, instead) {
  /** @param {string} path @returns {[string, URL]} */
  const placeOf = (path) => {
    if (path === "/") return ["index.html", page];
    const prefix = "/quo-contacts/";
    if (path.startsWith(prefix)) return [path.slice(prefix.length), packageDirectory];
    return [path.slice(1), page];
  };
  return async (path) => {
    const [name, directory] = placeOf(path);
    if (!URL.canParse(`./${name}`, directory)) return undefined;
    const file = new URL(`./${name}`, directory);
    const type = TYPES[extname(file.pathname)];
    // Nothing climbs out: `URL` has resolved every `..`, and a slash that is escaped is no file's name.
    if (type === undefined || !file.href.startsWith(directory.href)) return undefined;
    try {
      const body = await readFile(file);
      if (name !== "engine.mjs") return { type, body };
      const put = Object.entries(instead).reduce(
        (text, [file, other]) => text.replace(`/quo-contacts/${file}`, `/quo-contacts/${other}`),
        body.toString(),
      );
      return { type, body: put };
    } catch {
      return undefined;
    }
  };
}
