#!/usr/bin/env node
/**
 * Starts the stand-in on this machine: `node server.mjs [--port 3210] [--definitions file.json]`.
 * It prints its address as one line, and stops on the usual signals.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createStandIn } from "./stand-in.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    definitions: { type: "string" },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  throw new RangeError("`--port` takes a number from 0 to 65535; 0 is any free one");
}

const file = values.definitions ?? new URL("../data/definitions.json", import.meta.url);
const definitions = JSON.parse(await readFile(file, "utf8"));
const standIn = createStandIn({ definitions });
const { url } = await standIn.listen({ port });
console.log(url);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => standIn.close());
}
