// What takes several requests, and what every call has, against the stand-in of Quo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";
import { fails, first, methods, payload, world } from "../support/world.mjs";

const { createClient, createPace } = await load();

test("an update keeps what it does not name", async () => {
  const { client, asked } = world();
  const emails = [
    { name: "work", value: "ada@example.com" },
    { name: "home", value: "ada@example.org" },
  ];
  const customFields = [
    { key: "tier", value: ["a", "b"] },
    { key: "score", value: 7 },
  ];
  const made = await client.create(
    payload({ customFields, externalId: "7", source: "web" }, { emails, role: "CTO" }),
  );
  asked.length = 0;
  const now = await client.update(made.id, {
    defaultFields: { company: "ACME" },
    customFields: [{ key: "score", value: null }],
  });
  assert.equal(methods(asked), "GET PATCH");
  const plain = ({ emails, phoneNumbers, ...fields }) => ({
    ...fields,
    items: [emails, phoneNumbers].map((items) => items.map(({ name, value }) => [name, value])),
  });
  assert.deepEqual(plain(now.defaultFields), {
    ...plain(made.defaultFields),
    company: "ACME",
  });
  assert.deepEqual(
    now.customFields.map(({ key, value }) => [key, value]),
    [["tier", ["a", "b"]]],
  );
  assert.deepEqual([now.externalId, now.source], ["7", "web"]);

  asked.length = 0;
  await client.update(made.id, { defaultFields: { company: "ACME" } });
  assert.equal(methods(asked), "GET", "nothing is sent where nothing changes");

  const cleared = await client.update(made.id, { defaultFields: { emails: [] }, externalId: null });
  assert.deepEqual(cleared.defaultFields.emails, []);
  assert.equal(cleared.externalId, null);
  assert.equal(cleared.defaultFields.role, "CTO");
});

test("an attempt is that of one request, though others have its path", async () => {
  const { client, told } = world();
  await client.upsert(["a", "b", "c"].map((externalId) => payload({ externalId })));
  const requests = told.filter(([kind]) => kind === "request").map(([, about]) => about);
  assert.deepEqual(
    requests.filter(({ method }) => method === "POST").map(({ attempt }) => attempt),
    [1, 1, 1],
  );
});

test("what a pace of the host's throws costs no answer", async () => {
  const answers = [];
  const answered = (answer) => {
    answers.push(answer?.status);
    if (answers.length > 1) return Promise.reject(new Error("later"));
    throw new Error("at once");
  };
  const { client } = world({ pace: { acquire: async () => answered } });
  const { id } = await client.create(payload());
  assert.equal((await client.get(id)).id, id);
  assert.deepEqual(answers, [201, 200]);
});

test("what comes back in an update keeps its digits", async () => {
  const text = `{"data":{"id":"c1","externalId":null,"source":null,"sourceUrl":null,
    "defaultFields":{"firstName":"Ada","lastName":null,"company":null,"role":null,"emails":[],"phoneNumbers":[]},
    "customFields":[{"name":"n","key":"a","type":"number","value":7.10},
      {"name":"n","key":"b","type":"number","value":12345678901234567890.5}]}}`;
  let sent;
  const client = createClient({
    fetch: async (_, { method, body }) => {
      if (method === "PATCH") sent = body;
      return new Response(text, { status: 200 });
    },
  });
  await client.update("c1", { defaultFields: { role: "x" } });
  assert.match(sent, /"value":7\.10\}/);
  assert.match(sent, /"value":12345678901234567890\.5\}/);
});

test("updates of one contact wait for each other", async () => {
  const { client } = world();
  const { id } = await client.create(payload());
  await Promise.all([
    client.update(id, { defaultFields: { company: "ACME" } }),
    client.update(id, { defaultFields: { role: "CTO" } }),
    client.update(id, { defaultFields: { lastName: "L" } }),
  ]);
  const { company, role, lastName } = (await client.get(id)).defaultFields;
  assert.deepEqual([company, role, lastName], ["ACME", "CTO", "L"]);
});

test("replace leaves what is named; delete leaves nothing", async () => {
  const { client, all } = world();
  const { id } = await client.create(payload({ externalId: "7" }, { company: "ACME" }));
  const now = await client.replace(id, payload());
  assert.deepEqual([now.externalId, now.defaultFields.company], [null, null]);
  await client.delete(id);
  assert.equal(all().length, 0);
  await assert.rejects(
    client.get(id),
    fails("api_error", ({ details }) => assert.equal(details.code, "0800404")),
  );
});

