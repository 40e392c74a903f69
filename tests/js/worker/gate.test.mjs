// What all isolates share: ten requests a second, and who writes which contact.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { edge, poster, until } from "../support/edge.mjs";
import { wrangler } from "../support/worker.mjs";

const FULL = process.env.FULL === "1";
const COUNT = FULL ? 500 : 60;

/** A second isolate of the same worker. */
const [{ name, class_name: className }] = wrangler.durable_objects.bindings;
const second = {
  name: "second",
  durableObjects: { [name]: { className, scriptName: wrangler.name } },
  queueConsumers: {},
};
const worker = await edge({ entry: join(import.meta.dirname, "crashing.mjs"), others: [second] });
const { standIn, contacts, miniflare } = worker;
const isolate = async (name) => {
  const { fetch } = await miniflare.getWorker(name);
  return poster("http://worker", fetch);
};
const isolates = [await isolate(wrangler.name), await isolate("second")];
after(() => worker.close());
beforeEach(() => standIn.reset());

const person = (index, more = {}) => ({
  firstName: `Ada ${index}`,
  phone: `(415) 555-${2000 + index}`,
  ...more,
});

test(`${COUNT} submissions at once, to two isolates: never more than ten requests in any second`, async () => {
  const posted = await Promise.all(
    Array.from({ length: COUNT }, (_, index) => isolates[index % 2](person(index))),
  );
  const statuses = posted.map(({ status }) => status);
  assert.deepEqual([...new Set(statuses)].sort(), [201, 202], "some at once, the others queued");
  await until("all contacts", () => contacts().length === COUNT, COUNT / 5 + 20);
  const { mostInAnySecond, tooManyRequests, answers } = standIn.report();
  assert.ok(mostInAnySecond <= 10, `${mostInAnySecond} in one second`);
  assert.equal(tooManyRequests.limit, 0);
  assert.equal(answers[201], COUNT, "each was made once");
  assert.equal(new Set(contacts().map(({ defaultFields }) => defaultFields.firstName)).size, COUNT);
  assert.deepEqual(await worker.parked(), []);
});

test("two isolates with one submission make one contact, one after the other", async () => {
  await worker.faults({}, 100);
  const headers = { "idempotency-key": "0123456789abcdef" };
  const posted = await Promise.all([0, 1, 0, 1].map((at) => isolates[at](person(1), { headers })));
  await worker.faults({});
  assert.deepEqual(posted.map(({ status }) => status).sort(), [200, 200, 200, 201]);
  const ids = await Promise.all(posted.map(async (answer) => (await answer.json()).id));
  assert.equal(new Set(ids).size, 1);
  const { answers } = standIn.report();
  assert.deepEqual([answers[201], answers[409]], [1, undefined], "nobody ran into another one");
});

test("a gate that starts again keeps to the second of the one before", async () => {
  const burst = (from) =>
    Promise.all([0, 1, 2, 3, 4].map((index) => isolates[index % 2](person(from + index))));
  for (let round = 0; round < 3; round++) {
    await burst(round * 10);
    await isolates[0](undefined, { path: "/crash" });
  }
  await until("all contacts", () => contacts().length === 15);
  assert.ok(standIn.report().mostInAnySecond <= 10, `${standIn.report().mostInAnySecond}`);
});
