import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { stateFile } from "../store/state-file.mjs";
import { world } from "../testing/described.mjs";

const contact = {
  defaultFields: { firstName: "Ada" },
  customFields: [{ key: "score", value: 7 }],
  externalId: "7",
};

/** @param {import("node:test").TestContext} t */
function place(t) {
  const directory = mkdtempSync(join(tmpdir(), "quo-stand-in-"));
  t.after(() => rmSync(directory, { recursive: true }));
  return { directory, path: join(directory, "state.json") };
}

test("what was acknowledged is there after a restart, and so is what was lost", async (t) => {
  const { path } = place(t);
  const options = { storage: stateFile(path), keyDelay: 100 };
  const first = world(options);
  await first.get("/v1/contacts?maxResults=1");
  first.wait(100);
  const made = await first.post(contact);
  const gone = (await first.post({ ...contact, externalId: "8" })).body.data.id;
  const changed = (await first.post({ ...contact, externalId: "9" })).body.data.id;
  await first.remove(gone);
  await first.patch(changed, { defaultFields: { firstName: "Eve" } });

  let ids = 0;
  const second = world({ ...options, newId: () => `new${++ids}` });
  second.wait(100);
  const { id } = made.body.data;
  assert.deepEqual(
    (await second.get(`/v1/contacts/${id}`)).body,
    made.body,
    "the key is known, too",
  );
  assert.deepEqual(await second.listed(), ["Ada", "Eve"]);
  assert.equal((await second.get(`/v1/contacts/${gone}`)).status, 404);
  assert.equal((await second.post(contact)).status, 409);
  assert.equal((await second.post({ ...contact, externalId: "8" })).status, 500);
  await second.post({ ...contact, externalId: "10" });
  assert.deepEqual(await second.listed(), ["Ada", "Eve", "Ada"], "places go on where they ended");
});

test("a key that was seen once is not new after a restart", async (t) => {
  const options = { storage: stateFile(place(t).path), keyDelay: 100 };
  const first = world(options);
  assert.equal((await first.get("/v1/contact-custom-fields")).status, 401);
  const second = world(options);
  second.wait(100);
  assert.equal((await second.get("/v1/contact-custom-fields")).status, 200);
});

test("contacts for the start are for the first start", async (t) => {
  const { path } = place(t);
  const options = {
    storage: stateFile(path),
    contacts: [{ id: "seed", ...contact, native: true }],
  };
  const first = world(options);
  assert.deepEqual(await first.listed(), ["Ada"]);
  const second = world({
    ...options,
    contacts: [...options.contacts, { ...contact, externalId: "8" }],
  });
  assert.deepEqual(await second.listed(), ["Ada"]);
  assert.equal((await second.remove("seed")).status, 403, "whose it is was kept");
});

test("the file is whole at any time, alone in its place, and holds no key", async (t) => {
  const { directory, path } = place(t);
  const { call } = world({ storage: stateFile(path), keyDelay: 1 });
  await call("GET", "/v1/contact-custom-fields", { key: "a-real-key" });
  assert.deepEqual(readdirSync(directory), ["state.json"]);
  const text = readFileSync(path, "utf8");
  assert.equal(JSON.parse(text).version, 1);
  assert.doesNotMatch(text, /a-real-key/);
});

test("a state that cannot be kept is a failure, and not an acknowledgment", async (t) => {
  t.mock.method(console, "error", () => {});
  let full = false;
  const save = () => {
    if (full) throw new Error("no space left");
  };
  const { post } = world({ storage: { load: () => undefined, save } });
  full = true;
  assert.equal((await post(contact)).status, 500);
});

for (const text of ["", "{", "null", "{}", '{"version":2}', "[]"]) {
  test(`no stand-in starts on ${JSON.stringify(text)}, and the file stays`, (t) => {
    const { path } = place(t);
    writeFileSync(path, text);
    assert.throws(() => world({ storage: stateFile(path) }), /state/);
    assert.equal(readFileSync(path, "utf8"), text);
  });
}
