import assert from "node:assert/strict";
import { bad, codes, good, messages, payload, sorted } from "./support/form.mjs";
import { library, onServer } from "./support/library.mjs";

library({
  name: "Hono's `sValidator`",
  packages: ["@hono/standard-validator"],
  code: true,
  value: "`context.req.valid(…)`",
});

const ids = (path) => (path[0] === "phoneNumbers" ? "phone" : path[0]);
const json = ({ phone, ...rest }) => ({
  body: JSON.stringify({ ...rest, phoneNumbers: [{ value: phone }], newsletter: false }),
  headers: { "content-type": "application/json" },
});
const form = (values) => ({ body: new URLSearchParams({ ...values, newsletter: "no" }) });

for (const [name, request] of Object.entries({ json, form })) {
  onServer(`Hono, ${name}`, async (post) => {
    const refused = await post(`/hono/${name}`, request(bad));
    assert.equal(refused.status, 400);
    const { error } = await refused.json();
    const said = (key) => Object.fromEntries(error.map((issue) => [ids(issue.path), issue[key]]));
    assert.deepEqual(said("message"), messages);
    assert.deepEqual(said("code"), codes);
    const taken = await post(`/hono/${name}`, request(good));
    assert.equal(taken.status, 200);
    assert.deepEqual(sorted(await taken.json()), payload);
  });
}

onServer("Hono refuses good data with `issues: []`", async (post) => {
  const { status } = await post("/hono/emptyIssues/json", json(good));
  assert.equal(status, 400);
});

onServer("Hono answers 500 where bad data throws", async (post) => {
  const { status } = await post("/hono/exception/json", json(bad));
  assert.equal(status, 500);
});
