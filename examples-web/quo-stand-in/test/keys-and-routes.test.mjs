import assert from "node:assert/strict";
import { test } from "node:test";
import { createStandIn } from "../stand-in.mjs";
import { assertDescribed, world } from "../testing/described.mjs";

const ROUTES = /** @type {const} */ ([
  ["GET", "/v1/contact-custom-fields"],
  ["GET", "/v1/contacts?maxResults=1"],
  ["GET", "/v1/contacts/id1"],
  ["POST", "/v1/contacts"],
  ["PATCH", "/v1/contacts/id1"],
  ["DELETE", "/v1/contacts/id1"],
]);

// [spec] The key stands in `Authorization` alone. [live] With `Bearer` before it, or with no key, the gateway says 401
// in its own shape: one key `error`, with `message`, `key` and `trace` in it.
for (const key of [null, "", "   ", "Bearer any-key", "bearer any-key", "Bearer"]) {
  test(`the gateway refuses ${JSON.stringify(key)} as a key on every route`, async () => {
    const { call } = world();
    for (const [method, path] of ROUTES) {
      const { status, body } = await call(method, path, { key });
      assert.equal(status, 401);
      assert.deepEqual(Object.keys(body), ["error"]);
      assert.equal(body.error.key, "Unauthorized");
    }
  });
}

test("any other key is taken", async () => {
  const { call } = world();
  for (const key of ["x", "Bearerless", "0123456789abcdef"]) {
    assert.equal((await call("GET", "/v1/contact-custom-fields", { key })).status, 200);
  }
});

// [live] A route that does not exist answers with a page of HTML, whatever the method.
for (const [method, path] of /** @type {const} */ ([
  ["GET", "/"],
  ["GET", "/v1/contact"],
  ["GET", "/v2/contacts?maxResults=1"],
  ["PUT", "/v1/contacts"],
  ["POST", "/v1/contact-custom-fields"],
  ["GET", "/v1/contacts/id1/notes"],
])) {
  test(`${method} ${path} is a page of HTML`, async () => {
    const { status, type, body } = await world().call(method, path);
    assert.equal(status, 404);
    assert.match(type, /^text\/html/);
    assert.match(body, /<html>/);
  });
}

// [spec] `GET /v1/contact-custom-fields` gives `{data: [{name, key, type}]}`, all of it, and takes no parameters.
test("definitions come back as they are, whatever the query", async () => {
  const { get } = world();
  const { status, body } = await get("/v1/contact-custom-fields");
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body), ["data"]);
  assert.equal(body.data.length, 7);
  assert.deepEqual(body.data[3], { name: "Interests", key: "1234567", type: "multi-select" });
  assert.deepEqual((await get("/v1/contact-custom-fields?maxResults=1")).body, body);
});

// [spec] A failure of the server has the flat shape, with a code of its own for each resource.
test("a failure is 500 in the flat shape", async (t) => {
  t.mock.method(console, "error", () => {});
  const { standIn, post } = world();
  t.mock.method(standIn.contacts, "create", () => {
    throw new Error("on purpose");
  });
  const { status, body } = await post({ defaultFields: { firstName: null } });
  assert.equal(status, 500);
  assert.equal(body.code, "0801500");
  assert.equal(body.title, "Unknown");
});

test("a failure of the definitions has a code of theirs", async (t) => {
  t.mock.method(console, "error", () => {});
  const broken = {
    toJSON() {
      throw new Error("on purpose");
    },
  };
  const { request } = createStandIn({ definitions: [/** @type {any} */ (broken)] });
  const headers = { authorization: "any-key" };
  const answer = await request("/v1/contact-custom-fields", { headers });
  const body = await answer.json();
  assertDescribed("GET", "/v1/contact-custom-fields", answer.status, body);
  assert.equal(body.code, "0701500");
});
