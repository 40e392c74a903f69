/** Deno and Deno Deploy: `deno run --allow-net --allow-env entries/deno.mjs`. */
import { handle } from "../src/handler.mjs";
import { processHost } from "../src/process-host.mjs";

const hosted = processHost(Deno.env.toObject());
const port = Number(Deno.env.get("PORT") ?? 8787);

Deno.serve({ port }, (request) => handle(request, hosted));
