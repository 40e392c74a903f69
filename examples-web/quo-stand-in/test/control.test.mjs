import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../testing/described.mjs";

const contact = { defaultFields: { firstName: "Ada" }, externalId: "7" };
const seed = { id: "seeded", defaultFields: { firstName: "Ben" } };

/** @param {Partial<import("../types.d.ts").Options>} [options] */
function controlled(options) {
  const made = world(options);
  return {
    ...made,
    /** @param {string} method @param {string} name @param {unknown} [body] */
    control: (method, name, body) =>
      made.call(method, `/__stand-in/${name}`, { key: null, ...(body !== undefined && { body }) }),
  };
}

test("the report counts contacts, requests, answers, and what the limit and the faults did", async () => {
  const { control, call, post, get, wait } = controlled({ perSecond: 3 });
  wait(322); // A second of the clock begins.
  await post(contact);
  await post(contact);
  await call("POST", "/v1/contacts", { body: contact, fault: "429" });
  await get("/v1/contacts/nobody");
  wait(1000);
  await call("POST", "/v1/contacts", { body: contact, fault: "drop-before" }).catch(() => {});
  await get("/v2");
  const { status, body } = await control("GET", "report");
  assert.equal(status, 200);
  assert.deepEqual(body, {
    contacts: 1,
    requests: 6,
    mostInAnySecond: 4,
    answers: { 201: 1, 404: 1, 409: 1, 429: 2, dropped: 1 },
    tooManyRequests: { limit: 1, fault: 1 },
    faults: { 429: 1, "drop-before": 1 },
  });
  assert.deepEqual((await control("GET", "report")).body, body, "asking is not counted");
});

test("the most in any second does not go by the seconds of the clock, and goes by the key", async () => {
  const { call, control, wait } = controlled();
  const ask = (/** @type {string} */ key) => call("GET", "/v1/contact-custom-fields", { key });
  for (const pause of [600, 300, 99, 1, 0]) {
    await ask("one");
    wait(pause);
  }
  await ask("two");
  assert.equal((await control("GET", "report")).body.mostInAnySecond, 4);
});

test("the report begins anew, and the contacts stay", async () => {
  const { control, post } = controlled();
  await post(contact);
  assert.equal((await control("DELETE", "report")).status, 204);
  const { body } = await control("GET", "report");
  assert.deepEqual([body.contacts, body.requests, body.mostInAnySecond], [1, 0, 0]);
  assert.deepEqual([body.answers, body.faults], [{}, {}]);
});

test("a reset brings back the start: contacts, pairs, keys, the limit, the report and the plan", async () => {
  const faults = { seed: 3, rates: { 500: 0 } };
  const { control, post, remove, listed, call, wait } = controlled({
    perSecond: 6,
    keyDelay: 100,
    contacts: [seed],
    faults,
  });
  assert.equal((await post(contact)).status, 401);
  wait(100);
  await remove((await post(contact)).body.data.id);
  await remove("seeded");
  assert.equal((await post(contact)).status, 500);
  await control("PUT", "faults", { rates: { 502: 1 } });
  assert.equal((await post(contact)).status, 502);

  assert.equal((await control("POST", "reset")).status, 204);
  assert.deepEqual((await control("GET", "faults")).body, {
    seed: 3,
    latency: 0,
    rates: { 500: 0 },
  });
  assert.equal((await control("GET", "report")).body.requests, 0);
  assert.equal((await call("GET", "/v1/contact-custom-fields")).status, 401);
  wait(100);
  assert.deepEqual(await listed(), ["Ben"]);
  assert.equal((await post(contact)).status, 201, "the pair is free again");
});

test("after a reset the same requests meet the same faults and the same lags", async () => {
  const { control, post, listed, wait } = controlled({
    listLag: [1000, 3000],
    faults: { seed: 7, rates: { 503: 0.3, "502-after": 0.3 } },
  });
  /** The statuses of forty requests, and what a list shows at half the lag. */
  const run = async () => {
    const statuses = [];
    for (let n = 0; n < 40; n++) {
      const firstName = String(n);
      statuses.push((await post({ defaultFields: { firstName } })).status);
    }
    await control("DELETE", "faults");
    wait(2000);
    return { statuses, shown: await listed() };
  };
  const first = await run();
  assert.equal(new Set(first.statuses).size, 3);
  await control("POST", "reset");
  assert.deepEqual(await run(), first);
});

test("all contacts are to be had at once, whatever a list shows", async () => {
  const { control, post, listed } = controlled({ listLag: 3000 });
  for (let n = 0; n < 60; n++) await post({ ...contact, externalId: String(n) });
  assert.deepEqual(await listed(), []);
  assert.equal((await control("GET", "contacts")).body.data.length, 60);
});

test("contacts are added while it runs, all of them or none", async () => {
  const { control, listed } = controlled({ listLag: 3000 });
  assert.deepEqual((await control("POST", "contacts", [seed])).body, { contacts: 1 });
  assert.deepEqual(await listed(), ["Ben"]);
  const { status, body } = await control("POST", "contacts", [{ ...seed, id: "new" }, seed]);
  assert.equal(status, 400);
  assert.match(body.problem, /contact 1: its id is taken/);
  assert.deepEqual(await listed(), ["Ben"]);
});

test("a plan of faults is set and taken away while it runs", async () => {
  const { control, post } = controlled();
  const { status, body } = await control("PUT", "faults", { rates: { 503: 1 }, latency: [1, 2] });
  assert.deepEqual([status, body], [200, { seed: 1, latency: [1, 2], rates: { 503: 1 } }]);
  assert.equal((await post(contact)).status, 503);
  assert.equal((await control("PUT", "faults", { rates: { nothing: 1 } })).status, 400);
  assert.equal((await post(contact)).status, 503, "a plan that is none changes nothing");
  assert.equal((await control("DELETE", "faults")).status, 204);
  assert.equal((await post(contact)).status, 201);
});

test("what is asked for wrongly is said to be wrong", async () => {
  const { control, call } = controlled();
  for (const [method, name] of [
    ["GET", "nothing"],
    ["DELETE", "contacts"],
    ["GET", "constructor"],
    ["GET", ""],
  ]) {
    assert.equal((await control(method ?? "", name ?? "")).status, 404);
  }
  for (const text of ["", "{", "[null]", "7"]) {
    const { status, body } = await call("POST", "/__stand-in/contacts", { text });
    assert.equal(status, 400, text);
    assert.equal(typeof body.problem, "string");
  }
});
