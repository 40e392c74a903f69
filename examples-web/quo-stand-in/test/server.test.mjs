import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
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

test("a port that is none is refused", async () => {
  for (const port of ["70000", "-1", "http"]) {
    const child = spawn(process.execPath, [server, `--port=${port}`], { stdio: "ignore" });
    const [code] = await once(child, "exit");
    assert.notEqual(code, 0);
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
