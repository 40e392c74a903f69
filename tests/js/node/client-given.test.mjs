// What the caller gives is taken as it was given: nothing is cleared, dropped or changed that he did not name.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { load, root } from "../support/app.mjs";
import { collected, counting } from "../support/collected.mjs";

const { createClient, createPace } = await load();
const standIns = pathToFileURL(join(root, "examples-web/quo-stand-in/stand-in.mjs"));
const { createStandIn } = await import(standIns);

const definitions = [{ key: "note", name: "Note", type: "string" }];
const number = (name, value) => ({ name, value });

/** A client of a stand-in without a limit, and what was sent. */
function world(options = {}, answer = undefined) {
  const standIn = createStandIn({ definitions, perSecond: Number.POSITIVE_INFINITY });
  const sent = [];
  const fetch = async (url, init) => {
    sent.push(init);
    const headers = { ...init.headers, authorization: "any-key" };
    return (
      (await answer?.(url, init)) ??
      standIn.request(url.replace(/^.*?(?=\/v1)/, ""), { ...init, headers })
    );
  };
  const pace = { acquire: async () => () => {} };
  return { client: createClient({ fetch, pace, ...options }), sent, standIn };
}

const ada = {
  externalId: "42",
  defaultFields: {
    firstName: "Ada",
    company: "Engines",
    phoneNumbers: [number("mobile", "+14155552671")],
  },
  customFields: [{ key: "note", value: "kept" }],
};

test("what is undefined is as good as left out; null clears", async () => {
  const { client } = world();
  const { id } = await client.create(ada);
  const changes = {
    externalId: undefined,
    defaultFields: { company: undefined, phoneNumbers: undefined, role: "Countess" },
    customFields: undefined,
  };
  const kept = await client.update(id, changes);
  assert.equal(kept.externalId, "42");
  assert.equal(kept.defaultFields.company, "Engines");
  assert.equal(kept.defaultFields.phoneNumbers.length, 1);
  assert.equal(kept.customFields[0].value, "kept");
  assert.equal(kept.defaultFields.role, "Countess");
  const cleared = await client.update(id, { defaultFields: { company: null } });
  assert.equal(cleared.defaultFields.company, null);
  await assert.rejects(client.create({ defaultFields: { firstName: undefined } }), {
    code: "invalid_payload",
  });
});

test("a list given back keeps its labels and its letters", async () => {
  const { client } = world();
  const { id } = await client.create(ada);
  const phoneNumbers = [number("mobile", "+14155552671"), number("work", "+14155552671")];
  const emails = [number("home", "Ada@Example.COM"), number("work", "ada@example.com")];
  const { defaultFields } = await client.update(id, { defaultFields: { phoneNumbers, emails } });
  const plain = (items) => items.map(({ name, value }) => ({ name, value }));
  assert.deepEqual(plain(defaultFields.phoneNumbers), phoneNumbers);
  assert.deepEqual(plain(defaultFields.emails), emails);
});

test("an upsert takes its records as they are when it is called", async () => {
  const { client } = world();
  const batch = Array.from({ length: 130 }, (_, index) => ({ ...ada, externalId: `row-${index}` }));
  const running = client.upsert(batch);
  for (const row of batch) row.externalId = "changed";
  batch.length = 0;
  const results = await running;
  assert.equal(results.length, 130);
  assert.deepEqual(
    results.map(({ contact }) => contact?.externalId),
    results.map((_, index) => `row-${index}`),
  );
});

test("a name that only a mapper knows stands for nothing in what is written", async () => {
  const { client, sent, standIn } = world();
  const { id } = await client.create(ada);
  const before = sent.length;
  const payload = { ...ada, externalId: "43", workEmail: "" };
  for (const write of [
    () => client.update(id, { mobilePhone: "+14155552672" }),
    () => client.update(id, { workEmail: "" }),
    () => client.replace(id, payload),
    () => client.create(payload),
    () => client.upsert(payload),
  ]) {
    const { code, details } = await write().catch((error) => error);
    assert.equal(code, "invalid_payload");
    assert.deepEqual(details.issues[0].code, "unknown_field");
    assert.match(details.issues[0].suggestions[0], /^(emails|phoneNumbers)$/);
  }
  assert.equal(sent.length, before);
  assert.equal(standIn.report().contacts, 1);
});

test("a list of which only the first contacts were asked for is given back", async () => {
  const { client } = world();
  await client.create(ada);
  const counted = counting("start_operation", "drop_operation");
  const first = async () => (await client.list().next()).value;
  assert.equal((await first()).externalId, "42");
  assert.equal(counted.made(), 1);
  await collected(() => counted.alive() === 0);
  assert.equal(counted.alive(), 0);
  counted.stop();
});

test("a list of no ids is not the list of all", async () => {
  const { client, sent } = world();
  await client.create(ada);
  sent.length = 0;
  for (const query of [{ externalIds: [] }, { sources: [] }]) {
    for await (const contact of client.list(query)) assert.fail(contact.id);
  }
  assert.equal(sent.length, 0);
});

test("a hook that rejects changes nothing", async () => {
  const rejected = [];
  const listen = (reason) => rejected.push(reason);
  process.on("unhandledRejection", listen);
  const { client } = world({ hooks: { onRequest: () => Promise.reject(new Error("hook")) } });
  await client.definitions();
  await setTimeout(10);
  process.off("unhandledRejection", listen);
  assert.deepEqual(rejected, []);
});

test("redirects are not followed", async () => {
  const { client, sent } = world();
  await client.definitions();
  assert.equal(sent[0].redirect, "manual");
});

test("what is stopped before anything was sent is stopped", async () => {
  const control = new AbortController();
  let enough = false;
  const onResponse = () => enough && control.abort(new Error("enough"));
  const { client, sent } = world({ hooks: { onResponse } });
  const { id } = await client.create(ada);
  enough = true;
  sent.length = 0;
  await assert.rejects(client.update(id, { externalId: "7" }, { signal: control.signal }), {
    code: "aborted",
  });
  assert.equal(sent.length, 1);
});

test("one answer that is none costs its own record alone", async () => {
  let posts = 0;
  const { client } = world({ attempts: 1 }, (_, { method }) => {
    if (method !== "POST") return undefined;
    posts += 1;
    return posts === 3 ? { status: "none" } : undefined;
  });
  const rows = Array.from({ length: 5 }, (_, index) => ({ ...ada, externalId: `r${index}` }));
  const results = await client.upsert(rows);
  const failed = results.filter(({ error }) => error);
  assert.equal(failed.length, 1);
  assert.deepEqual(
    results.flatMap(({ outcome }) => outcome ?? []),
    Array(4).fill("created"),
  );
});

test("whoever waits for a contact waits for his turn", async () => {
  const { client } = world({ pace: createPace() });
  const { id } = await client.create(ada);
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      client.update(id, { customFields: [{ key: "note", value: `${index}` }] }),
    ),
  );
  const { customFields } = await client.get(id);
  assert.equal(customFields[0].value, "7");
});
