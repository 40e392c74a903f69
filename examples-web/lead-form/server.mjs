#!/usr/bin/env node
/**
 * Serves the form, and makes the contacts: in a local stand-in of Quo, or in Quo itself.
 *
 *     node server.mjs [--port 0] [--entry wasm|js]
 *     QUO_KEY=… node server.mjs --quo https://api.quo.com
 */
import { parseArgs } from "node:util";
import { builtPackage } from "../demo/built-package.mjs";
import { createStandIn } from "../quo-stand-in/stand-in.mjs";
import { serveForm, settings } from "./server/app.mjs";

const { values: flags } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    entry: { type: "string", default: "wasm" },
    quo: { type: "string" },
  },
});
const standIn = flags.quo ? undefined : createStandIn({ definitions: settings.definitions });
const baseUrl = flags.quo ?? (await standIn?.listen())?.url;
// The key stays here: no page ever needs it.
const key = process.env.QUO_KEY ?? (standIn && "any-key-will-do-here");
if (!key) throw new Error("QUO_KEY is not set");

// A copy of this would import "quo-contacts".
const built = builtPackage(new URL("../../pkg/", import.meta.url));
const client = built.module.createClient({
  baseUrl,
  // A person waits for the answer.
  deadline: 8_000,
  timeout: 8_000,
  fetch: (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: key } }),
});
const { url, close } = await serveForm({
  built,
  client,
  entry: flags.entry,
  port: Number(flags.port),
});
console.log(`The form: ${url}`);
if (standIn) console.log(`What arrived: ${baseUrl}/__stand-in/contacts`);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => Promise.all([close(), standIn?.close()]));
}
