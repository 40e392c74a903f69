// Contacts that are made once, whatever is lost, against the stand-in of Quo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fails, first, methods, payload, world } from "../support/world.mjs";

test("an upsert makes, leaves alone or updates", async () => {
  const { client, all } = world();
  const one = payload({ externalId: "7" });
  const made = await client.upsert(one);
  assert.equal(made.outcome, "created");
  assert.equal((await client.upsert(one)).outcome, "unchanged");
  const updated = await client.upsert(payload({ externalId: "7" }, { company: "ACME" }));
  assert.deepEqual([updated.outcome, updated.contact.id], ["updated", made.contact.id]);
  assert.equal(all().length, 1);
  await assert.rejects(
    client.upsert(payload()),
    fails("invalid_payload", ({ details }) =>
      assert.deepEqual(details.issues[0].path, ["externalId"]),
    ),
  );
});

test("many upserts have each their own result", async () => {
  const { client, asked, all } = world({ pace: { acquire: async () => undefined } });
  const rows = Array.from({ length: 45 }, (_, index) => payload({ externalId: `${index}` }));
  rows[7] = { defaultFields: { firstName: "A", phoneNumbers: [{ name: "x", value: "nonsense" }] } };
  // The same contact twice: the second is about what the first made.
  rows[9] = payload({ externalId: "8" }, { role: "CTO" });
  const results = await client.upsert(rows);
  assert.equal(results.length, 45);
  assert.equal(results[7].error.code, "invalid_payload");
  assert.equal(results[9].outcome, "updated");
  assert.equal(results[9].contact.id, results[8].contact.id);
  for (const [index, { outcome, contact }] of results.entries()) {
    if (index === 7 || index === 9) continue;
    assert.deepEqual([outcome, contact.externalId], ["created", `${index}`]);
  }
  assert.equal(all().length, 43);
  const lists = asked.filter(({ path }) => path.startsWith("/v1/contacts?"));
  assert.equal(lists.length, 3);
  const again = await client.upsert(rows.slice(10, 40));
  assert.ok(again.every(({ outcome }) => outcome === "unchanged"));
});

test("a create whose answer is lost is looked up, and not made again", async () => {
  const { client, all, asked } = world({ faults: first("POST", "drop-after") });
  const { externalId } = await client.create(payload({ externalId: "7" }));
  assert.equal(externalId, "7");
  assert.equal(all().length, 1);
  assert.equal(asked.filter(({ method }) => method === "POST").length, 1);
});

test("a create that nobody can look up is reported, and not made again", async () => {
  for (const fault of ["drop-after", "500-after", "502", "drop-before"]) {
    const { client, asked } = world({ faults: first("POST", fault) });
    await assert.rejects(
      client.create(payload()),
      fails("outcome_unknown", ({ details }) => assert.equal(details.remedy, "look_up")),
    );
    assert.equal(methods(asked), "POST", fault);
  }
});

test("a create of what is there is refused; an upsert finds it in a list that lags", async () => {
  const { client, all } = world({ options: { listLag: [1000, 1000] } });
  await client.create(payload({ externalId: "7" }));
  await assert.rejects(
    client.create(payload({ externalId: "7" })),
    fails("api_error", ({ details }) => assert.equal(details.status, 409)),
  );
  const { outcome } = await client.upsert(payload({ externalId: "7" }, { role: "CTO" }));
  assert.equal(outcome, "updated");
  assert.equal(all().length, 1);
});
