/** Node and Bun, with Hono: `node entries/node.mjs`, `bun entries/node.mjs`. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { handle } from "../src/handler.mjs";
import { processHost } from "../src/process-host.mjs";

const hosted = processHost(process.env);
const port = Number(process.env.PORT ?? 8787);

const app = new Hono();
app.all("*", (context) => handle(context.req.raw, hosted));

// Bun serves what is exported.
if (!process.versions.bun) serve({ fetch: app.fetch, port });

export default { fetch: app.fetch, port };
