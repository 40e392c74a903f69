// What the edge worker makes of a form: a contact in Quo, or every reason against one, in the form's own paths.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { edge, KEY, ORIGIN, until } from "../support/edge.mjs";
import { wrangler } from "../support/worker.mjs";

const worker = await edge();
const { post, standIn, contacts } = worker;
after(() => worker.close());
beforeEach(() => standIn.reset());

const ada = { firstName: "Ada", phone: "(415) 555-2671", Score: "7" };
const kept = () => worker.miniflare.getKVNamespace("DEFINITIONS", wrangler.name);

test("a form in JSON becomes a contact", async () => {
  const answer = await post(ada);
  assert.equal(answer.status, 201);
  const { id } = await answer.json();
  const [contact, ...others] = contacts();
  assert.deepEqual([contact.id, others], [id, []]);
  assert.equal(contact.source, "web-form");
  assert.equal(contact.defaultFields.phoneNumbers[0].value, "+14155552671");
  assert.equal(contact.customFields[0].value, 7);
});

test("and so does a form without a script", async () => {
  const body = "firstName=Grace&mobilePhone=%28415%29+555-2672&tier=a&tier=b";
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" };
  assert.equal((await post(body, { headers })).status, 201);
  const [{ defaultFields, customFields }] = contacts();
  assert.equal(defaultFields.phoneNumbers[0].value, "+14155552672");
  assert.deepEqual(customFields[0].value, ["a", "b"]);
});

test("issues come back in the form's own paths, all at once", async () => {
  const answer = await post({ firstName: "", phoneNumbers: [{ value: "555-2671" }], Score: "x" });
  assert.equal(answer.status, 422);
  const { issues } = await answer.json();
  assert.deepEqual(
    issues.map(({ path, code }) => [path, code]),
    [
      [["firstName"], "required"],
      [["phoneNumbers", 0, "value"], "local_only"],
      [["Score"], "invalid_number"],
    ],
  );
  assert.equal(contacts().length, 0);
});

test("what stands against a form is said in the visitor's language", async () => {
  const said = async (accepted) => {
    const answer = await post({ firstName: "" }, { headers: { "accept-language": accepted } });
    const [{ message }] = (await answer.json()).issues;
    return message;
  };
  const [german, english] = [await said("de-AT,de;q=0.9,en;q=0.8"), await said("en")];
  assert.notEqual(german, english);
  assert.equal(await said("xx, de;q=0.5"), german);
  for (const none of ["", "*", "constructor", "tlh"]) assert.equal(await said(none), english);
});

test("what Quo says of a field comes back in the form's own path", async () => {
  const keptBefore = await (await kept()).get("definitions");
  const gone = { key: "gone", name: "Gone", type: "string" };
  const old = { at: Date.now(), definitions: [gone] };
  await (await kept()).put("definitions", JSON.stringify(old));
  const answer = await post({ firstName: "Ada", phone: "(415) 555-2671", Gone: "x" });
  assert.equal(answer.status, 422);
  const { issues } = await answer.json();
  assert.deepEqual(
    issues.map(({ path }) => path),
    [["Gone"]],
  );
  await (await kept()).put("definitions", keptBefore);
});

test("the same submission twice is one contact", async () => {
  const headers = { "idempotency-key": '"5f0c1f9e-5a0e-4d59-8f2e"' };
  const first = await post(ada, { headers });
  const second = await post({ ...ada, company: "Engines" }, { headers });
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal((await first.json()).id, (await second.json()).id);
  assert.equal(contacts()[0].externalId, "k-5f0c1f9e-5a0e-4d59-8f2e");
  assert.equal(contacts()[0].defaultFields.company, "Engines");
  // Without a key it is known by all that it says.
  for (const company of ["A", "A", "B"]) await post({ ...ada, company });
  assert.equal(contacts().length, 3);
});

test("an idempotency key that is none is refused", async () => {
  for (const key of ["short", "a".repeat(65), "with a space in the middle", '"0123456789abcdef']) {
    const answer = await post(ada, { headers: { "idempotency-key": key } });
    assert.equal(answer.status, 400, key);
    assert.equal((await answer.json()).error.code, "invalid_idempotency_key");
  }
  assert.equal(contacts().length, 0);
});

test("a page can't say whose contact it writes", async () => {
  await post({ ...ada, source: "crm", externalId: "42", createdByUserId: "USadmin" });
  const [{ source, externalId, createdByUserId }] = contacts();
  assert.equal(source, "web-form");
  assert.match(externalId, /^h-[0-9a-f]{64}$/);
  assert.notEqual(createdByUserId, "USadmin");
});

test("definitions that are old serve once more, and are fetched meanwhile", async () => {
  const old = { at: 0, definitions: [{ key: "old", name: "Old", type: "string" }] };
  const other = await edge();
  try {
    const store = await other.miniflare.getKVNamespace("DEFINITIONS", wrangler.name);
    await store.put("definitions", JSON.stringify(old));
    const answer = await other.post({ firstName: "Ada", phone: "(415) 555-2671", Score: "7" });
    assert.equal((await answer.json()).issues?.[0].code, "unknown_field");
    await until("new definitions", async () => (await store.get("definitions", "json")).at > 0);
    assert.equal((await other.post(ada)).status, 201);
    // While Quo is down, forms are judged all the same.
    await store.put(
      "definitions",
      JSON.stringify({ ...(await store.get("definitions", "json")), at: 0 }),
    );
    await other.faults({ 503: 1 });
    assert.equal((await other.post({ ...ada, Score: "x" })).status, 422);
  } finally {
    await other.close();
  }
});

