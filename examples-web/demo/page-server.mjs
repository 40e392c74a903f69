/**
 * Serves the page, the sample data and the built package on this machine, under a content security
 * policy that allows no script from elsewhere and none in the page itself. `wasm-unsafe-eval` is all
 * that the engine needs.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { dataDirectory } from "./samples.mjs";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

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

const pageDirectory = new URL("page/", import.meta.url);

/**
 * @param {{ built: { directory: URL, browserEntry: string }, definitions: unknown, port?: number }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePage({ built, definitions, port = 0 }) {
  /** What is made here and not read from a file. @type {Record<string, string>} */
  const made = {
    "/quo-contacts.mjs": `export * from ${JSON.stringify(new URL(built.browserEntry, "http://x/pkg/").pathname)};\n`,
    "/data/definitions.json": JSON.stringify(definitions),
  };

  /** @param {string} path */
  function fileOf(path) {
    if (path === "/") return new URL("index.html", pageDirectory);
    for (const [prefix, directory] of /** @type {const} */ ([
      ["/pkg/", built.directory],
      ["/data/", dataDirectory],
      ["/", pageDirectory],
    ])) {
      if (!path.startsWith(prefix)) continue;
      // Nothing climbs out: `URL` has resolved every `..`, and a slash that is escaped is no file's name.
      return new URL(`./${path.slice(prefix.length)}`, directory);
    }
  }

  const server = createServer(async (request, response) => {
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("cache-control", "no-store");
    try {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405).end();
        return;
      }
      const file = fileOf(pathname);
      const body = made[pathname] ?? (file && (await readFile(file)));
      if (body === undefined) throw new Error("outside");
      const type = TYPES[extname(made[pathname] ? pathname : (file?.pathname ?? ""))];
      response.setHeader("content-type", type ?? "text/plain; charset=utf-8");
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
    }
  });

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
