import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, definitions, description, world } from "../testing/described.mjs";

const named = { defaultFields: { firstName: "Ada" } };
/** @param {object} more */
const withDefaults = (more) => ({ defaultFields: { firstName: "Ada", ...more } });
/** @param {unknown} value @param {string} [key] */
const withValue = (value, key = "note") => ({ ...named, customFields: [{ key, value }] });
const uri = (/** @type {number} */ length) => "https://a.example/".padEnd(length, "x");

/** [spec] Bodies that make a contact, each with the rule that lets it. @type {[string, object][]} */
const TAKEN = [
  ["only the key `firstName` is required", named],
  ["`firstName` may be null", { defaultFields: { firstName: null } }],
  ["`firstName` may be empty text", { defaultFields: { firstName: "" } }],
  ["the other texts may be null", withDefaults({ lastName: null, company: null, role: null })],
  ["lists may be empty", { ...withDefaults({ emails: [], phoneNumbers: [] }), customFields: [] }],
  ["an item's value may be null", withDefaults({ emails: [{ name: "work", value: null }] })],
  ["an item's label may be empty", withDefaults({ emails: [{ name: "", value: "a@b.example" }] })],
  ["no pattern for e-mails", withDefaults({ emails: [{ name: "work", value: "no address" }] })],
  ["no pattern for phones", withDefaults({ phoneNumbers: [{ name: "work", value: "12" }] })],
  ["unknown keys are let through", { ...withDefaults({ nickname: "A" }), tags: ["x"] }],
  ["a source of 1 character", { ...named, source: "x" }],
  ["a source of 72 characters", { ...named, source: "x".repeat(72) }],
  ["a source that only contains a reserved word", { ...named, source: "my-csv" }],
  ["a source that only starts like a reserved word", { ...named, source: "device-42" }],
  ["a source that starts like another reserved word", { ...named, source: "others" }],
  ["a source URL of 200 characters", { ...named, sourceUrl: uri(200) }],
  ["a source URL need not be http", { ...named, sourceUrl: "urn:example:1" }],
  ["an external id of 1 character", { ...named, externalId: "1" }],
  ["an external id of 75 characters", { ...named, externalId: "x".repeat(75) }],
  ["an external id may be null", { ...named, externalId: null }],
  ["an author whose id starts with `US`", { ...named, createdByUserId: "US1" }],
  ["an author may be `US` alone", { ...named, createdByUserId: "US" }],
];

/** [spec] Bodies that break a rule, and the path that the answer names. @type {[string, unknown, string][]} */
const REFUSED = [
  ["a body is an object", [], "/"],
  ["a body is not null", null, "/"],
  ["`defaultFields` is required", {}, "/defaultFields"],
  ["`defaultFields` is an object", { defaultFields: "Ada" }, "/defaultFields"],
  ["`defaultFields` is not null", { defaultFields: null }, "/defaultFields"],
  ["the key `firstName` is required", { defaultFields: {} }, "/defaultFields/firstName"],
  ["`firstName` is text", { defaultFields: { firstName: 7 } }, "/defaultFields/firstName"],
  ["`lastName` is text", withDefaults({ lastName: false }), "/defaultFields/lastName"],
  ["`company` is text", withDefaults({ company: ["A"] }), "/defaultFields/company"],
  ["`role` is text", withDefaults({ role: {} }), "/defaultFields/role"],
  ["`emails` is a list", withDefaults({ emails: "a@b.example" }), "/defaultFields/emails"],
  ["`emails` is not null", withDefaults({ emails: null }), "/defaultFields/emails"],
  [
    "`phoneNumbers` is not null",
    withDefaults({ phoneNumbers: null }),
    "/defaultFields/phoneNumbers",
  ],
  ["an e-mail is an item", withDefaults({ emails: ["a@b.example"] }), "/defaultFields/emails/0"],
  [
    "an item needs its label",
    withDefaults({ emails: [{ value: "a@b.example" }] }),
    "/defaultFields/emails/0/name",
  ],
  [
    "a label is not null",
    withDefaults({ phoneNumbers: [{ name: null, value: "+12125550123" }] }),
    "/defaultFields/phoneNumbers/0/name",
  ],
  [
    "an item needs its value",
    withDefaults({ phoneNumbers: [{ name: "work" }] }),
    "/defaultFields/phoneNumbers/0/value",
  ],
  [
    "a phone number is text",
    withDefaults({ phoneNumbers: [{ name: "work", value: 12125550123 }] }),
    "/defaultFields/phoneNumbers/0/value",
  ],
  [
    "`customFields` is a list, not an object by key",
    { ...named, customFields: {} },
    "/customFields",
  ],
  ["`customFields` is not null", { ...named, customFields: null }, "/customFields"],
  [
    "a custom field needs a value",
    { ...named, customFields: [{ key: "note" }] },
    "/customFields/0/value",
  ],
  ["a custom value is not an object", withValue({ text: "x" }), "/customFields/0/value"],
  ["the parts of a list are text", withValue(["a", 1]), "/customFields/0/value/1"],
  ["a key is text", { ...named, customFields: [{ key: 7, value: "x" }] }, "/customFields/0/key"],
  ["a source is not empty", { ...named, source: "" }, "/source"],
  ["a source has at most 72 characters", { ...named, source: "x".repeat(73) }, "/source"],
  ["a source is not null", { ...named, source: null }, "/source"],
  ["a source URL is absolute", { ...named, sourceUrl: "/people/7" }, "/sourceUrl"],
  ["a source URL is a URL", { ...named, sourceUrl: "a.example" }, "/sourceUrl"],
  ["a source URL has no spaces", { ...named, sourceUrl: "https://a.example/a b" }, "/sourceUrl"],
  ["a source URL is not empty", { ...named, sourceUrl: "" }, "/sourceUrl"],
  ["a source URL has at most 200 characters", { ...named, sourceUrl: uri(201) }, "/sourceUrl"],
  ["a source URL is not null", { ...named, sourceUrl: null }, "/sourceUrl"],
  ["an external id is not empty", { ...named, externalId: "" }, "/externalId"],
  [
    "an external id has at most 75 characters",
    { ...named, externalId: "x".repeat(76) },
    "/externalId",
  ],
  ["an external id is text", { ...named, externalId: 7 }, "/externalId"],
  ["an author is a user's id", { ...named, createdByUserId: "PN1" }, "/createdByUserId"],
  ["the id of a user starts in capitals", { ...named, createdByUserId: "us1" }, "/createdByUserId"],
  ["an author is not null", { ...named, createdByUserId: null }, "/createdByUserId"],
  // [spec] Some sources are Quo's own. [inferred] The rule is read without regard to case.
  .../** @type {[string, unknown, string][]} */ (
    [
      "openphone",
      "OpenPhone",
      "openphone-import",
      "device",
      "Device",
      "csv",
      "CSV",
      "csv-v2",
      "csvx",
    ]
      .concat(["zapier", "Zapier", "google-people", "GOOGLE-people", "other", "Other"])
      .map((source) => [`${source} is a reserved source`, { ...named, source }, "/source"])
  ),
];

