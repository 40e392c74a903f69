// What must not get through: each is refused, none of it reaches Quo, and the next call is answered.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import { edge, ORIGIN } from "../support/edge.mjs";

const worker = await edge();
const { post, standIn } = worker;
after(() => worker.close());

const ada = { firstName: "Ada", phone: "(415) 555-2671" };
assert.equal((await post(ada)).status, 201);

/** A refusal, after which nothing has changed and the worker is as good as before. */
async function refused(what, asked, status, code) {
  const { requests, contacts } = standIn.report();
  const answer = await asked;
  assert.equal(answer.status, status, what);
  if (code) assert.equal((await answer.json()).error.code, code, what);
  assert.equal(standIn.report().requests, requests, `${what}: Quo hears nothing`);
  assert.equal((await post(ada)).status, 200, `${what}: the next call`);
  assert.equal(standIn.report().contacts, contacts);
  return answer;
}

test("a forged origin", async () => {
  const origins = [
    "https://evil.example",
    "https://www.example.com.evil.example",
    "http://www.example.com",
    "https://www.example.com:8443",
    "https://WWW.EXAMPLE.COM",
    "null",
    "",
  ];
  for (const origin of origins) {
    const answer = await refused(
      origin,
      post(ada, { headers: { origin } }),
      403,
      "origin_not_allowed",
    );
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
  }
  const none = fetch(worker.at("/contacts"), { method: "POST", body: "{}" });
  await refused("no origin", none, 403, "origin_not_allowed");
});

test("a preflight says what a page may send, to pages of ours", async () => {
  const ask = (origin) => post(undefined, { method: "OPTIONS", headers: { origin } });
  const { status, headers } = await ask(ORIGIN);
  assert.equal(status, 204);
  assert.equal(headers.get("access-control-allow-origin"), ORIGIN);
  assert.equal(headers.get("access-control-allow-methods"), "POST");
  assert.match(headers.get("access-control-allow-headers"), /idempotency-key/);
  const other = await refused("preflight", ask("https://evil.example"), 403, "origin_not_allowed");
  assert.equal(other.headers.get("access-control-allow-methods"), null);
});

const LARGE = JSON.stringify({ ...ada, company: "x".repeat(64 * 1024) });

test("a body that is too large, and says so", () =>
  refused("large", post(LARGE), 413, "too_large"));

test("a body that is too large, and does not say so", async () => {
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < LARGE.length; at += 1000) {
        controller.enqueue(new TextEncoder().encode(LARGE.slice(at, at + 1000)));
      }
      controller.close();
    },
  });
  await refused("chunked", post(undefined, { body, duplex: "half" }), 413, "too_large");
});

test("a body that never ends", { timeout: 10_000 }, async () => {
  const sending = new Promise((resolve, reject) => {
    const headers = { origin: ORIGIN, "content-type": "application/json" };
    const sent = request(worker.at("/contacts"), { method: "POST", headers }, (answer) => {
      clearInterval(timer);
      sent.destroy();
      resolve({ status: answer.statusCode });
    });
    sent.on("error", reject);
    const timer = setInterval(() => sent.write(" ".repeat(4096)), 5);
  });
  await refused("endless", sending, 413);
});

test("deep JSON", async () => {
  const deep = (depth, open, close) => open.repeat(depth) + close.repeat(depth);
  for (const depth of [16, 1000, 30_000]) {
    const lists = `{"firstName":"Ada","company":${deep(depth, "[", "]")}}`;
    await refused(`${depth} lists`, post(lists), 400, "too_deep");
  }
  const objects = `{"a":${'{"a":'.repeat(9000)}1${"}".repeat(9001)}`;
  await refused("objects", post(objects), 400, "too_deep");
});

test("a wrong content type", async () => {
  const types = [
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/jsonp",
    "",
  ];
  for (const type of types) {
    const asked = post(ada, { headers: { "content-type": type } });
    await refused(type, asked, 415, "unsupported_media_type");
  }
  const packed = post(ada, { headers: { "content-encoding": "br" } });
  await refused("packed", packed, 415, "unsupported_media_type");
});

test("a key in the request", async () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const bodies = [
    { ...ada, apiKey: "x" },
    { ...ada, "Quo-API-Key": "x" },
    { ...ada, nested: [{ deep: { access_token: "x" } }] },
    { ...ada, Authorization: null },
  ];
  for (const body of bodies) {
    await refused(JSON.stringify(body), post(body), 400, "key_in_request");
  }
  for (const name of ["authorization", "x-api-key", "x-openphone-api-key", "X-Auth-Token"]) {
    await refused(name, post(ada, { headers: { [name]: "x" } }), 400, "key_in_request");
  }
  await refused(
    "form",
    post("firstName=Ada&auth[api_key]=x", { headers: form }),
    400,
    "key_in_request",
  );
  await refused("query", post(ada, { path: "/contacts?api_key=x" }), 400, "key_in_request");
});

test("what is no form", async () => {
  for (const body of ["", "{", "[]", "null", '"Ada"', "7", '{"firstName":"\ud800"', "\u0000"]) {
    await refused(body, post(body), 400, "malformed");
  }
  await refused(
    "bytes",
    post(undefined, { body: Buffer.from('{"firstName":"\xff"}', "latin1") }),
    400,
    "malformed",
  );
  await refused("hostile names", post('{"__proto__":{"firstName":"Ada"},"constructor":1}'), 422);
});

test("other ways and other methods", async () => {
  await refused("a way", fetch(worker.at("/")), 404, "not_found");
  await refused("a name", fetch(worker.at("/__proto__")), 404, "not_found");
  const get = await refused("GET", fetch(worker.at("/contacts")), 405, "method_not_allowed");
  assert.equal(get.headers.get("allow"), "POST, OPTIONS");
  const put = await refused("PUT", post(ada, { method: "PUT" }), 405, "method_not_allowed");
  assert.equal(put.headers.get("allow"), "POST, OPTIONS");
  const health = await refused("POST", post(ada, { path: "/healthz" }), 405, "method_not_allowed");
  assert.equal(health.headers.get("allow"), "GET, HEAD");
});
