import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, description, world } from "../testing/described.mjs";

const FULL = {
  defaultFields: {
    firstName: "Ada",
    lastName: "Byron",
    company: "Engines",
    role: "Author",
    emails: [{ name: "work", value: "ada@engines.example" }],
    phoneNumbers: [{ name: "mobile", value: "+12125550123" }],
  },
  customFields: [{ key: "score", value: 7 }],
  source: "crm",
  sourceUrl: "https://engines.example/7",
  externalId: "7",
  createdByUserId: "US7",
};

/** A workspace with one contact that has everything. */
async function holding() {
  const made = world();
  const { body } = await made.post(FULL);
  return { ...made, id: body.data.id, contact: body.data };
}

/** @param {any} contact what it says, without what Quo adds */
const said = ({ defaultFields, customFields, source, sourceUrl, externalId }) => ({
  ...defaultFields,
  emails: defaultFields.emails.map((/** @type {any} */ { name, value }) => ({ name, value })),
  phoneNumbers: defaultFields.phoneNumbers.map((/** @type {any} */ { name, value }) => ({
    name,
    value,
  })),
  customFields: customFields.map((/** @type {any} */ { key, value }) => ({ key, value })),
  source,
  sourceUrl,
  externalId,
});
const WHOLE = said(FULL);
const NO_DEFAULTS = {
  ...{ firstName: null, lastName: null, company: null, role: null },
  ...{ emails: [], phoneNumbers: [] },
};
const { createdByUserId: _, ...SENT } = FULL;
/** @param {string} name */
const without = (name) => {
  const { [name]: _, ...rest } = /** @type {Record<string, any>} */ (SENT);
  return rest;
};
/** @param {string} name */
const withoutDefault = (name) => {
  const { [name]: _, ...rest } = /** @type {Record<string, any>} */ (SENT.defaultFields);
  return { ...SENT, defaultFields: rest };
};

// What a body leaves out is gone from the contact. Each row: the rule with its mark, the body, what differs
// from the whole afterwards.
for (const [rule, body, changed] of /** @type {[string, object, object][]} */ ([
  ["[spec] the whole contact sent again is the whole contact", SENT, {}],
  ["[docs] e-mails left out are deleted", withoutDefault("emails"), { emails: [] }],
  ["[docs] phones left out are deleted", withoutDefault("phoneNumbers"), { phoneNumbers: [] }],
  ["[docs] custom fields left out are deleted", without("customFields"), { customFields: [] }],
  ["[live] an external id left out is deleted", without("externalId"), { externalId: null }],
  ["[live] a source left out is deleted", without("source"), { source: null }],
  ["[inferred] a source URL left out is deleted", without("sourceUrl"), { sourceUrl: null }],
  ["[inferred] a name left out is null", withoutDefault("lastName"), { lastName: null }],
  ["[inferred] so is a first name", withoutDefault("firstName"), { firstName: null }],
  [
    "[live] a body with custom fields alone is 200, and name and phone are gone",
    { customFields: FULL.customFields },
    { ...NO_DEFAULTS, source: null, sourceUrl: null, externalId: null },
  ],
  [
    "[inferred] an empty body leaves nothing",
    {},
    { ...NO_DEFAULTS, customFields: [], source: null, sourceUrl: null, externalId: null },
  ],
  [
    "[inferred] empty lists leave no items",
    {
      ...SENT,
      defaultFields: { ...SENT.defaultFields, emails: [], phoneNumbers: [] },
      customFields: [],
    },
    { emails: [], phoneNumbers: [], customFields: [] },
  ],
  [
    "[spec] an item whose value is null is removed, and its neighbor stays",
    {
      ...SENT,
      defaultFields: {
        ...SENT.defaultFields,
        emails: [{ name: "work", value: null }, ...SENT.defaultFields.emails],
        phoneNumbers: [{ name: "mobile", value: null }],
      },
    },
    { phoneNumbers: [] },
  ],
  [
    "[spec] a custom value that is null is cleared",
    { ...SENT, customFields: [{ key: "score", value: null }] },
    { customFields: [] },
  ],
  [
    "[spec] what is named is changed, and null says so too",
    { ...SENT, sourceUrl: null, externalId: "8", source: "web" },
    { sourceUrl: null, externalId: "8", source: "web" },
  ],
  [
    "[spec] a source has up to 75 characters here",
    { ...SENT, source: "x".repeat(75) },
    { source: "x".repeat(75) },
  ],
])) {
  test(rule, async () => {
    const { patch, get, id } = await holding();
    const { status, body: answer } = await patch(id, body);
    assert.equal(status, 200);
    assert.deepEqual(said(answer.data), { ...WHOLE, ...changed });
    assert.deepEqual((await get(`/v1/contacts/${id}`)).body, answer, "and it is kept");
  });
}

// [spec] The contact keeps its id, its author and the day of its making, and `updatedAt` moves.
test("[spec] what Quo says of a contact itself is not replaced", async () => {
  const { patch, wait, id, contact } = await holding();
  wait(1000);
  const { data } = (await patch(id, { ...SENT, createdByUserId: "US8", id: "id99" })).body;
  assert.equal(data.id, id);
  assert.equal(data.createdByUserId, "US7");
  assert.equal(data.createdAt, contact.createdAt);
  assert.equal(Date.parse(data.updatedAt) - Date.parse(contact.updatedAt), 1000);
});

