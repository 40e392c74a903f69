// The apps that have a server of their own, each as it was built for production.
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { forms, mount } from "./server.mjs";

const built = (path) => import(join(forms, "dist", path));

async function sveltekit() {
  const { Server } = await built("sveltekit/output/server/index.js");
  const { manifest } = await built("sveltekit/output/server/manifest.js");
  const server = new Server(manifest);
  await server.init({ env: {} });
  const getClientAddress = () => "127.0.0.1";
  const handler = getRequestListener((request) => server.respond(request, { getClientAddress }));
  mount("superforms", handler, "sveltekit/output/client");
}

async function serverAction() {
  const { default: handler } = await built("action/rsc/index.js");
  mount("action", getRequestListener(handler), "action/client");
}

async function hono() {
  const { handler } = await built("hono/hono.js");
  mount("hono", handler);
}

/** Puts them all behind the one server. */
export const mountAll = () => Promise.all([sveltekit(), serverAction(), hono()]);
