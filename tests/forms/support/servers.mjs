// The apps that have a server of their own, each as it was built for production.
import { join } from "node:path";
import { forms, mount } from "./server.mjs";

const closing = [];

async function sveltekit(origin) {
  // SvelteKit takes forms from its own origin only.
  process.env.ORIGIN = origin;
  const { handler } = await import(join(forms, "dist/sveltekit/handler.js"));
  mount("superforms", handler);
}

async function hono() {
  const { handler } = await import(join(forms, "dist/hono/hono.js"));
  mount("hono", handler);
}

async function nextjs() {
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: join(forms, "next"), quiet: true });
  await app.prepare();
  mount("next", app.getRequestHandler());
  closing.push(() => app.close());
}

/** Starts them all behind the one server. */
export async function mountAll(origin) {
  await sveltekit(origin);
  await hono();
  await nextjs();
}

export const closeAll = () => Promise.all(closing.map((close) => close()));
