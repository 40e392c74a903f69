// The same handler elsewhere: only the entry differs. Each runs as its platform runs it, beside the installed package.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/app.mjs";
import { KEY, ORIGIN, poster, quo, until } from "../support/edge.mjs";
import { copied } from "../support/worker.mjs";

const ada = { firstName: "Ada", phone: "(415) 555-2671", Score: "7" };
const settings = (url) => ({
  QUO_KEY: KEY,
  QUO_URL: url,
  ORIGINS: ORIGIN,
  PATIENCE_SECONDS: "5",
});

/** A port that is free now. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a server of the copy, and hands over what posts to it. */
async function serving(program, words, work) {
  const behind = await quo();
  const port = await freePort();
  const { directory } = copied();
  const child = spawn(program, words, {
    cwd: directory,
    env: { ...process.env, ...settings(behind.url), PORT: String(port), DENO_NO_UPDATE_CHECK: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(`${program} serves`, async () => {
      if (child.exitCode !== null) throw new Error(said);
      return fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    await work({ ...behind, post: poster(url), log: () => said });
  } finally {
    child.kill();
    await once(child, "exit");
    await behind.close();
  }
}

/** What a host without a queue does. */
async function tried({ post, faults, contacts, standIn, log }) {
  const first = await post(ada);
  assert.equal(first.status, 201);
  assert.equal((await first.json()).id, contacts()[0].id);
  assert.equal((await post(ada)).status, 200);
  assert.equal((await post({ ...ada, Score: "x" })).status, 422);
  assert.equal((await post(ada, { headers: { origin: "https://evil.example" } })).status, 403);

  const body = new Blob([JSON.stringify({ ...ada, company: "x".repeat(70_000) })]).stream();
  assert.equal((await post(undefined, { body, duplex: "half" })).status, 413);
  assert.equal((await post(ada)).status, 200);

  await faults({ 503: 1 });
  const down = await post({ ...ada, firstName: "Bob" });
  assert.equal(down.status, 503);
  assert.match(down.headers.get("retry-after"), /^\d+$/);
  await faults({});

  const posted = await Promise.all(
    Array.from({ length: 20 }, (_, index) => post({ ...ada, firstName: `Ada ${index}` })),
  );
  for (const { status } of posted) assert.ok([201, 503].includes(status), String(status));
  assert.ok(posted.some(({ status }) => status === 201));
  assert.ok(standIn.report().mostInAnySecond <= 10);
  assert.doesNotMatch(log(), /Ada|4155552671|555-2671/);
  assert.ok(!log().includes(KEY));
}

test("Node, with Hono", () => serving(process.execPath, ["entries/node.mjs"], tried));

test("Deno", () => {
  const deno = join(root, "tests/js/node_modules/deno");
  // Puts the program in its place, where that was not done when it was installed.
  execFileSync(process.execPath, [join(deno, "bin.cjs"), "--version"]);
  const words = ["run", "--no-prompt", "--allow-net", "--allow-env", "entries/deno.mjs"];
  return serving(join(deno, process.platform === "win32" ? "deno.exe" : "deno"), words, tried);
});

test("Vercel's edge", async (context) => {
  context.mock.method(console, "log", () => {});
  const behind = await quo();
  Object.assign(process.env, settings(behind.url));
  try {
    const { default: handler } = await import(copied("entries/vercel.mjs").url);
    const late = [];
    const waitUntil = (work) => late.push(work);
    const send = (url, init) => handler(new Request(url, init), { waitUntil });
    const post = poster("http://host", send);
    assert.equal((await post(ada, { path: "/api/contacts" })).status, 201);
    for (const path of ["/contacts", "/api", "/apiconstructor", "/api/contacts/"]) {
      assert.equal((await post(ada, { path })).status, 404, path);
    }
    assert.equal(behind.contacts().length, 1);
    await Promise.all(late.splice(0));

    // The platform is asked to wait for what is on its way, should the visitor leave.
    await behind.faults({}, 300);
    const answer = post({ ...ada, firstName: "Bob" }, { path: "/api/contacts" });
    await until("what is on its way", () => late.length > 0);
    await Promise.all(late);
    assert.equal(behind.contacts().length, 2);
    assert.equal((await answer).status, 201);
  } finally {
    await behind.close();
  }
});
