// The gate by itself: who comes first, and who need not wait.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate, setTimeout } from "node:timers/promises";
import { copied } from "../support/worker.mjs";

const { BEGUN, Gate, QUEUE, VISITOR } = await import(copied("src/gate.mjs").url);

/** What is there without waiting. */
const now = (promise) => Promise.race([promise, setImmediate("waits")]);

test("ten have leave at once; whoever begun comes first then, and the queue last", async () => {
  const gate = new Gate();
  const first = await Promise.all(Array.from({ length: 10 }, () => gate.acquire(1000, VISITOR)));
  assert.ok(first.every((leave) => typeof leave === "function"));
  const order = [];
  const asking = [QUEUE, VISITOR, BEGUN, QUEUE, VISITOR, BEGUN].map(async (rank) => {
    const leave = await gate.acquire(60_000, rank);
    order.push(rank);
    leave({ status: 200, headers: "" });
  });
  await Promise.all(asking);
  assert.deepEqual(order, [BEGUN, BEGUN, VISITOR, VISITOR, QUEUE, QUEUE]);
});

test("whoever would wait in vain need not wait, and nobody waits longer than he will", async () => {
  const gate = new Gate();
  await Promise.all(Array.from({ length: 10 }, () => gate.acquire(1000, VISITOR)));
  const waiting = Array.from({ length: 4 }, () => gate.acquire(300, VISITOR));
  assert.equal(await now(gate.acquire(300, VISITOR)), undefined);
  assert.equal(await now(gate.acquire(300, BEGUN)), "waits");
  assert.deepEqual(await Promise.all(waiting), [undefined, undefined, undefined, undefined]);
});

test("one at a time for each name, and only those who are in time", async () => {
  const gate = new Gate();
  const done = [];
  let end;
  const long = gate.exclusive(["a", "b"], 1000, async () => {
    await new Promise((resolve) => {
      end = resolve;
    });
    done.push("long");
  });
  const work = (name) => async () => {
    done.push(name);
  };
  await gate.exclusive(["b"], 50, work("late"));
  const patient = gate.exclusive(["b", "c"], 60_000, work("patient"));
  await gate.exclusive(["d"], 1000, work("other"));
  assert.deepEqual(done, ["other"]);
  end();
  await Promise.all([long, patient]);
  assert.deepEqual(done, ["other", "long", "patient"]);
  // What fails gives its name back.
  await assert.rejects(gate.exclusive(["a"], 1000, () => Promise.reject(new Error("failed"))));
  await gate.exclusive(["a"], 1000, work("next"));
  assert.equal(done.at(-1), "next");
});

test("work is done once for everybody, until it fails or is old", async () => {
  const gate = new Gate();
  let count = 0;
  const work = async () => ++count;
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => gate.once("a", 50, work))), [1, 1, 1]);
  await setTimeout(60);
  assert.equal(await gate.once("a", 60_000, work), 2);
  await assert.rejects(gate.once("b", 60_000, () => Promise.reject(new Error("failed"))));
  assert.equal(await gate.once("b", 60_000, work), 3);
});
