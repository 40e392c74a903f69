// Serves the built apps, and takes in what their forms send.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const forms = fileURLToPath(new URL("..", import.meta.url));
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };

/** Handlers of the apps that have a server, by the first part of their address. */
const handlers = new Map();
export const mount = (name, handler) => handlers.set(name, handler);

async function body(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const handler = handlers.get(pathname.split("/")[1]);
  if (handler) return handler(request, response);
  if (pathname === "/received") return response.end((await body(request)) || "nothing");
  const name = pathname.startsWith("/assets/") ? pathname : "index.html";
  response.setHeader("content-type", types[extname(name)]);
  response.end(readFileSync(join(forms, "dist/pages", name)));
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