const describes = compile(description.components.schemas.NewContact);

for (const [rule, body] of TAKEN) {
  test(`taken: ${rule}`, async () => {
    assert.ok(describes(body), "the description takes it");
    assert.equal((await world().post(body)).status, 201);
  });
}

for (const [rule, body, path] of REFUSED) {
  test(`refused: ${rule}`, async () => {
    assert.ok(!describes(body), "the description refuses it");
    const { standIn, post } = world();
    const { status, body: answer } = await post(body);
    assert.equal(status, 400);
    assert.equal(answer.code, "0800400");
    assert.deepEqual(
      [...new Set(answer.errors.map((/** @type {any} */ item) => item.path))],
      [path],
    );
    assert.deepEqual(standIn.contacts.list({}), [], "nothing is kept");
  });
}

// [inferred] A body that cannot be read breaks the rules in the same shape as one that can.
test("refused: text that is not JSON, and no text", async () => {
  for (const text of ["{", "", "defaultFields"]) {
    const { status, body } = await world().call("POST", "/v1/contacts", { text });
    assert.equal(status, 400);
    assert.equal(body.code, "0800400");
  }
});

test("every broken rule is named at once", async () => {
  const { body } = await world().post({ defaultFields: { role: 1 }, source: "", externalId: "" });
  const paths = body.errors.map((/** @type {any} */ item) => item.path);
  assert.deepEqual(paths.sort(), [
    "/defaultFields/firstName",
    "/defaultFields/role",
    "/externalId",
    "/source",
  ]);
});

// [spec] The answer to a contact that was made is 201 with all that was kept: every key is there, null where
// nothing was sent, and e-mails, phones and custom values have ids of their own.
test("the whole contact comes back", async () => {
  const { post } = world();
  const { status, body } = await post({
    defaultFields: {
      firstName: "Ada",
      company: "Engines",
      emails: [{ name: "work", value: "ada@engines.example" }],
      phoneNumbers: [{ name: "mobile", value: "+12125550123" }],
    },
    customFields: [{ key: "score", value: 0 }],
    source: "web-form",
    sourceUrl: "https://engines.example/form",
    externalId: "7",
    createdByUserId: "US7",
  });
  assert.equal(status, 201);
  assert.deepEqual(body, {
    data: {
      id: "id1",
      externalId: "7",
      source: "web-form",
      sourceUrl: "https://engines.example/form",
      defaultFields: {
        firstName: "Ada",
        lastName: null,
        company: "Engines",
        role: null,
        emails: [{ name: "work", value: "ada@engines.example", id: "id2" }],
        phoneNumbers: [{ name: "mobile", value: "+12125550123", id: "id3" }],
      },
      customFields: [{ name: "Score", key: "score", type: "number", id: "id4", value: 0 }],
      createdAt: "2026-01-02T03:04:05.678Z",
      updatedAt: "2026-01-02T03:04:05.678Z",
      createdByUserId: "US7",
    },
  });
});