test("a contact of a native integration is not touched", async () => {
  const native = { id: "n1", source: "google-people", native: true, ...payload() };
  const { client, asked } = world({ options: { contacts: [native] } });
  const calls = [
    () => client.update("n1", { defaultFields: { role: "x" } }),
    () => client.replace("n1", payload()),
    () => client.delete("n1"),
  ];
  for (const call of calls) {
    await assert.rejects(
      call(),
      fails("native_contact", ({ details }) => assert.equal(details.source, "google-people")),
    );
  }
  assert.equal(methods(asked), "GET GET GET");
});

test("a read is tried again, and hooks see no bodies", async () => {
  const faults = (_, index) => ["503", "drop-before", "429", "502"][index];
  const { client, told } = world({ faults });
  await client.definitions();
  assert.deepEqual(
    told
      .filter(([kind]) => kind === "response")
      .map(([, { attempt, status }]) => [attempt, status]),
    [
      [1, 503],
      [2, undefined],
      [3, 429],
      [4, 502],
      [5, 200],
    ],
  );
  const waits = told.filter(([kind]) => kind === "retry").map(([, { wait }]) => wait);
  assert.equal(waits.length, 4);
  assert.ok(waits[2] >= 1000, "after a 429 the next second begins");
  assert.ok(told.every(([, about]) => !("body" in about)));

  const seen = [];
  const hooks = {
    bodies: true,
    onRequest: () => {
      throw new Error("ignored");
    },
    onResponse: ({ body }) => seen.push(body),
  };
  await world({ hooks }).client.definitions();
  assert.equal(JSON.parse(seen[0]).data.length, 2);
});

test("Retry-After is waited for, and not for longer than the deadline", async () => {
  const { client, told } = world({ faults: first("GET", "503, retry-after=1") });
  await client.definitions();
  const [[, { wait }]] = told.filter(([kind]) => kind === "retry");
  assert.ok(wait >= 1000);
  const { client: hasty } = world({ faults: () => "503, retry-after=600" });
  await assert.rejects(
    hasty.definitions(),
    fails("unreadable_response", ({ details }) => assert.equal(details.status, 503)),
  );
});

test("definitions are kept, until a field turns out to be unknown", async () => {
  const { client, asked } = world();
  const age = { maxAge: 60_000 };
  const known = await client.definitions(age);
  known.push("not the client's own");
  assert.equal((await client.definitions(age)).length, 2);
  assert.equal(asked.length, 1);
  await client.definitions();
  assert.equal(asked.length, 2);
  await assert.rejects(
    client.create(payload({ customFields: [{ key: "gone", value: "x" }] })),
    fails("api_error", ({ details }) => {
      assert.equal(details.code, "0801400");
      assert.deepEqual(details.issues[0].path.slice(0, 2), ["customFields", 0]);
      assert.deepEqual(details.issues[0].target.slice(0, 2), ["customFields", "gone"]);
    }),
  );
  await client.definitions(age);
  assert.equal(asked.length, 4);
});

test("a refusal is placed in what the caller named, not in what was sent", async () => {
  const { client } = world();
  const { id } = await client.create(payload({ customFields: [{ key: "score", value: 1 }] }));
  await assert.rejects(
    client.update(id, { customFields: [{ key: "gone", value: "x" }] }),
    fails("api_error", ({ details }) =>
      assert.deepEqual(details.issues[0].path.slice(0, 2), ["customFields", 0]),
    ),
  );
});

test("a list is walked page by page, and its rows are held against what was asked", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => payload({ externalId: `${index}` }));
  const { client, asked, standIn } = world({ options: { contacts: rows } });
  const found = [];
  for await (const { externalId } of client.list({ maxResults: 7 })) found.push(externalId);
  assert.equal(found.length, 30);
  assert.equal(asked.length, 5);

  asked.length = 0;
  const externalIds = rows.slice(0, 25).map(({ externalId }) => externalId);
  found.length = 0;
  for await (const { externalId } of client.list({ externalIds })) found.push(externalId);
  assert.deepEqual(found.sort(), externalIds.toSorted());
  const counts = asked.map(({ path }) => path.split("externalIds=").length - 1);
  assert.deepEqual(counts, [20, 5]);

  for await (const _ of client.list({ maxResults: 1 })) break;
  const deaf = createClient({
    fetch: (url) =>
      standIn.request(url.replaceAll("externalIds", "externalId"), {
        headers: { authorization: "any-key" },
      }),
  });
  found.length = 0;
  for await (const { externalId } of deaf.list({ externalIds: ["3"] })) found.push(externalId);
  assert.deepEqual(found, ["3"], "the filter was ignored");
});

