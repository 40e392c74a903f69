// The `workerd` entry in the runtime of Cloudflare Workers: the wasm is a module of its own there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Miniflare } from "miniflare";
import { file } from "../support/app.mjs";

const script = `
  import { contactSchema, createMapper, createClient, isReady, normalizePhone, QuoContactsError } from "./workerd.js";
  const before = isReady();
  const options = { country: "US", timeZone: "America/New_York", definitions: [{ key: "since", name: "Since", type: "date" }] };
  export default {
    async fetch(request) {
      const record = await request.json();
      const mapper = createMapper(options);
      const form = new FormData();
      for (const [key, value] of Object.entries(record)) form.append(key, value);
      const client = createClient({ fetch: async () => Response.json({ error: { message: "no", key: "Unauthorized" } }, { status: 401 }) });
      const failure = await client.definitions().catch((error) => error);
      return Response.json({
        before,
        verdict: mapper.map(record),
        form: contactSchema(options)["~standard"].validate(form),
        phone: normalizePhone("(415) 555-2671", { country: "US" }),
        failure: [failure instanceof QuoContactsError, failure.code],
        ready: isReady(),
      });
    },
  };
`;
const text = (name) => readFileSync(file(name), "utf8");
const started = (compatibilityDate) => {
  const worker = new Miniflare({
    compatibilityDate,
    modules: [
      { type: "ESModule", path: "worker.js", contents: script },
      { type: "ESModule", path: "workerd.js", contents: text("workerd.js") },
      { type: "ESModule", path: "core.js", contents: text("core.js") },
      { type: "CompiledWasm", path: "contact.wasm", contents: readFileSync(file("contact.wasm")) },
    ],
  });
  after(() => worker.dispose());
  return worker;
};

test("the condition `workerd` comes first and names this entry", () => {
  const [condition, { default: entry }] = Object.entries(
    JSON.parse(text("package.json")).exports["."],
  )[0];
  assert.deepEqual([condition, entry], ["workerd", "./workerd.js"]);
});

// Before May 2025, Workers told nobody what was collected, and had nothing to ask it with.
for (const date of ["2025-12-01", "2023-03-01"])
  test(`a worker of ${date} maps a record`, async () => {
    const record = { firstName: "Ada", phone: "(415) 555-2671", since: "2024-09-11" };
    const response = await started(date).dispatchFetch("http://localhost/", {
      method: "POST",
      body: JSON.stringify(record),
    });
    const answer = await response.json();
    assert.equal(answer.before, false, "importing starts nothing");
    assert.equal(answer.ready, true);
    assert.equal(answer.verdict.value.defaultFields.firstName, "Ada");
    assert.equal(answer.verdict.value.defaultFields.phoneNumbers[0].value, "+14155552671");
    assert.equal(answer.verdict.value.customFields[0].value, "2024-09-11T04:00:00.000Z");
    assert.deepEqual(answer.form, answer.verdict);
    assert.equal(answer.phone.value.e164, "+14155552671");
    assert.deepEqual(answer.failure, [true, "api_error"]);
  });
