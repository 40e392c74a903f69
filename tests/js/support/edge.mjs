// A form's way to Quo: the edge worker in workerd, and a stand-in of Quo behind it.
import { Miniflare } from "miniflare";
import { createStandIn } from "../../../examples-web/quo-stand-in/stand-in.mjs";
import { bundle, workerOptions, wrangler } from "./worker.mjs";

export const ORIGIN = "https://www.example.com";
export const KEY = "kept-secret-0123456789";
export const definitions = [
  { key: "tier", name: "Tier", type: "multi-select" },
  { key: "score", name: "Score", type: "number" },
];

const PARKED = wrangler.queues.consumers[0].dead_letter_queue;
/** Reads what was parked. */
const sink = {
  name: "sink",
  modules: true,
  compatibilityDate: wrangler.compatibility_date,
  queueConsumers: { [PARKED]: { maxBatchTimeout: 0 } },
  script: `
    const parked = [];
    export default {
      fetch: () => Response.json(parked),
      queue: ({ messages }) => { for (const { body } of messages) parked.push(body); },
    };
  `,
};

/** Until the check answers with something; fails after so many seconds. */
export async function until(what, check, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A stand-in of Quo that listens, and is never lax about its second. */
export async function quo(options = {}) {
  const standIn = createStandIn({ definitions, rateWindow: "sliding", ...options });
  const { url } = await standIn.listen();
  const faults = (rates, latency = 0) =>
    fetch(`${url}/__stand-in/faults`, { method: "PUT", body: JSON.stringify({ rates, latency }) });
  const contacts = () => [...standIn.contacts.all()];
  return { standIn, url, faults, contacts, close: () => standIn.close() };
}

/** Posts a form as a page of ours does. */
export const poster =
  (url, send = fetch) =>
  (record, { headers = {}, path = "/contacts", ...init } = {}) =>
    send(new URL(path, url), {
      method: "POST",
      body: typeof record === "string" ? record : JSON.stringify(record),
      ...init,
      headers: { origin: ORIGIN, "content-type": "application/json", ...headers },
    });

/**
 * The worker, the stand-in, and what the worker said. `bindings` go to the worker, `options` to the stand-in, the
 * rest to miniflare; `others` are further workers of the same script.
 */
export async function edge({ bindings = {}, options = {}, entry, others = [], ...more } = {}) {
  const behind = await quo(options);
  const logs = [];
  const read = (stream) => stream.on("data", (chunk) => logs.push(String(chunk)));
  const settings = {
    QUO_URL: behind.url,
    QUO_KEY: KEY,
    RETRY_SECONDS: "1",
    PATIENCE_SECONDS: "6",
    ...bindings,
  };
  const first = { ...workerOptions(await bundle(entry), settings), ...more };
  const miniflare = new Miniflare({
    handleRuntimeStdio: (out, err) => [out, err].map(read),
    workers: [first, ...others.map((other) => ({ ...first, ...other })), sink],
  });
  const url = await miniflare.ready;
  return {
    ...behind,
    miniflare,
    post: poster(url),
    at: (path) => new URL(path, url),
    /** All that was logged. */
    log: () => logs.join(""),
    events: () =>
      logs
        .join("")
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line)),
    parked: async () => (await (await miniflare.getWorker("sink")).fetch("http://sink/")).json(),
    close: async () => {
      await miniflare.dispose();
      await behind.close();
    },
  };
}
