// A trap of the engine in the middle of an operation ends it with an error, and no other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { breakNext, instances } from "../support/fault.mjs";

const { load } = await import("../support/app.mjs");
const { createClient, createMapper, proveColumn } = await load();

const trap = () => {
  throw new WebAssembly.RuntimeError("unreachable");
};
const contact = { id: "c1", externalId: null };

test("a read ends with the fault", async () => {
  const client = createClient({ fetch: async () => Response.json({ data: [] }) });
  for (const name of ["start_operation", "operation_next", "pace_acquire", "pace_answered"]) {
    breakNext(name, trap);
    await assert.rejects(client.definitions(), { code: "engine_fault" }, name);
    assert.deepEqual(await client.definitions(), [], name);
  }
});

test("what may have been written is said to be unknown", async () => {
  let trapping = true;
  const client = createClient({
    fetch: async () => {
      if (trapping) breakNext("operation_next", trap);
      return Response.json({ data: contact }, { status: 201 });
    },
  });
  const payload = { defaultFields: { firstName: "Ada" } };
  await assert.rejects(client.create(payload), ({ code, cause, details }) => {
    assert.deepEqual([code, cause.code], ["outcome_unknown", "engine_fault"]);
    assert.equal(details.remedy, "look_up");
    return true;
  });
  trapping = false;
  assert.equal((await client.create(payload)).id, "c1");
});

test("another call's trap ends what is under way, too", async () => {
  let answer;
  const client = createClient({
    fetch: () =>
      new Promise((resolve) => {
        answer = () => resolve(Response.json({ data: contact }));
      }),
  });
  const running = client.get("c1");
  const mapper = createMapper();
  while (!answer) await new Promise((resolve) => setTimeout(resolve, 1));
  breakNext("map_record", trap);
  assert.throws(() => mapper.map({ firstName: "Ada" }), { code: "engine_fault" });
  answer();
  await assert.rejects(running, { code: "engine_fault" });
});

test("nothing is given back to an engine that has stopped", async () => {
  const mapper = createMapper();
  breakNext("map_record", trap);
  assert.throws(() => mapper.map({}), { code: "engine_fault" });
  const before = instances.length;
  mapper.free();
  assert.equal(instances.length, before);
  breakNext("add_values", trap);
  assert.throws(() => proveColumn(["1"]), { code: "engine_fault", message: /unreachable/ });
  assert.equal(instances.length, before + 1);
});
