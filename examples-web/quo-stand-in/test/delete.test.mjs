import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../testing/described.mjs";

const contact = { defaultFields: { firstName: "Ada" }, source: "crm", externalId: "7" };

// [spec] DELETE is 204 with no body. Afterwards the contact is 404, and so is a second DELETE.
test("[spec] a contact is deleted once", async () => {
  const { post, get, patch, remove, listed } = world();
  const { id } = (await post(contact)).body.data;
  const { status, body, type } = await remove(id);
  assert.deepEqual([status, body, type], [204, "", ""]);
  for (const answer of [
    await remove(id),
    await get(`/v1/contacts/${id}`),
    await patch(id, contact),
  ]) {
    assert.deepEqual([answer.status, answer.body.code], [404, "0800404"]);
  }
  assert.deepEqual(await listed(), []);
});

test("[spec] DELETE takes Quo's id, and no other", async () => {
  const { post, remove, listed } = world();
  await post(contact);
  assert.equal((await remove("7")).status, 404);
  assert.deepEqual(await listed(), ["Ada"]);
});

// [live] Making the pair of `source` and `externalId` of a deleted contact again is 500.
test("[live] the pair of a deleted contact is 500, every time, and makes nothing", async () => {
  const { post, remove, standIn } = world();
  await remove((await post(contact)).body.data.id);
  for (let time = 0; time < 2; time++) {
    const { status, body } = await post(contact);
    assert.deepEqual([status, body.code], [500, "0801500"]);
  }
  assert.deepEqual(standIn.contacts.all(), []);
  assert.equal((await post({ ...contact, externalId: "8" })).status, 201);
  assert.equal((await post({ ...contact, source: "web" })).status, 201);
});

// [inferred] The pair is as unusable for an update.
test("[inferred] an update to the pair of a deleted contact is 500", async () => {
  const { post, patch, remove } = world();
  await remove((await post(contact)).body.data.id);
  const { id } = (await post({ ...contact, externalId: "8" })).body.data;
  assert.equal((await patch(id, contact)).status, 500);
});

test("[inferred] without an external id there is no pair to lose", async () => {
  const { post, remove } = world();
  const { externalId: _, ...unnamed } = contact;
  await remove((await post(unnamed)).body.data.id);
  assert.equal((await post(unnamed)).status, 201);
});
