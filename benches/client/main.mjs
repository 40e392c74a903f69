// How many requests a second a client sends through a stand-in of Quo that takes 300 ms for each, and whether any
// of them was one too many.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createClient } from "../../pkg/index.js";

const COUNT = 300;
const CALLERS = 6;

const program = fileURLToPath(
  new URL("../../examples-web/quo-stand-in/server.mjs", import.meta.url),
);
const server = spawn(process.execPath, [program, "--latency", "300", "--sliding"]);
const [url] = await once(createInterface(server.stdout), "line");
const ended = [];
const client = createClient({
  baseUrl: url,
  fetch: (url, init) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: "any-key" } }),
});
const caller = async () => {
  for (let left = COUNT / CALLERS; left > 0; left--) {
    await client.definitions();
    ended.push(performance.now());
  }
};
await Promise.all(Array.from({ length: CALLERS }, caller));
// The first ten go at once, the last few find fewer callers.
const [from, to] = [10, COUNT - CALLERS];
const rate = ((to - from) * 1000) / (ended[to] - ended[from]);
const report = await (await fetch(`${url}/__stand-in/report`)).json();
console.log(`${rate.toFixed(2)} requests a second from ${CALLERS} callers at 300 ms each`);
console.log(
  `${report.mostInAnySecond} in any second at most, ${report.tooManyRequests.limit} refused for the limit`,
);
server.kill();
