import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../testing/described.mjs";

/** A stand-in that holds `count` contacts, in turn from the sources `crm` and `web`. @param {number} count */
async function holding(count) {
  const made = world();
  for (let index = 0; index < count; index++) {
    const source = index % 2 === 0 ? "crm" : "web";
    const defaultFields = { firstName: `Contact ${index}` };
    const { status } = await made.post({ defaultFields, source, externalId: `e${index}` });
    assert.equal(status, 201);
  }
  return made;
}

/** @param {{ body: any }} answer */
const externalIds = ({ body }) => body.data.map((/** @type {any} */ contact) => contact.externalId);

// [spec] `GET /v1/contacts/{id}` takes Quo's id. Everything else is 404, an `externalId` too.
test("a contact comes back by its id", async () => {
  const { get, post } = world();
  const made = await post({ defaultFields: { firstName: "Ada" }, externalId: "7" });
  const { status, body } = await get(`/v1/contacts/${made.body.data.id}`);
  assert.equal(status, 200);
  assert.deepEqual(body, made.body);
});

for (const id of ["7", "nobody", "__proto__", "%20"]) {
  test(`there is no contact ${id}`, async () => {
    const { get, post } = world();
    await post({ defaultFields: { firstName: "Ada" }, externalId: "7" });
    const { status, body } = await get(`/v1/contacts/${id}`);
    assert.equal(status, 404);
    assert.equal(body.code, "0800404");
    assert.equal(body.title, "Not Found");
  });
}

// [spec] `maxResults` is required, from 1 to 50.
for (const query of [
  "",
  "?maxResults=",
  "?maxResults=0",
  "?maxResults=51",
  "?maxResults=-1",
].concat(["?maxResults=ten", "?maxResults=1.5", "?maxResults=1e1", "?MaxResults=10"])) {
  test(`a list wants \`maxResults\`: ${query || "nothing"}`, async () => {
    const { status, body } = await world().get(`/v1/contacts${query}`);
    assert.equal(status, 400);
    assert.equal(body.code, "0800400");
  });
}

test("an empty list is one empty page", async () => {
  const { status, body } = await world().get("/v1/contacts?maxResults=50");
  assert.equal(status, 200);
  assert.deepEqual(body.data, []);
  assert.equal(body.nextPageToken, null);
});

// [spec] Pages follow each other by `nextPageToken`, which is null at the end. `totalItems` is not to be relied on.
test("the pages together are the whole list, each contact once", async () => {
  const { get } = await holding(7);
  const seen = [];
  const sizes = [];
  let token = "";
  do {
    const page = await get(`/v1/contacts?maxResults=3${token && `&pageToken=${token}`}`);
    seen.push(...externalIds(page));
    sizes.push(page.body.data.length);
    token = page.body.nextPageToken;
  } while (token !== null);
  assert.deepEqual(sizes, [3, 3, 1]);
  assert.deepEqual(seen, ["e0", "e1", "e2", "e3", "e4", "e5", "e6"]);
});

// [spec] `totalItems` is not reliable: here it is the size of the page, which no client can take for the whole.
test("`totalItems` is not the number of contacts", async () => {
  const { get } = await holding(7);
  assert.equal((await get("/v1/contacts?maxResults=3")).body.totalItems, 3);
});

// [inferred] What is deleted between two pages moves nothing from one to the other.
test("a page begins after the last contact of the one before", async () => {
  const { get, remove } = await holding(5);
  const first = await get("/v1/contacts?maxResults=3");
  for (const { id } of first.body.data) await remove(id);
  const rest = await get(`/v1/contacts?maxResults=3&pageToken=${first.body.nextPageToken}`);
  assert.deepEqual(externalIds(rest), ["e3", "e4"]);
});

test("a page that is just full is the last", async () => {
  const { get } = await holding(3);
  assert.equal((await get("/v1/contacts?maxResults=3")).body.nextPageToken, null);
});

test("a page token that the list did not give is refused", async () => {
  assert.equal((await world().get("/v1/contacts?maxResults=3&pageToken=2")).status, 400);
});

// [spec] `externalIds` and `sources` are keys that are repeated; a contact has to match one of each.
for (const [query, expected] of /** @type {const} */ ([
  ["externalIds=e1", ["e1"]],
  ["externalIds=e1&externalIds=e4", ["e1", "e4"]],
  ["externalIds=e1&externalIds=nobody", ["e1"]],
  ["externalIds=nobody", []],
  ["sources=web", ["e1", "e3"]],
  ["sources=web&sources=crm", ["e0", "e1", "e2", "e3", "e4"]],
  ["sources=crm&externalIds=e1&externalIds=e2", ["e2"]],
])) {
  test(`a list by ${query}`, async () => {
    const { get } = await holding(5);
    const answer = await get(`/v1/contacts?maxResults=50&${query}`);
    assert.equal(answer.status, 200);
    assert.deepEqual(externalIds(answer), expected);
  });
}

test("a filter holds on every page", async () => {
  const { get } = await holding(8);
  const first = await get("/v1/contacts?maxResults=3&sources=web");
  const rest = await get(
    `/v1/contacts?maxResults=3&sources=web&pageToken=${first.body.nextPageToken}`,
  );
  assert.deepEqual([...externalIds(first), ...externalIds(rest)], ["e1", "e3", "e5", "e7"]);
});

// [live] Ids that are joined by commas are refused, not read as one id and not as several.
for (const query of ["externalIds=e1,e2", "externalIds=e1%2Ce2", "sources=crm,web"]) {
  test(`commas are refused: ${query}`, async () => {
    const { get } = await holding(3);
    assert.equal((await get(`/v1/contacts?maxResults=50&${query}`)).status, 400);
  });
}

// [live] At most 20 of them in one request.
test("20 ids are taken, 21 are not", async () => {
  const { get } = await holding(1);
  const ids = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => `&externalIds=e${index}`).join("");
  assert.deepEqual(externalIds(await get(`/v1/contacts?maxResults=50${ids(20)}`)), ["e0"]);
  assert.equal((await get(`/v1/contacts?maxResults=50${ids(21)}`)).status, 400);
  assert.equal((await get(`/v1/contacts?maxResults=50${ids(20)}&sources=crm`)).status, 400);
});

// [spec] An id in a query has 1 to 75 characters.
test("an id that is empty or too long is refused", async () => {
  const { get } = world();
  for (const [id, expected] of /** @type {const} */ ([
    ["", 400],
    ["x".repeat(75), 200],
    ["x".repeat(76), 400],
  ])) {
    assert.equal((await get(`/v1/contacts?maxResults=50&externalIds=${id}`)).status, expected);
  }
});

// [live] A parameter that the API does not know is ignored, and the list comes back unfiltered: a client that
// takes the first of it takes a stranger.
for (const query of [
  "externalId=e2",
  "externalIds[]=e2",
  "externalids=e2",
  "phone=%2B12125550123",
]) {
  test(`not a filter: ${query}`, async () => {
    const { get } = await holding(3);
    const answer = await get(`/v1/contacts?maxResults=50&${query}`);
    assert.equal(answer.status, 200);
    assert.deepEqual(externalIds(answer), ["e0", "e1", "e2"]);
  });
}

// [inferred] In a query `+` is a space; a plus is `%2B`.
test("a plus has to be escaped", async () => {
  const { get, post } = world();
  await post({ defaultFields: { firstName: "Ada" }, externalId: "+1" });
  assert.deepEqual(externalIds(await get("/v1/contacts?maxResults=1&externalIds=%2B1")), ["+1"]);
  assert.deepEqual(externalIds(await get("/v1/contacts?maxResults=1&externalIds=+1")), []);
});
