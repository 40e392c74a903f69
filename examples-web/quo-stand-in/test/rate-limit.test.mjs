import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../testing/described.mjs";

const PATH = "/v1/contact-custom-fields";

/** @param {Partial<import("../types.d.ts").Options>} [options] */
function limited(options = {}) {
  const made = world({ perSecond: 10, ...options });
  /** The statuses of so many requests at once. @param {number} count @param {string} [key] */
  const burst = async (count, key = "any-key") => {
    const statuses = [];
    for (let n = 0; n < count; n++) statuses.push((await made.call("GET", PATH, { key })).status);
    return statuses;
  };
  return { ...made, burst };
}
/** @param {number} taken @param {number} refused */
const statuses = (taken, refused) => [...Array(taken).fill(200), ...Array(refused).fill(429)];

// [docs] 10 requests per second and key; over it 429 until the next second.
test("[docs] the eleventh request of a second is 429, and the next second is free", async () => {
  const { burst, wait } = limited();
  assert.deepEqual(await burst(12), statuses(10, 2));
  wait(321); // The clock stands at .678, and the next second begins 322 ms later.
  assert.deepEqual(await burst(1), [429]);
  wait(1);
  assert.deepEqual(await burst(12), statuses(10, 2));
});

test("[docs] ten is the limit where nothing else is asked for", async () => {
  const { burst } = limited({ perSecond: /** @type {any} */ (undefined) });
  assert.deepEqual(await burst(11), statuses(10, 1));
});

test("[docs] each key has its own second", async () => {
  const { burst } = limited();
  assert.deepEqual(await burst(10, "one"), statuses(10, 0));
  assert.deepEqual(await burst(11, "two"), statuses(10, 1));
});

test("[docs] all routes of a key count together, and a refused request does nothing", async () => {
  const { burst, post, standIn } = limited();
  assert.equal((await post({ defaultFields: { firstName: "Ada" } })).status, 201);
  assert.deepEqual(await burst(10), statuses(9, 1));
  const { status, body } = await post({ defaultFields: { firstName: "Ben" } });
  assert.equal(status, 429);
  // [unknown] The body. The gateway's shape is the likely one.
  assert.deepEqual(Object.keys(body), ["error"]);
  assert.equal(standIn.contacts.all().length, 1);
});

// [inferred] How the seconds lie is not said. `sliding` is the strictest reading: any second.
test("[inferred] a sliding second never lets eleven through", async () => {
  const { burst, wait } = limited({ rateWindow: "sliding" });
  assert.deepEqual(await burst(5), statuses(5, 0));
  wait(600); // Into the next second of the clock.
  assert.deepEqual(await burst(7), statuses(5, 2));
  wait(399);
  assert.deepEqual(await burst(1), [429]);
  wait(1);
  assert.deepEqual(await burst(6), statuses(5, 1));
});

// [live] Seen on 200 and on 401: what is left of the second, and what the limit is.
test("[live] 200 and 401 say what is left", async () => {
  const { call } = limited();
  const first = await call("GET", PATH);
  assert.equal(first.headers.get("ratelimit"), '"per-second"; r=9; t=1');
  assert.equal(first.headers.get("ratelimit-policy"), '"per-second"; q=10; w=1');
  assert.equal((await call("GET", PATH)).headers.get("ratelimit"), '"per-second"; r=8; t=1');
  const refused = await call("GET", PATH, { key: "Bearer x" });
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get("ratelimit"), '"per-second"; r=9; t=1');
});

// [unknown] Whether other answers say it, and whether a 429 does. Here none does, so that no client needs it.
test("[unknown] no other answer says what is left, and none says when to come back", async () => {
  const { call, post, get, burst } = limited();
  const created = await post({ defaultFields: { firstName: "Ada" } });
  const missing = await get("/v1/contacts/nobody");
  const bad = await get("/v1/contacts");
  await burst(7);
  const refused = await call("GET", PATH);
  assert.deepEqual(
    [created, missing, bad, refused].map(({ status }) => status),
    [201, 404, 400, 429],
  );
  for (const { headers } of [created, missing, bad, refused]) {
    for (const name of ["ratelimit", "ratelimit-policy", "retry-after"]) {
      assert.equal(headers.get(name), null);
    }
  }
});

test("without a limit nothing is said of one", async () => {
  const { burst, call } = limited({ perSecond: Infinity });
  assert.deepEqual(await burst(50), statuses(50, 0));
  assert.equal((await call("GET", PATH)).headers.get("ratelimit"), null);
});
