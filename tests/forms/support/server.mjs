// Serves the built apps, and takes in what their forms send.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const forms = fileURLToPath(new URL("..", import.meta.url));
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };

/** The apps that have a server, by the first part of their address, with the folder of their scripts. */
const apps = new Map();
export const mount = (name, handler, folder) => apps.set(name, { handler, folder });

async function body(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

async function send(response, path) {
  const text = await readFile(join(forms, "dist", path));
  response.setHeader("content-type", types[extname(path)]);
  response.end(text);
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const [, name, ...rest] = pathname.split("/");
  const { handler, folder } = apps.get(name) ?? {};
  if (folder && /^(_app|assets)$/.test(rest[0])) return send(response, join(folder, ...rest));
  if (handler) return handler(request, response);
  if (pathname === "/received") return response.end((await body(request)) || "nothing");
  return send(response, join("pages", name === "assets" ? pathname : "index.html"));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
});

/** Starts the server; the answer is its origin. */
export async function listen() {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${server.address().port}`;
}

export function close() {
  server.closeAllConnections();
  server.close();
}
