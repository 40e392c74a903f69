// How the package is imported and started.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { directory, file, load, requireFrom, root } from "../support/app.mjs";

const NAMES = [
  "QuoContactsError",
  "applyToForm",
  "contactSchema",
  "createClient",
  "createMapper",
  "createPace",
  "flatten",
  "init",
  "initSync",
  "isReady",
  "normalizePhone",
  "normalizePhones",
  "prettify",
  "proveColumn",
  "suggestMapping",
  "treeify",
  "version",
];

/** A process of its own, for what only a first import can show. */
const fresh = (code, ...flags) =>
  execFileSync(process.execPath, [...flags, "--input-type=module", "--eval", code], {
    cwd: directory,
    encoding: "utf8",
  }).trim();

test("the entries export the same names", async () => {
  for (const name of ["esm.mjs", "slim.mjs"])
    assert.deepEqual(Object.keys(await load(name)), NAMES);
  assert.deepEqual(Object.keys(requireFrom("./node_modules/quo-contacts/index.cjs")).sort(), NAMES);
  assert.deepEqual(Object.keys(requireFrom("./node_modules/quo-contacts/slim.cjs")).sort(), NAMES);
});

test("importing compiles nothing, fetches nothing and starts nothing", () => {
  const said = fresh(`
    const touched = [];
    for (const name of ["Module", "Instance"]) WebAssembly[name] = class { constructor() { touched.push(name); } };
    for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming"]) WebAssembly[name] = () => touched.push(name);
    globalThis.fetch = () => touched.push("fetch");
    const { isReady } = await import("quo-contacts");
    console.log(JSON.stringify([touched, isReady()]));
  `);
  assert.equal(said, "[[],false]");
});

test("the first call starts the engine, synchronously", () => {
  const said = fresh(`
    import { isReady, normalizePhone, version } from "quo-contacts";
    const before = isReady();
    const verdict = normalizePhone("+1 415 555 2671");
    console.log([before, "warnings" in verdict, isReady(), version()]);
  `);
  assert.match(said, /\[ false, true, true, '\d+\.\d+\.\d+' \]/);
});

test("`import` and `require` share one engine where Node can", () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const said = fresh(`
    import { createRequire } from "node:module";
    import * as imported from "quo-contacts";
    const required = createRequire(${JSON.stringify(`${directory}/x.cjs`)})("quo-contacts");
    imported.initSync();
    console.log(required.isReady(), required.createMapper === imported.createMapper);
  `);
  const shared = major > 22 || (major === 22 && minor >= 10) || (major === 20 && minor >= 19);
  assert.equal(said, shared ? "true true" : "false false");
});

test("the CommonJS entry works by itself", () => {
  const said = execFileSync(
    process.execPath,
    [
      "--eval",
      'const q = require("./node_modules/quo-contacts/index.cjs"); console.log(q.isReady(), typeof q.version(), q.isReady())',
    ],
    { cwd: directory, encoding: "utf8" },
  ).trim();
  assert.equal(said, "false string true");
});

test("slim says what to call", async () => {
  const { createMapper, isReady, QuoContactsError } = await slim();
  assert.throws(createMapper, (error) => {
    assert.ok(error instanceof QuoContactsError);
    assert.equal(error.code, "not_initialized");
    assert.match(error.message, /await init\(source\)/);
    return true;
  });
  assert.equal(isReady(), false);
});

const bytes = readFileSync(file("contact.wasm"));
const server = createServer((request, response) => {
  if (request.url !== "/contact.wasm") response.writeHead(404).end("no such thing");
  else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
server.unref();
const url = `http://127.0.0.1:${server.address().port}/contact.wasm`;

const sources = {
  "a module": () => new WebAssembly.Module(bytes),
  "a module of another realm": () =>
    vm.runInNewContext("new WebAssembly.Module(bytes)", { bytes: new Uint8Array(bytes) }),
  bytes: () => bytes,
  "an ArrayBuffer": () => new Uint8Array(bytes).buffer,
  "a URL": () => new URL(url),
  "a URL as text": () => url,
  "a Response": () => fetch(url),
  "a promise of bytes": () => Promise.resolve(bytes),
};
for (const [name, source] of Object.entries(sources)) {
  test(`slim starts from ${name}`, async () => {
    const { init, isReady, version } = await slim();
    const given = source();
    await Promise.all([init(given), init(given)]);
    assert.equal(isReady(), true);
    await init(new URL("http://127.0.0.1:1/never-asked"));
    assert.match(version(), /^\d/);
  });
}

test("a source that fails keeps no other from being tried", async () => {
  const { init, isReady } = await slim();
  const said = await Promise.allSettled([
    init(new Uint8Array([1])),
    init(bytes),
    init(Promise.reject(new Error("on purpose"))),
  ]);
  assert.deepEqual(
    said.map(({ status, reason }) => reason?.code ?? reason?.message ?? status),
    ["invalid_source", "fulfilled", "on purpose"],
  );
  assert.equal(isReady(), true);
});

test("slim starts at once from a module or bytes", async () => {
  for (const source of [bytes, new WebAssembly.Module(bytes)]) {
    const { initSync, version } = await slim();
    initSync(source);
    initSync(source);
    assert.match(version(), /^\d/);
  }
});

test("a start that failed can be tried again", async () => {
  const { init, initSync, isReady, version } = await slim();
  const wrong = [
    new Uint8Array([1, 2, 3]),
    {},
    null,
    () => Promise.reject(new Error("on purpose")),
    `${url}/nowhere`,
    vm.runInNewContext("({ arrayBuffer: 1 })"),
  ];
  for (const source of wrong) {
    await assert.rejects(init(typeof source === "function" ? source() : source), (error) => {
      assert.ok(error.code === "invalid_source" || error.message === "on purpose", String(error));
      return true;
    });
    assert.equal(isReady(), false);
  }
  assert.throws(() => initSync("text"), { code: "invalid_source" });
  assert.throws(() => initSync(new Uint8Array([0])), { code: "invalid_source" });
  await init(bytes);
  assert.match(version(), /^\d/);
});

test("a host that forbids WebAssembly gets a typed error", () => {
  const said = fresh(`
    import { version } from "quo-contacts";
    WebAssembly.Module = class { constructor() { throw new EvalError("forbidden by policy"); } };
    try { version(); } catch (error) { console.log(error.code, error.cause.message); }
  `);
  assert.equal(said, "engine_unavailable forbidden by policy");
});

test("the worker to copy asks for this version", () => {
  const { version } = JSON.parse(readFileSync(file("package.json")));
  const example = readFileSync(join(root, "examples-web/edge-worker/package.json"));
  assert.equal(JSON.parse(example).dependencies["quo-contacts"], `^${version}`);
});

test("the shipped wasm is the inlined wasm, and it is valid", async () => {
  assert.ok(WebAssembly.validate(bytes));
  const said = fresh(`
    import { readFileSync } from "node:fs";
    const Native = WebAssembly.Module;
    WebAssembly.Module = class { constructor(bytes) {
      console.log(Buffer.compare(bytes, readFileSync("node_modules/quo-contacts/contact.wasm")));
      return new Native(bytes);
    } };
    const { initSync } = await import("quo-contacts");
    initSync();
  `);
  assert.equal(said, "0");
});

let copies = 0;
/** An engine of its own: CommonJS modules can be loaded again. */
async function slim() {
  copies += 1;
  for (const name of ["slim.cjs", "core.cjs"]) delete requireFrom.cache[file(name)];
  const entry = requireFrom(file("slim.cjs"));
  assert.equal(entry.isReady(), false, `copy ${copies} is new`);
  return entry;
}
