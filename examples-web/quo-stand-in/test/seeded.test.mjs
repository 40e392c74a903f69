import assert from "node:assert/strict";
import { test } from "node:test";
import { createStandIn } from "../stand-in.mjs";
import { definitions, world } from "../testing/described.mjs";

const ada = {
  id: "ada",
  defaultFields: { firstName: "Ada" },
  customFields: [{ key: "score", value: 7 }],
};
const synced = {
  id: "synced",
  defaultFields: { firstName: "Ben" },
  source: "google-people",
  externalId: "g1",
  native: true,
};
const uploaded = {
  id: "uploaded",
  defaultFields: { firstName: "Cy" },
  source: "csv-v2",
  externalId: "c1",
};

// [spec] `source` is null for contacts that were made in the app.
test("[spec] a contact of the app has no source, and can be changed", async () => {
  const { get, patch } = world({ contacts: [ada] });
  const { body } = await get("/v1/contacts/ada");
  assert.equal(body.data.source, null);
  assert.equal(body.data.customFields[0].value, 7);
  assert.equal((await patch("ada", { defaultFields: { firstName: "Eve" } })).status, 200);
});

// [docs] What a native integration syncs is read-only in Quo. [unknown] How the API says so: here it is 403.
test("[docs] a contact of a native integration is listed and read, not changed and not deleted", async () => {
  const { get, patch, remove, listed } = world({ contacts: [synced] });
  const { body } = await get("/v1/contacts/synced");
  assert.deepEqual(Object.keys(body.data).includes("native"), false);
  assert.deepEqual(await listed("&sources=google-people"), ["Ben"]);
  for (const answer of [await patch("synced", { defaultFields: {} }), await remove("synced")]) {
    assert.deepEqual([answer.status, answer.body.code], [403, "0801403"]);
  }
  assert.deepEqual((await get("/v1/contacts/synced")).body, body);
});

// [live] A reserved source stays where a PATCH leaves it out, and is rejected where one names it.
test("[live] a reserved source is kept by leaving it out, and no other way", async () => {
  const { get, patch } = world({ contacts: [uploaded] });
  const whole = { defaultFields: { firstName: "Cyd" }, externalId: "c1" };
  // [unknown] What null does to it, and a word that is free: refused, so that no client builds on either.
  for (const source of ["csv-v2", null, "crm"]) {
    const { status, body } = await patch("uploaded", { ...whole, source });
    assert.deepEqual([status, body.errors[0].path], [400, "/source"], String(source));
  }
  const { status, body } = await patch("uploaded", whole);
  assert.equal(status, 200);
  assert.deepEqual([body.data.source, body.data.externalId], ["csv-v2", "c1"]);
  assert.deepEqual((await get("/v1/contacts/uploaded")).body, body);
});

test("a seeded contact is told in the same form as any other", async () => {
  const { get } = world({ contacts: [{ ...uploaded, createdAt: "2020-01-01T00:00:00.000Z" }] });
  const { status, body } = await get("/v1/contacts/uploaded");
  assert.equal(status, 200);
  assert.equal(body.data.createdAt, "2020-01-01T00:00:00.000Z");
});

for (const [what, contacts] of /** @type {[string, any][]} */ ([
  ["is not in a list", { data: [ada] }],
  ["is null", [null]],
  ["has no fields", [{ id: "x" }]],
  ["has a name that is no text", [{ defaultFields: { firstName: 7 } }]],
  ["has no first name", [{ defaultFields: {} }]],
  ["has a date that is none", [{ ...ada, createdAt: "yesterday" }]],
  ["has an unknown custom key", [{ ...ada, customFields: [{ key: "nobody", value: 1 }] }]],
  ["has an id that is taken", [ada, ada]],
  ["has a pair that is taken", [uploaded, { ...uploaded, id: "other" }]],
])) {
  test(`no stand-in starts with a contact that ${what}`, () => {
    assert.throws(() => createStandIn({ definitions, contacts }), RangeError);
  });
}
