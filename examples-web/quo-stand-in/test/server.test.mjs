import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createStandIn } from "../stand-in.mjs";

const server = fileURLToPath(new URL("../server.mjs", import.meta.url));

test("the server prints its address as one line, answers there, and stops when told to", async () => {
  const child = spawn(process.execPath, [server], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = [];
  const reader = createInterface(child.stdout);
  reader.on("line", (line) => lines.push(line));
  const [address] = await once(reader, "line");
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);

  const response = await fetch(`${address}/v1/contact-custom-fields`, {
    headers: { authorization: "any-key" },
  });
  assert.equal(response.status, 200);
  assert.ok((await response.json()).data.length >= 10, "the sample definitions are there");

  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
  assert.equal(lines.length, 1);
});

for (const flags of [
  ["--port=70000"],
  ["--port=-1"],
  ["--port=http"],
  ["--per-second=0"],
  ["--list-lag=3000-1000"],
  ["--latency=fast"],
  ["--fault=500"],
  ["--fault=700=0.1"],
  ["--fault=500=2"],
  ["--fault=500=0.1", "--fault=500=0.2"],
  ["--seed=x"],
  ["--state=test"],
  ["--contacts=package.json"],
  ["--nothing"],
  ["more"],
]) {
  test(`it does not start with ${flags.join(" ")}`, async () => {
    const cwd = fileURLToPath(new URL("..", import.meta.url));
    const child = spawn(process.execPath, [server, ...flags], { stdio: "ignore", cwd });
    const [code] = await once(child, "exit");
    assert.equal(code, 1);
  });
}

/** @param {string[]} flags */
async function started(...flags) {
  const child = spawn(process.execPath, [server, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [address] = await once(createInterface(child.stdout), "line");
  const stop = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    await once(child, "exit");
  };
  return { address, stop };
}
const headers = { authorization: "any-key" };

test("its state survives being killed", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "quo-stand-in-"));
  t.after(() => rmSync(directory, { recursive: true }));
  const flag = `--state=${join(directory, "state.json")}`;
  const first = await started(flag);
  const made = await fetch(`${first.address}/v1/contacts`, {
    method: "POST",
    body: '{"defaultFields":{"firstName":"Ada"}}',
    headers,
  });
  const { data } = await made.json();
  await first.stop("SIGKILL");
  const second = await started(flag);
  const read = await fetch(`${second.address}/v1/contacts/${data.id}`, { headers });
  assert.deepEqual((await read.json()).data, data);
  await second.stop("SIGTERM");
});

test("every flag reaches its part", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "quo-stand-in-"));
  t.after(() => rmSync(directory, { recursive: true }));
  const definitions = join(directory, "definitions.json");
  writeFileSync(definitions, '[{"name":"Score","key":"score","type":"number"}]');
  const contacts = join(directory, "contacts.json");
  writeFileSync(contacts, '[{"id":"seed","defaultFields":{"firstName":"Ada"}}]');
  const { address, stop } = await started(
    ...["--definitions", definitions, "--contacts", contacts, "--per-second", "3", "--sliding"],
    ...["--latency", "1-2", "--fault", "any=0.12", "--fault", "503=0.5", "--seed", "7"],
    ...["--list-lag", "1000-3000", "--key-delay", "60000", "--vanish-after", "0"],
  );
  const plan = await (await fetch(`${address}/__stand-in/faults`)).json();
  assert.deepEqual([plan.seed, plan.latency], [7, [1, 2]]);
  assert.deepEqual([plan.rates["503"], plan.rates.html], [0.51, 0.01]);
  const { contacts: count } = await (await fetch(`${address}/__stand-in/report`)).json();
  assert.equal(count, 0, "Ada had no phone");
  const answer = await fetch(`${address}/v1/contact-custom-fields`, { headers });
  assert.equal(answer.status, 401, "the key is new");
  assert.equal(answer.headers.get("ratelimit-policy"), '"per-second"; q=3; w=1');
  await stop("SIGTERM");
});

test("--help says every flag", async () => {
  const child = spawn(process.execPath, [server, "--help"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = [];
  for await (const line of createInterface(child.stdout)) lines.push(line);
  const source = readFileSync(server, "utf8");
  const flags = [...source.matchAll(/^ {4}"?([a-z-]+)"?: \{ type:/gm)].map(
    ([, flag]) => flag ?? "",
  );
  assert.equal(flags.length, 13);
  for (const flag of flags.filter((name) => name !== "help")) {
    assert.ok(
      lines.some((line) => line.startsWith(`  --${flag} `)),
      flag,
    );
  }
});

test("it needs Node, and no package", () => {
  const root = new URL("..", import.meta.url);
  const files = ["", "front/", "routes/", "store/"].flatMap((directory) =>
    readdirSync(new URL(directory, root))
      .filter((name) => name.endsWith(".mjs"))
      .map((name) => directory + name),
  );
  assert.ok(files.length >= 18);
  for (const file of files) {
    const source = readFileSync(new URL(file, root), "utf8");
    for (const [, from = ""] of source.matchAll(
      /^(?:import|export [^=]*from|\} from) .*?"([^"]+)";$/gm,
    )) {
      assert.match(from, /^(node:|\.\.?\/)/, file);
    }
    assert.doesNotMatch(source, /\brequire\(|\bimport\((?!")/, file);
  }
});

test("a port in use is an error, and the one that has it goes on", async () => {
  const first = createStandIn({ definitions: [] });
  const { url, port } = await first.listen();
  await assert.rejects(createStandIn({ definitions: [] }).listen({ port }), { code: "EADDRINUSE" });
  assert.equal((await fetch(`${url}/v1/contact-custom-fields`)).status, 401);
  await first.close();
  await assert.rejects(fetch(url));
});

test("definitions may be given as the API's answer", async () => {
  const definitions = [{ name: "Score", key: "score", type: /** @type {const} */ ("number") }];
  const { request } = createStandIn({ definitions: { data: definitions } });
  const headers = { authorization: "any-key" };
  const answer = await request("/v1/contact-custom-fields", { headers });
  assert.deepEqual(await answer.json(), { data: definitions });
});
