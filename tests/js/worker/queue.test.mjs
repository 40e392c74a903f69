// Quo is down, slow, or says no: nothing that was taken is lost, nothing is made twice, and what can't be made is
// parked with its reason.
import assert from "node:assert/strict";
import { test } from "node:test";
import { edge, KEY, until } from "../support/edge.mjs";
import { wrangler } from "../support/worker.mjs";

const FULL = process.env.FULL === "1";
const DOWN = FULL ? 60_000 : 5_000;
const EVERY = FULL ? 1_000 : 250;

const person = (index) => ({ firstName: `Ada ${index}`, phone: `(415) 555-${2000 + index}` });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Definitions as the worker keeps them. */
const keep = async (miniflare, definitions) => {
  const store = await miniflare.getKVNamespace("DEFINITIONS", wrangler.name);
  await store.put("definitions", JSON.stringify({ at: Date.now(), definitions }));
  return store;
};

/** A worker for one test. */
const within = async (options, work) => {
  const worker = await edge(options);
  try {
    await work(worker);
  } finally {
    await worker.close();
  }
};

test(`Quo is down for ${DOWN / 1000} seconds and back: nothing lost, nothing twice`, () =>
  within({}, async ({ post, faults, contacts, standIn, parked, events }) => {
    assert.equal((await post(person(0))).status, 201);
    // Half of what fails is carried out all the same.
    const rates = { 503: 0.25, "drop-before": 0.25, "drop-after": 0.25, "504-after": 0.25 };
    await faults(rates);
    const posting = [];
    for (let index = 1; index <= DOWN / EVERY; index++) {
      posting.push(post(person(index)));
      await pause(EVERY);
    }
    const statuses = (await Promise.all(posting)).map(({ status }) => status);
    assert.ok(
      statuses.every((status) => [200, 201, 202].includes(status)),
      String(statuses),
    );
    assert.ok(statuses.includes(202));
    await faults({});
    const all = statuses.length + 1;
    await until("all contacts", () => contacts().length >= all, 150);
    await until(
      "an empty queue",
      () => {
        const delivered = events().filter(({ event }) => event === "delivered").length;
        return delivered === statuses.filter((status) => status === 202).length;
      },
      150,
    );
    const names = contacts().map(({ defaultFields }) => defaultFields.firstName);
    assert.deepEqual([names.length, new Set(names).size], [all, all]);
    assert.ok(standIn.report().mostInAnySecond <= 10);
    assert.deepEqual(await parked(), []);
  }));

test("Quo is slow: the visitor does not wait", () =>
  within({ bindings: { PATIENCE_SECONDS: "1" } }, async ({ post, faults, contacts, miniflare }) => {
    await keep(miniflare, []);
    await faults({}, 1500);
    const answer = await post(person(1));
    assert.equal(answer.status, 202);
    assert.deepEqual(await answer.json(), { queued: true, warnings: [] });
    assert.equal(contacts().length, 0);
    await until("the contact", () => contacts().length === 1);
  }));

test("what Quo refuses for good is parked with its reason", () =>
  within({}, async ({ post, faults, contacts, parked, miniflare, log }) => {
    const store = await keep(miniflare, [{ key: "gone", name: "Gone", type: "string" }]);
    await faults({ 503: 1 });
    assert.equal((await post({ ...person(1), Gone: "x" })).status, 202);
    assert.equal((await post(person(2))).status, 202);
    await faults({});
    const [one] = await until("parked", async () => {
      const all = await parked();
      return all.length > 0 && all;
    });
    assert.equal(one.submission.payload.defaultFields.firstName, "Ada 1");
    assert.deepEqual(
      [one.reason.code, one.reason.status, one.reason.quo],
      ["api_error", 400, "0801400"],
    );
    assert.equal(typeof one.reason.message, "string");
    assert.deepEqual(one.reason.issues[0].target, ["customFields", "gone"]);
    assert.ok(!JSON.stringify(one).includes(KEY));
    assert.match(log(), /"event":"parked"/);
    // Its neighbor in the queue is none the worse, and the definitions are fetched anew.
    await until("the other", () => contacts().length === 1);
    await until(
      "definitions",
      async () => (await store.get("definitions", "json")).definitions.length === 2,
    );
    assert.equal((await parked()).length, 1);
  }));