const describes = compile(description.components.schemas.ContactPatch);
const uri = (/** @type {number} */ length) => "https://a.example/".padEnd(length, "x");

/** Bodies whose shape is wrong, and the path that the answer names. @type {[string, unknown, string][]} */
const MISSHAPEN = [
  ["a body is an object", [], "/"],
  ["a body is not null", null, "/"],
  ["`defaultFields` is not null", { defaultFields: null }, "/defaultFields"],
  ["`emails` is not null", { defaultFields: { emails: null } }, "/defaultFields/emails"],
  [
    "an item needs its label",
    { defaultFields: { emails: [{ value: "a" }] } },
    "/defaultFields/emails/0/name",
  ],
  [
    "an item needs its value",
    { defaultFields: { phoneNumbers: [{ name: "a" }] } },
    "/defaultFields/phoneNumbers/0/value",
  ],
  ["`customFields` is a list", { customFields: {} }, "/customFields"],
  ["a custom field needs a value", { customFields: [{ key: "note" }] }, "/customFields/0/value"],
  ["a source is not empty", { source: "" }, "/source"],
  ["a source has at most 75 characters", { source: "x".repeat(76) }, "/source"],
  ["a source URL is absolute", { sourceUrl: "/people/7" }, "/sourceUrl"],
  ["a source URL has at most 200 characters", { sourceUrl: uri(201) }, "/sourceUrl"],
  ["an external id has at most 75 characters", { externalId: "x".repeat(76) }, "/externalId"],
  // [live] A reserved source in the body is rejected.
  ...[
    "openphone",
    "OpenPhone-web",
    "csv",
    "CSV2",
    "device",
    "Zapier",
    "google-people",
    "other",
  ].map(
    (source) =>
      /** @type {[string, unknown, string]} */ ([`${source} is reserved`, { source }, "/source"]),
  ),
];

for (const [rule, body, path] of MISSHAPEN) {
  test(`[spec] an update is refused: ${rule}`, async () => {
    assert.ok(!describes(body), "the description refuses it");
    const { patch, get, id, contact } = await holding();
    const { status, body: answer } = await patch(id, body);
    assert.deepEqual([status, answer.code], [400, "0800400"]);
    assert.deepEqual(
      answer.errors.map((/** @type {any} */ item) => item.path),
      [path],
    );
    assert.deepEqual((await get(`/v1/contacts/${id}`)).body.data, contact, "nothing changed");
  });
}

// [live] Ids of items, sent back as a GET gave them, are refused: "Item with ID … does not match".
for (const list of /** @type {const} */ (["emails", "phoneNumbers", "customFields"])) {
  test(`[live] the ids of ${list} are refused`, async () => {
    const { patch, get, id, contact } = await holding();
    const items = list === "customFields" ? contact.customFields : contact.defaultFields[list];
    const body =
      list === "customFields"
        ? { ...SENT, customFields: items }
        : { ...SENT, defaultFields: { ...SENT.defaultFields, [list]: items } };
    assert.ok(describes(body), "the shape allows them");
    const { status, body: answer } = await patch(id, body);
    assert.equal(status, 400);
    assert.equal(answer.message, `Item with ID ${items[0].id} does not match`);
    assert.match(answer.errors[0].path, new RegExp(`/${list}/0/id$`));
    assert.deepEqual((await get(`/v1/contacts/${id}`)).body.data, contact, "nothing changed");
  });
}

test("[live] a contact as GET gave it, sent back, is refused and not changed", async () => {
  const { patch, get, id, contact } = await holding();
  assert.equal((await patch(id, contact)).status, 400);
  assert.deepEqual((await get(`/v1/contacts/${id}`)).body.data, contact);
});

// [spec] A key that no definition has is 400 with a code of its own, here as on a new contact.
test("[spec] an unknown custom key is refused", async () => {
  const { patch, id } = await holding();
  const { status, body } = await patch(id, {
    ...SENT,
    customFields: [{ key: "nobody", value: 1 }],
  });
  assert.deepEqual([status, body.code], [400, "0801400"]);
});

test("[spec] an update of nobody is 404, by an `externalId` too", async () => {
  const { patch } = await holding();
  for (const id of ["7", "nobody"]) {
    const { status, body } = await patch(id, SENT);
    assert.deepEqual([status, body.code], [404, "0800404"]);
  }
});

// [inferred] The pair of `source` and `externalId` is unique, whichever request gives it.
test("[inferred] an update to a pair that another contact has is 409 and names no field", async () => {
  const { post, patch, get, id, contact } = await holding();
  await post({ defaultFields: { firstName: "Ben" }, source: "crm", externalId: "8" });
  const { status, body } = await patch(id, { ...SENT, externalId: "8" });
  assert.deepEqual([status, body.code, body.errors], [409, "0800409", undefined]);
  assert.deepEqual((await get(`/v1/contacts/${id}`)).body.data, contact);
});

test("[inferred] a pair that an update gave away is free", async () => {
  const { post, patch, id } = await holding();
  await patch(id, { ...SENT, externalId: "8" });
  assert.equal((await post({ ...FULL, externalId: "8" })).status, 409);
  assert.equal((await post(FULL)).status, 201);
});

test("[inferred] text that is not JSON is 400 in the flat shape", async () => {
  const { call, id } = await holding();
  for (const text of ["{", "", "defaultFields"]) {
    const { status, body } = await call("PATCH", `/v1/contacts/${id}`, { text });
    assert.deepEqual([status, body.code], [400, "0800400"]);
  }
});
