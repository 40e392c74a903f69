import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { builtPackage } from "../built-package.mjs";
import { servePage } from "../page-server.mjs";

/** @type {string} */
let root;
/** @type {Awaited<ReturnType<typeof servePage>>} */
let page;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "page-server-"));
  await writeFile(join(root, "esm.mjs"), "export const where = 'browser';");
  await writeFile(join(root, "cjs.cjs"), "exports.where = 'node';");
  const exports = {
    ".": {
      require: "./cjs.cjs",
      default: { types: "./x.d.ts", default: "./esm.mjs" },
    },
  };
  await writeFile(join(root, "package.json"), JSON.stringify({ name: "quo-contacts", exports }));
  const built = builtPackage(pathToFileURL(`${root}/`));
  assert.equal(built.module.where, "node");
  page = await servePage({ built, definitions: [{ key: "score" }] });
});

after(async () => {
  await page.close();
  await rm(root, { recursive: true });
});

/** The status for a path as it stands, without the tidying that `fetch` does. @param {string} path */
function statusOf(path) {
  return new Promise((resolve, reject) => {
    request(page.url, { path }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

test("every answer has the policy, a type, and is not sniffed", async () => {
  for (const [path, type] of /** @type {const} */ ([
    ["", "text/html; charset=utf-8"],
    ["page.mjs", "text/javascript; charset=utf-8"],
    ["page.css", "text/css; charset=utf-8"],
    ["icon.svg", "image/svg+xml"],
    ["data/records.json", "application/json; charset=utf-8"],
    ["pkg/esm.mjs", "text/javascript; charset=utf-8"],
    ["quo-contacts.mjs", "text/javascript; charset=utf-8"],
  ])) {
    const { headers, status } = await fetch(page.url + path);
    assert.equal(status, 200, path);
    assert.equal(headers.get("content-type"), type);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /'unsafe-/);
  }
});

test("the package's default entry and the definitions of the stand-in have fixed places", async () => {
  const entry = await (await fetch(`${page.url}quo-contacts.mjs`)).text();
  assert.equal(entry, 'export * from "/pkg/esm.mjs";\n');
  const definitions = await (await fetch(`${page.url}data/definitions.json`)).json();
  assert.deepEqual(definitions, [{ key: "score" }]);
});

test("nothing outside of the three directories is served", async () => {
  for (const target of [
    "/../main.mjs",
    "/pkg/../../demo/main.mjs",
    "/%2e%2e/main.mjs",
    "/..%2fmain.mjs",
    "/..%5cmain.mjs",
    "/pkg//etc/passwd",
    "/data/..%2F..%2F..%2Fetc%2Fpasswd",
    "/file:///etc/passwd",
    "/pkg/file:///etc/passwd",
    "/main.mjs",
    "/pkg/",
    "/%",
    "//",
  ]) {
    assert.equal(await statusOf(target), 404, target);
  }
  assert.equal((await fetch(page.url, { method: "POST" })).status, 405);
});
