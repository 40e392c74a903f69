// Every way in which an entry can bring its engine gives the same answers.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { directory, file, load, requireFrom } from "../support/app.mjs";

const installed = (name) => import(pathToFileURL(file(name)));

// `cases.test.mjs` has every row of the cases said by each engine as JavaScript, too.
test("what is required as JavaScript is what is imported", async () => {
  const record = { firstName: "Ada", phone: "(415) 555-267" };
  for (const [entry, name] of [
    ["js", "script.mjs"],
    ["form/js", "form-script.mjs"],
  ]) {
    const [required, imported] = [requireFrom(`quo-contacts/${entry}`), await load(name)];
    const { issues } = required.contactSchema({ country: "US" }).safeParse(record);
    assert.deepEqual(issues, imported.contactSchema({ country: "US" }).safeParse(record).issues);
    assert.equal(issues[0].code, "phone_too_short");
  }
  for (const entry of ["phone/js", "phone/format/js"])
    assert.equal(
      requireFrom(`quo-contacts/${entry}`).normalizePhone("+14155552671").value.e164,
      "+14155552671",
    );
});

test("the whole as JavaScript talks to Quo", async () => {
  const { createClient } = await load("script.mjs");
  const data = [{ key: "tier", name: "Tier", type: "string" }];
  const answers = [Response.json({ data }), Response.json({ message: "No" }, { status: 401 })];
  const asked = [];
  const client = createClient({
    fetch: async (url, { method, body }) => {
      asked.push([method, url, body]);
      return answers.shift();
    },
  });
  assert.deepEqual(await client.definitions(), data);
  const payload = { defaultFields: { firstName: "Ada" } };
  await assert.rejects(client.create(payload), { code: "api_error" });
  assert.deepEqual(asked, [
    ["GET", "https://api.quo.com/v1/contact-custom-fields", undefined],
    ["POST", "https://api.quo.com/v1/contacts", JSON.stringify(payload)],
  ]);
});

// In a process of its own: Node's `fetch` wants WebAssembly.
test("an engine that is JavaScript works where there is no WebAssembly", () => {
  for (const entry of ["js", "form/js"]) {
    const script = `delete globalThis.WebAssembly;
const { contactSchema } = require("quo-contacts/${entry}");
console.log(contactSchema().safeParse({ firstName: "Ada" }).success);`;
    const said = execFileSync(process.execPath, ["-e", script], { cwd: directory });
    assert.equal(said.toString(), "true\n");
  }
});

test("the engine beside its entry is read by `init`, and missed without it", async () => {
  const url = await installed("url.js");
  assert.throws(() => url.normalizePhone("1"), { code: "not_initialized" });
  await url.init();
  assert.equal(url.normalizePhone("+14155552671").value.e164, "+14155552671");
});

test("an engine that is not beside its entry is an error that says so", async () => {
  const alone = mkdtempSync(join(tmpdir(), "quo-contacts-"));
  try {
    writeFileSync(join(alone, "package.json"), '{"type":"module"}');
    for (const name of ["url.js", "core.js"]) copyFileSync(file(name), join(alone, name));
    const { init } = await import(pathToFileURL(join(alone, "url.js")));
    const [first, second] = await Promise.allSettled([init(), init()]);
    assert.equal(first.reason.code, "invalid_source");
    assert.equal(second.reason.code, "invalid_source");
  } finally {
    rmSync(alone, { recursive: true });
  }
});

test("no text of the entry for edge runtimes compiles bytes by name", () => {
  for (const name of [
    "edge.js",
    "core.js",
    "form-edge.js",
    "phone-edge.js",
    "phone-format-edge.js",
  ])
    assert.doesNotMatch(
      readFileSync(file(name), "utf8"),
      /WebAssembly\.(compile|instantiate)\(|eval\(|new Function/,
    );
});
