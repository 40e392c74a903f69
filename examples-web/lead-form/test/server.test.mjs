/** The server with stand-ins for everything: `package-tests/server.mjs` has the real ones. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serveForm } from "../server/app.mjs";

/** @type {string} */
let root;
/** @type {Awaited<ReturnType<typeof serveForm>>} */
let app;
/** @type {any[]} */
let upserts = [];
/** @type {unknown[]} */
let logged = [];
/** @type {() => object} */
let upsert;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "lead-form-"));
  await writeFile(join(root, "form.js"), "export {};");
  const validate = (/** @type {any} */ value) =>
    value?.firstName
      ? { value: { defaultFields: { firstName: value.firstName }, createdByUserId: "US1" } }
      : { issues: [{ code: "required", message: "a name, please", path: ["firstName"] }] };
  const module = { contactSchema: () => ({ "~standard": { validate } }) };
  const messages = () => ({});
  app = await serveForm({
    built: { directory: pathToFileURL(`${root}/`), module, messages },
    client: {
      upsert: async (/** @type {any} */ payload) => {
        upserts.push(payload);
        return upsert();
      },
    },
    log: (error) => logged.push(error),
  });
});

beforeEach(() => {
  upserts = [];
  logged = [];
  upsert = () => ({ outcome: "created", contact: { id: "66aa" } });
});

after(async () => {
  await app.close();
  await rm(root, { recursive: true });
});

const KEY = "0b6f7f5e-1f5e-4c7e-9d3e-3d0a5a1f2b3c";

/** @param {Record<string, string>} headers @param {string | ReadableStream} [body] */
const post = (headers = {}, body = '{"firstName":"Ada"}') =>
  fetch(`${app.url}contacts`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": KEY, ...headers },
    body,
    ...(typeof body !== "string" && { duplex: "half" }),
  });

test("a form makes a contact, and where it is from is the server's to say", async () => {
  const response = await post();
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), { id: "66aa" });
  const defaultFields = { firstName: "Ada" };
  assert.deepEqual(upserts, [
    { defaultFields, customFields: [], source: "lead-form", externalId: KEY },
  ]);
  upsert = () => ({ outcome: "unchanged", contact: { id: "66aa" } });
  assert.equal((await post()).status, 200);
});

test("issues come back as they are", async () => {
  const response = await post({}, "{}");
  assert.equal(response.status, 422);
  const [issue] = (await response.json()).issues;
  assert.deepEqual(issue.path, ["firstName"]);
  assert.equal(upserts.length, 0);
});

test("what no page of ours sends is refused, and the next form is taken", async () => {
  const huge = JSON.stringify({ firstName: "a".repeat(40_000) });
  /** @type {[number, () => Promise<Response>][]} */
  const refused = [
    [403, () => post({ "sec-fetch-site": "cross-site" })],
    [403, () => post({ origin: "https://elsewhere.example" })],
    [403, () => post({ origin: "null" })],
    [415, () => post({ "content-type": "text/plain" })],
    [400, () => post({ "idempotency-key": "short" })],
    [400, () => post({ "idempotency-key": `${KEY}/../..` })],
    [400, () => post({}, "{")],
    [413, () => post({}, huge)],
    [413, () => post({}, new Blob([huge]).stream())],
    [405, () => fetch(`${app.url}contacts`)],
    [405, () => fetch(app.url, { method: "DELETE" })],
  ];
  for (const [index, [status, send]] of refused.entries()) {
    assert.equal((await send()).status, status, `row ${index}`);
    assert.equal((await post()).status, 201, `after row ${index}`);
  }
  assert.equal(upserts.length, refused.length);
});

test("when Quo does not answer, the page is told to come again", async () => {
  upsert = () => {
    const details = { status: 400, trace: "t1", body: "Ada" };
    throw Object.assign(new Error("no to Ada"), { code: "api_error", details });
  };
  const response = await post();
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("retry-after"), "5");
  assert.doesNotMatch(await response.text(), /Ada/);
  assert.deepEqual(logged, [{ code: "api_error", status: 400, trace: "t1" }]);
});

test("a visitor who breaks off costs nobody else anything", async () => {
  const headers = { "content-type": "application/json", "idempotency-key": KEY };
  await new Promise((resolve) => {
    const broken = request(`${app.url}contacts`, { method: "POST", headers });
    broken.on("error", resolve);
    broken.write("{");
    setTimeout(() => broken.destroy(), 50);
  });
  assert.equal((await post()).status, 201);
  assert.deepEqual(logged, []);
});

test("every answer has the policy, and is not sniffed", async () => {
  for (const path of ["", "form.mjs", "quo-contacts/form.js", "contacts", "nothing"]) {
    const { headers } = await fetch(app.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    assert.doesNotMatch(policy, /'unsafe-|\*|https?:|data:/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
});

/** The status for a path as it stands, without the tidying that `fetch` does. @param {string} path */
const statusOf = (path) =>
  new Promise((resolve, reject) => {
    request(app.url, { path }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });

test("nothing outside of the page and the package is served", async () => {
  assert.equal(await statusOf("/quo-contacts/form.js"), 200);
  for (const target of [
    "/../server.mjs",
    "/%2e%2e/server.mjs",
    "/..%2fserver.mjs",
    "/quo-contacts/../../server.mjs",
    "/quo-contacts//etc/passwd",
    "/quo-contacts/file:///etc/passwd",
    "/file:///etc/hosts.json",
    "/quo-contacts/",
    "/server/app.mjs",
    "/%",
    "//",
    "http://[",
  ]) {
    assert.equal(await statusOf(target), 404, target);
  }
});