// [spec] The source has a default, the rest has none.
test("what was not sent is null, and the source is `public-api`", async () => {
  const { data } = (await world().post({ defaultFields: { firstName: null } })).body;
  assert.equal(data.source, "public-api");
  assert.deepEqual([data.externalId, data.sourceUrl, data.defaultFields.role], [null, null, null]);
  assert.deepEqual([data.defaultFields.emails, data.customFields], [[], []]);
  assert.match(data.createdByUserId, /^US/);
});

// [spec] null clears: on a contact that is new there is nothing to clear, and nothing to keep.
test("items and custom values that are null are not kept", async () => {
  const { data } = (
    await world().post({
      defaultFields: {
        firstName: "Ada",
        emails: [
          { name: "work", value: null },
          { name: "home", value: "ada@engines.example" },
        ],
      },
      customFields: [{ key: "score", value: null }],
    })
  ).body;
  assert.deepEqual(
    data.defaultFields.emails.map((/** @type {any} */ { name }) => name),
    ["home"],
  );
  assert.deepEqual(data.customFields, []);
});

// [spec] A custom value whose key no definition has: 400 with a code of its own, and a reason per item.
for (const key of ["nobody", "Note", "", "__proto__"]) {
  test(`the custom key ${JSON.stringify(key)} is not known`, async () => {
    const { standIn, post } = world();
    const { status, body } = await post({
      ...named,
      customFields: [
        { key: "note", value: "x" },
        { key, value: "x" },
      ],
    });
    assert.equal(status, 400);
    assert.equal(body.code, "0801400");
    assert.equal(body.title, "Invalid Custom Field Item");
    assert.deepEqual(
      body.errors.map((/** @type {any} */ { path, key, reason }) => ({ path, key, reason })),
      [
        {
          path: "/customFields/1/key",
          key,
          reason: "Did not match any known contact custom field",
        },
      ],
    );
    assert.deepEqual(standIn.contacts.list({}), []);
  });
}

test("a custom value without a key is not known either", async () => {
  const { status, body } = await world().post({ ...named, customFields: [{ value: "x" }] });
  assert.deepEqual([status, body.code], [400, "0801400"]);
});

// [spec] The union of values has no tag: any shape passes for a definition of any type, with 201. Matching the
// value to the definition is the sender's work.
const SHAPES = [["a"], "text", "2026-01-02T00:00:00.000Z", true, 0, null];
for (const { key, type } of definitions) {
  test(`every shape of value passes for ${type}`, async () => {
    for (const value of SHAPES) {
      const { status } = await world().post(withValue(value, key));
      assert.equal(status, 201, `${type}: ${JSON.stringify(value)}`);
    }
  });
}

// [live] Options of a multi-select are free: one that nobody knew comes into existence.
test("a value that fits its definition is read back as it was sent", async () => {
  const customFields = [
    { key: "1690000000001", value: "1 Main St" },
    { key: "newsletter", value: false },
    { key: "66e0a1b2c3d4e5f601234567", value: "2024-09-11T04:00:00.000Z" },
    { key: "1234567", value: ["An option nobody knew", "b"] },
    { key: "score", value: -1.5 },
    { key: "note", value: "" },
    { key: "website", value: "https://engines.example" },
  ];
  const { data } = (await world().post({ ...named, customFields })).body;
  assert.deepEqual(
    data.customFields.map((/** @type {any} */ { key, value }) => ({ key, value })),
    customFields,
  );
});

// [live] A pair of `source` and `externalId` is taken once. The second gets 409, and no field is named.
test("the same source and external id conflict", async () => {
  const { standIn, post } = world();
  const contact = { ...named, source: "crm", externalId: "7" };
  assert.equal((await post(contact)).status, 201);
  const { status, body } = await post(contact);
  assert.equal(status, 409);
  assert.equal(body.code, "0800409");
  assert.equal(body.message, "Failed to create contact");
  assert.equal(body.errors, undefined);
  assert.equal(standIn.contacts.list({}).length, 1);
});

test("the source that was not named counts as `public-api`", async () => {
  const { post } = world();
  assert.equal((await post({ ...named, externalId: "7" })).status, 201);
  assert.equal((await post({ ...named, externalId: "7", source: "public-api" })).status, 409);
});

test("another source, another external id, or none at all do not conflict", async () => {
  const { post } = world();
  for (const more of [
    { source: "crm", externalId: "7" },
    { source: "web", externalId: "7" },
    { source: "crm", externalId: "8" },
    { source: "crm", externalId: null },
    { source: "crm", externalId: null },
    { source: "crm" },
  ]) {
    assert.equal((await post({ ...named, ...more })).status, 201);
  }
});

// [live] A phone number that another contact has makes a second contact.
test("the same phone number makes a second contact", async () => {
  const { standIn, post } = world();
  const contact = withDefaults({ phoneNumbers: [{ name: "work", value: "+12125550123" }] });
  const first = await post(contact);
  const second = await post(contact);
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.notEqual(first.body.data.id, second.body.data.id);
  assert.equal(standIn.contacts.list({}).length, 2);
});
