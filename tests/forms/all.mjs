// All tests in one process, so that each browser and the server start once.
import { readdirSync } from "node:fs";
import { after, before } from "node:test";
import { start, stop } from "./support/browsers.mjs";
import { run } from "./support/library.mjs";
import { close, forms, listen } from "./support/server.mjs";
import { closeAll, mountAll } from "./support/servers.mjs";

const files = readdirSync(forms).filter((name) => name.endsWith(".test.mjs"));
for (const file of files) await import(`./${file}`);

let origin;
before(async () => {
  origin = await listen();
  await mountAll(origin);
  await start();
});
after(async () => {
  await stop();
  await closeAll();
  close();
});
run(() => origin);