test("a signal stops everything, and says what may have been done", async () => {
  const hanging = (method) => {
    const control = new AbortController();
    const fetch = (_, init) =>
      new Promise(() => init.method === method && queueMicrotask(() => control.abort("enough")));
    return { client: createClient({ fetch }), signal: control.signal };
  };
  // A `fetch` that does not heed its signal ends all the same.
  const read = hanging("GET");
  await assert.rejects(
    read.client.get("c1", { signal: read.signal }),
    fails("aborted", ({ cause }) => assert.equal(cause, "enough")),
  );
  const post = hanging("POST");
  const { signal } = post;
  await assert.rejects(post.client.create(payload(), { signal }), fails("outcome_unknown"));

  // Before anything is sent, nothing is unknown.
  const control = new AbortController();
  const pace = {
    acquire: () => {
      control.abort("enough");
      return Promise.reject(control.signal.reason);
    },
  };
  const waiting = world({ pace });
  await assert.rejects(waiting.client.create(payload(), control), fails("aborted"));
  assert.equal(waiting.asked.length, 0);

  const retrying = new AbortController();
  const hooks = { onRetry: () => retrying.abort("enough") };
  const { client } = world({ hooks, faults: () => "503" });
  await assert.rejects(client.definitions(retrying), fails("aborted"));
});

test("a request that takes too long has no answer", async () => {
  const fetch = () => new Promise(() => {});
  const client = createClient({ fetch, timeout: 20, attempts: 1 });
  await assert.rejects(
    client.definitions(),
    fails("network_failure", ({ message }) => assert.match(message, /no answer within 20 ms/)),
  );
  await assert.rejects(client.create(payload(), { timeout: 10 }), fails("outcome_unknown"));
});

test("what `fetch` throws stays out of messages, which are logged", async () => {
  const fetch = (_, { headers }) => {
    new Headers(headers).append("authorization", "secret\nwith a line break");
  };
  const client = createClient({ fetch, attempts: 1 });
  const hidden = ({ message, cause }) => {
    assert.doesNotMatch(message, /secret/);
    assert.match(cause.message, /secret/);
  };
  await assert.rejects(client.definitions(), fails("network_failure", hidden));
  await assert.rejects(client.create(payload()), fails("outcome_unknown", hidden));
});

test("a contact's id may be its own `externalId`", async () => {
  const { client } = world();
  const { id } = await client.create(payload({ source: "contact" }));
  await client.update(id, { externalId: id });
  const changed = payload({ source: "contact", externalId: id }, { company: "ACME" });
  const { outcome } = await client.upsert(changed, { signal: AbortSignal.timeout(5_000) });
  assert.equal(outcome, "updated");
});

test("clients with one key share a pace", async () => {
  const pace = createPace();
  const sent = [];
  const fetch = async () => {
    sent.push(performance.now());
    return Response.json({ data: [] });
  };
  const clients = Array.from({ length: 4 }, () => createClient({ fetch, pace }));
  const asks = Array.from({ length: 24 }, (_, index) => clients[index % 4].definitions());
  await Promise.all(asks);
  for (let index = 10; index < sent.length; index++) {
    assert.ok(sent[index] - sent[index - 10] >= 1000, `request ${index}`);
  }
});

test("a page must not hold the key", async () => {
  const fetch = () => assert.fail("nothing is sent");
  globalThis.window = { document: {} };
  try {
    assert.throws(() => createClient({ fetch }), fails("invalid_options"));
    const baseUrl = "https://api.openphone.com/";
    assert.throws(() => createClient({ fetch, baseUrl }), fails("invalid_options"));
    createClient({ fetch, dangerouslyAllowBrowser: true });
    createClient({ fetch, baseUrl: "https://my.server/quo" });
  } finally {
    globalThis.window = undefined;
  }
});

test("misuse of calls", async () => {
  const { client, asked } = world();
  const wrong = [
    () => client.get(".."),
    () => client.get(""),
    () => client.delete("."),
    () => client.update(undefined, {}),
    () => client.get("c1", { timeout: "long" }),
    () => client.definitions({ maxAge: -1 }),
    () => client.list({ maxResults: 51 }).next(),
    () => client.list({ externalId: ["7"] }).next(),
    () => client.list({ externalIds: [""] }).next(),
    () => client.list({ sources: Array.from({ length: 21 }, () => "a") }).next(),
  ];
  for (const call of wrong) {
    await assert.rejects(call, fails("invalid_options"), String(call));
  }
  await assert.rejects(() => client.update("c1", { nonsense: 1 }), fails("invalid_payload"));
  assert.deepEqual(asked, []);
  const fetch = () => {};
  for (const options of [{ timeout: -1 }, { pace: {} }, { retries: 2 }]) {
    assert.throws(() => createClient({ fetch, ...options }), fails("invalid_options"));
  }
});
