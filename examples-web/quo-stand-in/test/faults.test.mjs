import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND_NAMES } from "../front/faults.mjs";
import { createStandIn } from "../stand-in.mjs";
import { definitions, world } from "../testing/described.mjs";

const contact = { defaultFields: { firstName: "Ada" } };
const POST = /** @type {const} */ (["POST", "/v1/contacts"]);

/** What a client sees of each fault, and whether the contact is made. @type {[string, number | "dropped", RegExp, boolean][]} */
const KINDS = [
  ["drop-before", "dropped", /^/, false],
  ["drop-after", "dropped", /^/, true],
  ["429", 429, /^\{"error":\{/, false],
  ["500", 500, /"code":"0801500"/, false],
  ["500-after", 500, /"code":"0801500"/, true],
  ["502", 502, /<html>/, false],
  ["502-after", 502, /<html>/, true],
  ["503", 503, /^$/, false],
  ["503-after", 503, /^$/, true],
  ["504", 504, /<html>/, false],
  ["504-after", 504, /<html>/, true],
  ["html", 403, /<html>/, false],
];

test("the table names every fault", () => {
  assert.deepEqual(KINDS.map(([kind]) => kind).sort(), [...KIND_NAMES].sort());
});

/** @param {ReturnType<typeof world>} made @param {string} [fault] */
async function ask({ call }, fault) {
  try {
    const { status, body } = await call(...POST, { body: contact, ...(fault && { fault }) });
    return { status, text: typeof body === "string" ? body : JSON.stringify(body) };
  } catch (error) {
    assert.ok(error instanceof TypeError, "as `fetch` does");
    return { status: /** @type {const} */ ("dropped"), text: "" };
  }
}

for (const [kind, status, text, carriedOut] of KINDS) {
  test(`${kind}: ${status}, and the contact is ${carriedOut ? "made" : "not made"}`, async () => {
    const made = world();
    const answer = await ask(made, kind);
    assert.equal(answer.status, status);
    assert.match(answer.text, text);
    assert.equal(made.standIn.contacts.all().length, carriedOut ? 1 : 0);
    assert.deepEqual(made.standIn.report().faults, { [kind]: 1 });
    assert.equal((await ask(made)).status, 201, "the next request is none the worse");
  });
}

test("a fault of the definitions has their code", async () => {
  const { call } = world();
  const { body } = await call("GET", "/v1/contact-custom-fields", { fault: "500" });
  assert.equal(body.code, "0701500");
});

test("latency is waited for, one half before the work and one half after it", async () => {
  /** @type {[number, number][]} */
  const slept = [];
  const made = world({
    sleep: async (milliseconds) => {
      slept.push([milliseconds, made.standIn.contacts.all().length]);
    },
  });
  assert.equal((await ask(made, "latency=301")).status, 201);
  assert.deepEqual(slept, [
    [150, 0],
    [151, 1],
  ]);
  await ask(made);
  assert.equal(slept.length, 2);
});

test("latency goes with another fault", async () => {
  const made = world();
  const before = made.now();
  assert.equal((await ask(made, "503-after, latency=40")).status, 503);
  assert.equal(made.now() - before, 40);
  assert.equal(made.standIn.contacts.all().length, 1);
});

test("an answer says when to come back only where the fault asks for it", async () => {
  const { call } = world();
  const said = async (/** @type {string} */ fault) =>
    (await call(...POST, { body: contact, fault })).headers.get("retry-after");
  assert.equal(await said("429, retry-after=2"), "2");
  assert.equal(await said("503, retry-after=0"), "0");
  assert.equal(await said("429"), null);
});

for (const word of ["", "drop", "600", "latency", "latency=-1", "drop-after, 500", "__proto__"]) {
  test(`the header is refused: ${JSON.stringify(word)}`, async () => {
    const { call, standIn } = world();
    const { status, body } = await call(...POST, { body: contact, fault: word });
    assert.equal(status, 400);
    assert.deepEqual(Object.keys(body), ["problem"], "no answer of Quo looks like it");
    assert.deepEqual(standIn.contacts.all(), []);
  });
}

/** The outcomes of so many requests. @param {import("../types.d.ts").FaultPlan} faults @param {number} count */
async function outcomes(faults, count) {
  const made = world({ faults });
  const seen = [];
  for (let n = 0; n < count; n++) {
    const before = made.now();
    const { status } = await ask(made);
    seen.push(`${status} ${made.now() - before}`);
  }
  return { seen, made };
}

test("a seed brings the same faults in every run, and another seed others", async () => {
  const plan = { latency: /** @type {[number, number]} */ ([50, 300]), rates: { any: 0.5 } };
  const { seen } = await outcomes({ ...plan, seed: 7 }, 200);
  assert.deepEqual((await outcomes({ ...plan, seed: 7 }, 200)).seen, seen);
  assert.notDeepEqual((await outcomes({ ...plan, seed: 8 }, 200)).seen, seen);
});

const COUNT = 2000;

test("faults come as often as they are asked for, and latency stays within its ends", async () => {
  const { seen, made } = await outcomes(
    { latency: [50, 300], rates: { any: 0.36, 503: 0.1 } },
    COUNT,
  );
  const { faults } = made.standIn.report();
  assert.deepEqual(Object.keys(faults).sort(), [...KIND_NAMES].sort());
  for (const [kind, count] of Object.entries(faults)) {
    const rate = kind === "503" ? 0.13 : 0.03;
    assert.ok(Math.abs(count / COUNT - rate) < 0.015, `${kind}: ${count}`);
  }
  const waits = seen.map((text) => Number(text.split(" ")[1]));
  assert.deepEqual([Math.min(...waits), Math.max(...waits)], [50, 300]);
});

test("what the header asks for goes before the plan, nothing too", async () => {
  const made = world({ faults: { latency: 100, rates: { 500: 1 } } });
  const before = made.now();
  assert.equal((await ask(made, "none")).status, 201);
  assert.equal(made.now(), before);
  assert.equal((await ask(made, "502")).status, 502);
  assert.equal((await ask(made)).status, 500);
});

test("a request that the limit or the key stops meets no fault", async () => {
  const { call, standIn } = world({ perSecond: 1, faults: { rates: { 503: 1 } } });
  assert.equal((await call(...POST, { key: null })).status, 401);
  assert.equal((await call(...POST, { body: contact })).status, 503);
  assert.equal((await call(...POST, { body: contact })).status, 429);
  assert.deepEqual(standIn.report().tooManyRequests, { limit: 1, fault: 0 });
});

for (const faults of /** @type {any[]} */ ([
  null,
  [],
  { rate: {} },
  { rates: { 700: 0.1 } },
  { rates: { 500: 1.1 } },
  { rates: { 500: -0.1 } },
  { rates: { 500: "0.1" } },
  { rates: { any: 0.6, 500: 0.5 } },
  { rates: [] },
  { latency: -1 },
  { latency: [2, 1] },
  { latency: 2 ** 31 },
  { seed: 1.5 },
])) {
  test(`no stand-in starts with the faults ${JSON.stringify(faults)}`, () => {
    assert.throws(() => createStandIn({ definitions, faults }), RangeError);
  });
}

test("probabilities may be 1 together", () => {
  const rates = { 500: 0.7, 502: 0.2, 503: 0.1 };
  createStandIn({ definitions, faults: { rates } });
});
