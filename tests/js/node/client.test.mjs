// The client over a `fetch` that answers what the test says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";

const { createClient, QuoContactsError } = await load();

const payload = {
  defaultFields: {
    firstName: "Ada",
    phoneNumbers: [{ name: "mobile", value: "+14155552671" }],
  },
};
const contact = {
  id: "664d0db69fcac7cf2e6ec",
  externalId: null,
  source: "public-api",
  sourceUrl: null,
  defaultFields: {
    firstName: "Ada",
    lastName: null,
    company: null,
    role: null,
    emails: [],
    phoneNumbers: [],
  },
  customFields: [],
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  createdByUserId: "USu5AsEHuQ",
};

/** A client whose `fetch` answers in turn, and what it was asked. */
function world(...answers) {
  return patient({ attempts: 1 }, ...answers);
}
function patient(options, ...answers) {
  const asked = [];
  const fetch = async (url, init) => {
    asked.push({ url, ...init });
    const answer = answers.shift();
    return typeof answer === "function" ? answer(url, init) : answer;
  };
  return { client: createClient({ fetch, ...options }), asked, fetch };
}
const json = (status, body, headers) => new Response(JSON.stringify(body), { status, headers });
const fails =
  (code, more = () => {}) =>
  (error) => {
    assert.ok(error instanceof QuoContactsError, String(error));
    assert.equal(error.code, code);
    more(error);
    return true;
  };

test("definitions", async () => {
  const data = [
    { key: "inbound-lead", name: "Inbound Lead", type: "boolean" },
    { key: "1720000000000", name: "Tier", type: "multi-select" },
  ];
  const { client, asked } = world(json(200, { data }));
  const definitions = await client.definitions();
  assert.deepEqual(
    definitions.map(({ key, name, type }) => ({ key, name, type })),
    data,
  );
  assert.equal(asked.length, 1);
  assert.equal(asked[0].method, "GET");
  assert.equal(asked[0].url, "https://api.quo.com/v1/contact-custom-fields");
  assert.equal("body" in asked[0], false);
  assert.deepEqual(
    Object.keys(asked[0].headers).filter((name) => /auth/i.test(name)),
    [],
  );
});

test("create", async () => {
  const { client, asked } = world(json(201, { data: contact }));
  const made = await client.create(payload);
  assert.equal(made.id, contact.id);
  assert.equal(asked[0].method, "POST");
  assert.equal(asked[0].url, "https://api.quo.com/v1/contacts");
  const names = Object.keys(asked[0].headers).map((name) => name.toLowerCase());
  assert.ok(names.includes("content-type"));
  const sent = JSON.parse(asked[0].body);
  assert.equal(sent.defaultFields.firstName, "Ada");
  assert.deepEqual(sent.defaultFields.phoneNumbers, payload.defaultFields.phoneNumbers);
});

test("works detached, and through another base", async () => {
  const asked = [];
  const { create } = createClient({
    baseUrl: "http://localhost:4010/",
    fetch: async (url) => {
      asked.push(url);
      return json(201, { data: contact });
    },
  });
  assert.equal((await create(payload)).id, contact.id);
  assert.deepEqual(asked, ["http://localhost:4010/v1/contacts"]);
});

test("what is no contact is never sent", async () => {
  const { client, asked } = world();
  const wrong = { defaultFields: { phoneNumbers: [{ name: "x", value: "nonsense" }] } };
  await assert.rejects(
    client.create(wrong),
    fails("invalid_payload", ({ details }) => assert.ok(details.issues.length > 0)),
  );
  assert.equal(asked.length, 0);
});

test("the flat shape of an error", async () => {
  const body = {
    message: "Invalid custom field item",
    code: "0801400",
    status: 400,
    docs: "https://example.com",
    title: "Bad Request",
    trace: "123",
    errors: [{ path: "/customFields/0", message: "Did not match any known contact custom field" }],
  };
  const { client } = world(json(400, body));
  await assert.rejects(
    client.create(payload),
    fails("api_error", ({ details }) => {
      assert.equal(details.status, 400);
      assert.equal(details.code, "0801400");
      assert.equal(details.title, "Bad Request");
      assert.equal(details.message, "Invalid custom field item");
      assert.equal(details.trace, "123");
      assert.equal(details.items.length, 1);
    }),
  );
});

test("the gateway's shape of an error", async () => {
  const { client } = world(
    json(401, { error: { message: "Unauthorized", key: "Unauthorized", trace: "9" } }),
  );
  await assert.rejects(
    client.definitions(),
    fails("api_error", ({ details }) => {
      assert.equal(details.status, 401);
      assert.equal(details.message, "Unauthorized");
      assert.equal(details.trace, "9");
    }),
  );
});

test("bodies that are none of Quo's", async () => {
  for (const body of ["<html>no</html>", "", "[]", "{", '{"data":7}']) {
    const { client } = world(new Response(body, { status: 200 }));
    await assert.rejects(client.definitions(), fails("unreadable_response"));
  }
  const { client } = world(new Response("<html>no</html>", { status: 502 }));
  await assert.rejects(
    client.definitions(),
    fails("unreadable_response", ({ details }) => assert.equal(details.status, 502)),
  );
});

