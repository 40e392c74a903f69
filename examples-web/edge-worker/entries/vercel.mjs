/** Vercel's edge: `api/contacts.mjs` and `api/healthz.mjs` export this default, and a `config` of their own. */
import { handle } from "../src/handler.mjs";
import { processHost } from "../src/process-host.mjs";

const hosted = processHost(process.env);

/** @param {Request} request @param {{ waitUntil: (work: Promise<unknown>) => void }} context */
export default (request, context) =>
  handle(request, () => ({ ...hosted(), waitUntil: (work) => context.waitUntil(work) }), "/api");
