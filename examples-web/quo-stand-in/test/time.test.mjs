import assert from "node:assert/strict";
import { test } from "node:test";
import { createStandIn } from "../stand-in.mjs";
import { definitions, world } from "../testing/described.mjs";

const named = (/** @type {string} */ firstName, more = {}) => ({
  defaultFields: { firstName, ...more },
});
const PHONE = { phoneNumbers: [{ name: "mobile", value: "+12125550123" }] };

// [live] A list right after writes lags by 1 to 3 seconds. GET by id does not, and neither does a conflict.
test("[live] a list lags behind POST, PATCH and DELETE", async () => {
  const { post, patch, remove, get, listed, wait } = world({ listLag: 2000 });
  const contact = { ...named("Ada"), externalId: "7" };
  const { id } = (await post(contact)).body.data;
  assert.deepEqual(await listed("&externalIds=7"), []);
  assert.equal((await get(`/v1/contacts/${id}`)).status, 200);
  assert.equal((await post(contact)).status, 409);
  wait(1999);
  assert.deepEqual(await listed(), []);
  wait(1);
  assert.deepEqual(await listed("&externalIds=7"), ["Ada"]);

  await patch(id, { ...named("Eve"), source: "public-api", externalId: "7" });
  assert.deepEqual(await listed(), ["Ada"]);
  wait(2000);
  assert.deepEqual(await listed(), ["Eve"]);

  await remove(id);
  assert.deepEqual(await listed(), ["Eve"]);
  assert.equal((await get(`/v1/contacts/${id}`)).status, 404);
  wait(2000);
  assert.deepEqual(await listed(), []);
});

test("[live] each write lags by a time of its own, and the last one stays the last", async () => {
  const { post, patch, listed, wait } = world({ listLag: [1000, 3000] });
  const { id } = (await post(named("0"))).body.data;
  for (let turn = 1; turn <= 20; turn++) await patch(id, named(String(turn)));
  wait(999);
  assert.deepEqual(await listed(), []);
  const seen = [];
  for (let step = 0; step < 201; step++) {
    wait(10);
    seen.push(...(await listed()));
  }
  const turns = seen.map(Number);
  assert.deepEqual(
    turns,
    [...turns].sort((one, other) => one - other),
  );
  assert.equal(turns.at(-1), 20);
  assert.ok(turns[0] !== 20, "more than one of them was seen");
});

test("[live] contacts come into the list in another order than they were made", async () => {
  const { post, listed, wait } = world({ listLag: [1000, 3000] });
  const made = Array.from({ length: 20 }, (_, index) => String(index));
  for (const name of made) await post(named(name));
  wait(2000);
  const halfway = await listed();
  assert.ok(halfway.length > 0 && halfway.length < 20);
  assert.notDeepEqual(halfway, made.slice(0, halfway.length));
  wait(1000);
  assert.deepEqual(await listed(), made);
});

test("[inferred] contacts that were there from the start are listed at once", async () => {
  const { listed } = world({ listLag: 3000, contacts: [named("Ada")] });
  assert.deepEqual(await listed(), ["Ada"]);
});

// [live] A new key is answered 401 for about 30 seconds. Here it is new from its first use.
test("[live] a new key is refused at first, each key for itself", async () => {
  const { call, wait } = world({ keyDelay: 30_000 });
  /** @param {string} key */
  const status = async (key) => (await call("GET", "/v1/contact-custom-fields", { key })).status;
  assert.equal(await status("one"), 401);
  wait(29_999);
  assert.equal(await status("one"), 401);
  assert.equal(await status("two"), 401);
  wait(1);
  assert.equal(await status("one"), 200);
  assert.equal(await status("two"), 401);
  assert.equal(await status("Bearer one"), 401);
});

test("[live] the 401 of a new key is the gateway's, and nothing is done", async () => {
  const { call, standIn } = world({ keyDelay: 30_000 });
  const { status, body } = await call("POST", "/v1/contacts", { body: named("Ada") });
  assert.deepEqual([status, body.error.key], [401, "Unauthorized"]);
  assert.deepEqual(standIn.contacts.all(), []);
});

// [live] A contact that was left without a phone was later gone: 404.
test("[live] a contact without a phone is gone after a while", async () => {
  const { post, patch, get, remove, listed, wait } = world({ vanishAfter: 60_000 });
  const bare = (await post({ ...named("Ada"), externalId: "7" })).body.data.id;
  const reached = (await post(named("Ben", PHONE))).body.data.id;
  const cut = (await post(named("Cy", PHONE))).body.data.id;
  wait(30_000);
  assert.equal((await patch(cut, named("Cy"))).status, 200);
  wait(29_999);
  assert.equal((await get(`/v1/contacts/${bare}`)).status, 200);
  wait(1);
  assert.equal((await get(`/v1/contacts/${bare}`)).status, 404);
  assert.equal((await patch(bare, named("Ada"))).status, 404);
  assert.equal((await remove(bare)).status, 404);
  assert.deepEqual(await listed(), ["Ben", "Cy"]);
  wait(30_000);
  assert.equal((await get(`/v1/contacts/${cut}`)).status, 404);
  assert.equal((await get(`/v1/contacts/${reached}`)).status, 200);
  // [unknown] What becomes of its `source` and `externalId`: here they are lost, as after a DELETE.
  assert.equal((await post({ ...named("Ada"), externalId: "7" })).status, 500);
});

test("all of this is off unless it is asked for", async () => {
  const { post, get, listed, wait } = world();
  const { id } = (await post(named("Ada"))).body.data;
  assert.deepEqual(await listed(), ["Ada"]);
  wait(1e12);
  assert.equal((await get(`/v1/contacts/${id}`)).status, 200);
});

for (const wrong of /** @type {any[]} */ ([
  { listLag: -1 },
  { listLag: [3000, 1000] },
  { listLag: [1, 2, 3] },
  { listLag: "1000" },
  { listLag: 1.5 },
  { keyDelay: -1 },
  { keyDelay: Infinity },
  { vanishAfter: -1 },
  { vanishAfter: Number.NaN },
  { perSecond: 0 },
  { perSecond: 1.5 },
  { rateWindow: "minute" },
])) {
  test(`no stand-in starts with ${JSON.stringify(wrong)}`, () => {
    assert.throws(() => createStandIn({ definitions, ...wrong }), RangeError);
  });
}