test("an answer that does not tell whether the contact was made", async () => {
  const answers = [
    [201, "<html>"],
    [201, ""],
    [201, '{"data":{}}'],
    [500, '{"message":"no","code":"0801500"}'],
    [502, "<html>"],
    [504, ""],
  ];
  for (const [status, body] of answers) {
    const { client } = world(new Response(body, { status }));
    await assert.rejects(
      client.create(payload),
      fails("outcome_unknown", ({ details }) =>
        assert.deepEqual(details, { status, body, remedy: "look_up" }),
      ),
    );
  }
  const { client } = world({ parsed: true });
  await assert.rejects(client.create(payload), fails("outcome_unknown"));
  const refused = world(json(400, { message: "no", code: "0800400" })).client;
  await assert.rejects(refused.create(payload), fails("api_error"));
});

test("a contact that was made is not lost because its answer is sparse", async () => {
  const sparse = { id: "c1", defaultFields: null, customFields: null, createdAt: null };
  const { client } = world(json(201, { data: sparse }));
  const { id, defaultFields, customFields } = await client.create(payload);
  assert.deepEqual([id, defaultFields.emails, customFields], ["c1", [], []]);
});

test("a payload names its first name", async () => {
  const { client, asked } = world();
  const nameless = { defaultFields: { phoneNumbers: payload.defaultFields.phoneNumbers } };
  for (const wrong of [{}, { defaultFields: {} }, nameless]) {
    await assert.rejects(
      client.create(wrong),
      fails("invalid_payload", ({ details }) => assert.equal(details.issues[0].code, "required")),
    );
  }
  assert.deepEqual(asked, []);
});

test("a network that fails", async () => {
  const cause = new TypeError("fetch failed");
  const failing = () => Promise.reject(cause);
  await assert.rejects(
    world(failing).client.definitions(),
    fails("network_failure", (error) => assert.equal(error.cause, cause)),
  );
  await assert.rejects(
    world(failing).client.create(payload),
    fails("outcome_unknown", (error) => assert.equal(error.cause, cause)),
  );
});

test("an answer whose body is lost", async () => {
  const broken = (status) => ({
    status,
    headers: new Headers(),
    text: () => Promise.reject(new Error("reset")),
  });
  await assert.rejects(world(broken(200)).client.definitions(), fails("network_failure"));
  await assert.rejects(
    world(broken(201)).client.create(payload),
    fails("outcome_unknown", ({ details }) =>
      assert.deepEqual(details, { status: 201, body: "", remedy: "look_up" }),
    ),
  );
  await assert.rejects(
    world(broken(409)).client.create(payload),
    (error) => error.details.status === 409,
  );
});

test("a signal", async () => {
  const hanging = (_url, { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  for (const [call, code] of [
    ["definitions", "aborted"],
    ["create", "outcome_unknown"],
  ]) {
    const control = new AbortController();
    const { client, asked } = world(hanging);
    const options = { signal: control.signal };
    const pending =
      call === "create" ? client.create(payload, options) : client.definitions(options);
    setTimeout(() => control.abort(new Error("enough")), 5);
    await assert.rejects(
      pending,
      fails(code, (error) => assert.equal(error.cause.message, "enough")),
    );
    assert.equal(asked.length, 1);

    const before =
      call === "create" ? client.create(payload, options) : client.definitions(options);
    await assert.rejects(before, fails("aborted"));
    assert.equal(asked.length, 1, "nothing is sent after the signal");
  }
});

test("a key has no place here", () => {
  const { fetch } = world();
  for (const name of ["apiKey", "key", "token", "authorization", "headers"]) {
    assert.throws(
      () => createClient({ fetch, [name]: "x" }),
      fails("invalid_options", (error) => assert.match(error.message, /never sees a key/)),
    );
  }
  assert.throws(() => createClient({ fetch, retries: 3 }), fails("invalid_options"));
});

test("misuse", async () => {
  const { fetch } = world();
  for (const options of [
    undefined,
    null,
    {},
    { fetch: 7 },
    { fetch, baseUrl: "quo.com" },
    { fetch, baseUrl: "https://quo.com?x" },
  ]) {
    assert.throws(() => createClient(options), fails("invalid_options"));
  }
  await assert.rejects(world(undefined).client.definitions(), fails("invalid_options"));
  await assert.rejects(world("text").client.definitions(), fails("invalid_options"));
});

test("a list is a list, whatever its options say", async () => {
  const asked = [];
  const fetch = async (_, { method }) => {
    asked.push(method);
    return Response.json({ data: [], nextPageToken: null });
  };
  const { list } = createClient({ fetch });
  for (const query of [{ kind: "delete", id: "c1" }, { id: "c1" }, { attempts: 1 }, null]) {
    await assert.rejects(list(query).next(), { code: "invalid_options" });
  }
  assert.deepEqual(asked, []);
  assert.equal((await list({ maxResults: 5 }).next()).done, true);
  assert.deepEqual(asked, ["GET"]);
});

test("hooks that are none", () => {
  const { fetch } = world();
  for (const hooks of [null, "log", { onAnswer: () => {} }]) {
    assert.throws(() => createClient({ fetch, hooks }), fails("invalid_options"));
  }
});

test("an option that no request has is named", async () => {
  const client = createClient({ fetch: async () => Response.json({ data: [] }) });
  for (const ask of [
    (options) => client.definitions(options),
    (options) => client.get("c1", options),
    (options) => client.create({ defaultFields: { firstName: "Ada" } }, options),
    (options) => client.upsert([{ externalId: "1" }], options),
    (options) => client.update("c1", {}, options),
    (options) => client.delete("c1", options),
    (options) => client.list(options).next(),
  ]) {
    await assert.rejects(ask({ tiemout: 5 }), { code: "invalid_options", message: /`tiemout`/ });
    await assert.rejects(ask({ timeout: "5" }), { code: "invalid_options", message: /`timeout`/ });
  }
});