test("what never succeeds is parked after so many tries", () => {
  // Quo does not know the key yet.
  const options = { keyDelay: 3_600_000 };
  return within(
    { options, bindings: { TRIES: "2" } },
    async ({ post, parked, contacts, miniflare, log }) => {
      await keep(miniflare, []);
      assert.equal((await post(person(1))).status, 202);
      const [one] = await until("parked", async () => {
        const all = await parked();
        return all.length > 0 && all;
      });
      assert.deepEqual([one.tries, one.reason.code, one.reason.status], [2, "api_error", 401]);
      assert.ok(!JSON.stringify(one).includes(KEY));
      assert.match(log(), /"event":"retry"/);
      assert.equal(contacts().length, 0);
    },
  );
});

test("a message that nobody knows is parked, and stops nobody", () =>
  within({}, async ({ parked, contacts, post, faults, miniflare }) => {
    assert.equal((await post(person(0))).status, 201);
    const queue = await miniflare.getQueueProducer("SUBMISSIONS", wrangler.name);
    await queue.send({ version: 0 });
    await queue.send("?");
    await queue.send({ version: 1 });
    await faults({ 503: 1 });
    assert.equal((await post(person(1))).status, 202);
    await faults({});
    await until("the known one", () => contacts().length === 2);
    await until("the others", async () => (await parked()).length === 3);
    for (const { reason } of await parked()) assert.equal(reason.code, "unknown_message");
  }));

test("while the worker is not set up, what waits waits long", () =>
  within({ bindings: { QUO_KEY: "" } }, async ({ events, parked, miniflare }) => {
    const queue = await miniflare.getQueueProducer("SUBMISSIONS", wrangler.name);
    await queue.send({ version: 1, payload: { externalId: "1" } });
    const said = () => events().filter(({ event }) => event === "misconfigured");
    await until("a word", () => said().length > 0);
    await pause(3_000);
    assert.equal(said().length, 1);
    assert.deepEqual(await parked(), []);
  }));

test("what can't be parked comes again", () =>
  within(
    { queueProducers: { SUBMISSIONS: { queueName: wrangler.queues.consumers[0].queue } } },
    async ({ events, miniflare }) => {
      const queue = await miniflare.getQueueProducer("SUBMISSIONS", wrangler.name);
      await queue.send({ version: 0 });
      await until(
        "two tries",
        () => events().filter(({ event }) => event === "not_parked").length === 2,
      );
    },
  ));

test("a visitor who leaves leaves nothing half done", () =>
  within({}, async ({ post, faults, contacts }) => {
    assert.equal((await post(person(0))).status, 201);
    await faults({}, 400);
    await assert.rejects(post(person(1), { signal: AbortSignal.timeout(150) }));
    await until("both", () => contacts().length === 2, 5);
  }));

test("without a queue nothing is promised", () =>
  within({ queueProducers: {} }, async ({ post, faults, contacts }) => {
    assert.equal((await post(person(0))).status, 201);
    await faults({ 503: 1 });
    const answer = await post(person(1));
    assert.equal(answer.status, 503);
    assert.match(answer.headers.get("retry-after"), /^\d+$/);
    assert.equal((await answer.json()).error.code, "queue_unavailable");
    await faults({});
    assert.equal((await post(person(1))).status, 201);
    assert.equal(contacts().length, 2);
  }));

test("without its KV the worker asks Quo", () =>
  within({ kvNamespaces: {} }, async ({ post }) => {
    assert.equal((await post(person(0))).status, 201);
    assert.equal((await post({ ...person(1), Score: "x" })).status, 422);
  }));

test("before the definitions were ever read, the visitor is asked to come again", () =>
  within({ bindings: { PATIENCE_SECONDS: "2" } }, async ({ post, faults, contacts }) => {
    await faults({ 503: 1 });
    const answer = await post(person(1));
    assert.equal(answer.status, 503);
    assert.equal((await answer.json()).error.code, "definitions_unavailable");
    assert.match(answer.headers.get("retry-after"), /^\d+$/);
    await faults({});
    assert.equal((await post(person(1))).status, 201);
    assert.equal(contacts().length, 1);
  }));
