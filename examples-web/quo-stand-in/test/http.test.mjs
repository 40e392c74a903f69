// What only a real connection shows.
import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { createStandIn } from "../stand-in.mjs";
import { definitions } from "../testing/described.mjs";

const contact = JSON.stringify({ defaultFields: { firstName: "Ada" } });
const headers = { authorization: "any-key" };

/** @param {import("node:test").TestContext} t @param {Partial<import("../types.d.ts").Options>} [options] */
async function serving(t, options) {
  const standIn = createStandIn({ definitions, ...options });
  const { url, port } = await standIn.listen();
  t.after(() => standIn.close());
  return { standIn, port, contacts: `${url}/v1/contacts` };
}

for (const [fault, kept] of /** @type {const} */ ([
  ["drop-before", 0],
  ["drop-after", 1],
])) {
  test(`${fault} closes the connection without an answer, ${kept} contacts later`, async (t) => {
    const { standIn, contacts } = await serving(t);
    const sent = {
      method: "POST",
      body: contact,
      headers: { ...headers, "x-stand-in-fault": fault },
    };
    await assert.rejects(fetch(contacts, sent), TypeError);
    assert.equal(standIn.contacts.all().length, kept);
    assert.equal((await fetch(contacts, { ...sent, headers })).status, 201, "the server goes on");
  });
}

test("create, read, replace, delete over a connection", async (t) => {
  const { contacts } = await serving(t);
  const created = await fetch(contacts, { method: "POST", body: contact, headers });
  assert.equal(created.status, 201);
  assert.match(created.headers.get("content-type") ?? "", /^application\/json/);
  const one = `${contacts}/${(await created.json()).data.id}`;
  const read = await fetch(one, { headers });
  assert.equal(read.headers.get("ratelimit-policy"), '"per-second"; q=10; w=1');
  const body = JSON.stringify({ defaultFields: { firstName: "Zoë 😀" } });
  const { data } = await (await fetch(one, { method: "PATCH", body, headers })).json();
  assert.equal(data.defaultFields.firstName, "Zoë 😀");
  const deleted = await fetch(one, { method: "DELETE", headers });
  assert.deepEqual([deleted.status, await deleted.text()], [204, ""]);
  assert.equal(deleted.headers.get("content-length"), null, "204 has no length");
});

// A body is read up to one mebibyte; beyond it the answer is a proxy's, and nothing is kept.
test("a body that is too long is 413, through either door", async (t) => {
  const { standIn, contacts } = await serving(t);
  const rest = " ".repeat(1024 * 1024 - contact.length);
  for (const door of [fetch, standIn.request]) {
    const send = (/** @type {string} */ body) => door(contacts, { method: "POST", body, headers });
    assert.equal((await send(contact + rest)).status, 201);
    const answer = await send(`${contact + rest} `);
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), /<html>/);
  }
  assert.equal(standIn.contacts.all().length, 2);
});

test("a body nested very deep is a 400, not the end of the server", async (t) => {
  const { contacts } = await serving(t);
  const deep = "[".repeat(500_000) + "]".repeat(500_000);
  for (const body of [deep, `{"defaultFields":${deep}}`]) {
    const answer = await fetch(contacts, { method: "POST", body, headers });
    assert.deepEqual([answer.status, (await answer.json()).code], [400, "0800400"]);
  }
});

test("a client that goes away while it speaks harms nobody", async (t) => {
  const { standIn, port, contacts } = await serving(t);
  await new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(
        "POST /v1/contacts HTTP/1.1\r\nHost: x\r\nAuthorization: k\r\nContent-Length: 99\r\n\r\n{",
      );
      socket.end();
    });
    socket
      .resume()
      .once("close", resolve)
      .once("error", () => {});
  });
  assert.equal((await fetch(`${contacts}?maxResults=1`, { headers })).status, 200);
  assert.deepEqual(standIn.contacts.all(), []);
});

for (const target of ["//", "http://other.example/v1/contacts", "/%", "*", "/v1/contacts/%E0%A4"]) {
  test(`the odd target ${target} is answered`, async (t) => {
    const { port } = await serving(t);
    const status = await new Promise((resolve, reject) => {
      request({ port, host: "127.0.0.1", path: target, headers }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    assert.equal(status, 404);
  });
}

test("a caller in this process can give up, before and while it is answered", async () => {
  /** @type {(value?: unknown) => void} */
  let wake = () => {};
  const standIn = createStandIn({
    definitions,
    sleep: () => new Promise((resolve) => (wake = resolve)),
  });
  const controller = new AbortController();
  const init = {
    method: "POST",
    body: contact,
    headers: { ...headers, "x-stand-in-fault": "latency=1" },
    signal: controller.signal,
  };
  const asking = standIn.request("/v1/contacts", init);
  while (standIn.report().requests === 0) await new Promise(setImmediate);
  controller.abort(new Error("enough"));
  await assert.rejects(asking, { message: "enough" });
  wake();
  assert.equal(standIn.contacts.all().length, 1, "what was sent is carried out");
  await assert.rejects(standIn.request("/v1/contacts", init), { message: "enough" });
  assert.equal(standIn.report().requests, 1, "what was not sent is not");
});

test("the door in this process takes any host, and works by itself", async () => {
  const { request: ask } = createStandIn({ definitions });
  for (const target of [
    "/v1/contacts?maxResults=1",
    new URL("https://api.quo.com/v1/contacts?maxResults=1"),
  ]) {
    assert.equal((await ask(target, { headers })).status, 200);
  }
});