test("many first submissions at once fetch the definitions once", async () => {
  const other = await edge();
  try {
    await Promise.all(Array.from({ length: 12 }, () => other.post({ ...ada, firstName: "" })));
    const asked = other.events().filter(({ event }) => event === "definitions");
    assert.equal(asked.length, 1);
    assert.equal(other.standIn.report().requests, 1);
  } finally {
    await other.close();
  }
});

test("nobody keeps, runs or frames an answer; a page of ours may read it", async () => {
  const made = await post(ada);
  const refused = await post("{", {});
  for (const { headers } of [made, refused]) {
    assert.equal(headers.get("access-control-allow-origin"), ORIGIN);
    assert.equal(headers.get("vary"), "origin");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("x-frame-options"), "DENY");
    assert.match(headers.get("content-security-policy"), /default-src 'none'/);
    assert.match(headers.get("strict-transport-security"), /max-age=\d{8}/);
    assert.equal(headers.get("content-type"), "application/json");
  }
});

test("logs are lines of JSON, and hold no personal data and no key", async () => {
  const secret = { firstName: "Zuleika", email: "zuleika@dobson.example", phone: "(415) 555-2699" };
  const headers = { "idempotency-key": "zuleika-0123456789" };
  await post(secret, { headers });
  await post({ ...secret, phone: "555-2699", Zuleikas: 1 }, { headers, path: "/contacts?zuleika" });
  await fetch(worker.at("/zuleika"));
  await worker.faults({ 503: 1 });
  await post({ ...secret, company: "Oxford" });
  await worker.faults({});
  await until("delivered", () => worker.events().some(({ event }) => event === "delivered"));
  const lines = worker.log().trim().split("\n");
  for (const line of lines) assert.equal(typeof JSON.parse(line).event, "string", line);
  assert.doesNotMatch(worker.log(), /zuleika|dobson|5552699|555-2699/i);
  assert.ok(!worker.log().includes(KEY));
});

test("what is set wrongly is named in the log, and what to is not said", async () => {
  const report = await fetch(worker.at("/healthz"));
  assert.deepEqual([report.status, await report.json()], [200, { ok: true }]);
  const wrong = [
    { QUO_KEY: "" },
    { QUO_KEY: "Bearer x" },
    { QUO_KEY: "line\nbreak" },
    { ORIGINS: "*" },
    { ORIGINS: "https://www.example.com/contact" },
    { ORIGINS: "https://www.example.com:443" },
    { TRIES: "many" },
    { QUO_URL: "nonsense" },
    { SOURCE: "csv" },
    { COUNTRY: "XX" },
    { TIME_ZONE: "Mars/Phobos" },
    { UNMAPPED: "drop" },
  ];
  for (const bindings of wrong) {
    const other = await edge({ bindings });
    try {
      const health = await fetch(other.at("/healthz"));
      assert.equal(health.status, 503);
      assert.equal((await health.json()).error.code, "misconfigured");
      assert.equal((await other.post(ada)).status, 503);
      assert.deepEqual(other.contacts(), []);
      assert.match(other.log(), new RegExp(`"message":"${Object.keys(bindings)[0]} is n`));
    } finally {
      await other.close();
    }
  }
});

test("to be known again by what is no field is set wrongly, and makes nobody twice", async () => {
  const other = await edge({ bindings: { IDENTITY: "email" } });
  try {
    const answer = await other.post(ada);
    assert.deepEqual([answer.status, (await answer.json()).error.code], [503, "misconfigured"]);
    assert.deepEqual(other.contacts(), []);
    assert.match(other.log(), /"message":"IDENTITY is not/);
  } finally {
    await other.close();
  }
});

test("what a page sends besides may be left out", async () => {
  const other = await edge({ bindings: { UNMAPPED: "ignore" } });
  try {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    assert.equal((await worker.post("firstName=Ada&submit=Send", { headers })).status, 422);
    assert.equal((await other.post("firstName=Ada&submit=Send", { headers })).status, 201);
  } finally {
    await other.close();
  }
});

test("a contact is known again by the fields that are chosen", async () => {
  const other = await edge({ bindings: { IDENTITY: "emails" } });
  try {
    const grace = { firstName: "Grace", email: "Grace@Example.com", phone: "(415) 555-2672" };
    await other.post(grace, { headers: { "idempotency-key": "0123456789abcdef" } });
    await other.post({ ...grace, email: "grace@example.com", role: "Admiral" });
    await other.post({ ...grace, email: undefined });
    const made = other
      .contacts()
      .map(({ externalId, defaultFields: { role } }) => [externalId.slice(0, 2), role]);
    assert.deepEqual(made, [
      ["i-", "Admiral"],
      ["h-", null],
    ]);
  } finally {
    await other.close();
  }
});
