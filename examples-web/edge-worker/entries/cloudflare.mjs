/** Cloudflare: isolates share a Durable Object, definitions lie in KV, a Queue takes what Quo does not take now. */
import { DurableObject } from "cloudflare:workers";
import { readConfig } from "../src/config.mjs";
import { consume } from "../src/consume.mjs";
import { Gate } from "../src/gate.mjs";
import { handle } from "../src/handler.mjs";

/** @typedef {import("../types.d.ts").Host} Host */
/** @typedef {import("../types.d.ts").Kept} Kept */

/** After a restart, what had leave from the instance before may still be on its way for so long. */
const ON_ITS_WAY = 2_000;
/** For so long ahead the storage says that leave may be given, so that it is seldom written. */
const AHEAD = 10_000;

/** The gate of the key, one for all isolates. */
export class QuoGate extends DurableObject {
  #gate = new Gate();
  #until = 0;

  /** @param {import("cloudflare:workers").State} state @param {import("cloudflare:workers").Env} env */
  constructor(state, env) {
    super(state, env);
    state.blockConcurrencyWhile(async () => {
      const until = (await state.storage.get("until")) ?? 0;
      if (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY));
    });
  }

  /** @param {number} milliseconds @param {number} rank */
  async acquire(milliseconds, rank) {
    const leave = await this.#gate.acquire(milliseconds, rank);
    const now = Date.now();
    if (leave && now + ON_ITS_WAY > this.#until) {
      this.#until = now + AHEAD;
      // The answer leaves only after this is written.
      await this.ctx.storage.put("until", this.#until);
    }
    return leave;
  }

  /** @type {Gate["exclusive"]} */
  exclusive(names, milliseconds, work) {
    return this.#gate.exclusive(names, milliseconds, work);
  }

  /** @type {Gate["once"]} */
  once(name, milliseconds, work) {
    return this.#gate.once(name, milliseconds, work);
  }
}

/** A stub that failed once may fail for good: each call has its own. @param {import("cloudflare:workers").Env} env @returns {Host["gate"]} */
const gateOf = (env) => {
  const stub = () => env.GATE.get(env.GATE.idFromName("quo"));
  return {
    acquire: (milliseconds, rank) => stub().acquire(milliseconds, rank),
    exclusive: (names, milliseconds, work) => stub().exclusive(names, milliseconds, work),
    once: (name, milliseconds, work) => stub().once(name, milliseconds, work),
  };
};

/** @param {import("cloudflare:workers").Env} env @param {import("cloudflare:workers").Context} context @returns {Host} */
const hostOf = (env, context) => ({
  config: readConfig(env),
  gate: gateOf(env),
  store: {
    get: async () => env.DEFINITIONS.get("definitions", "json"),
    put: async (kept) => env.DEFINITIONS.put("definitions", JSON.stringify(kept)),
  },
  enqueue: async (submission) => env.SUBMISSIONS.send(submission),
  waitUntil: (work) => context.waitUntil(work),
});

export default {
  /** @param {Request} request @param {import("cloudflare:workers").Env} env @param {import("cloudflare:workers").Context} context */
  fetch: (request, env, context) => handle(request, () => hostOf(env, context)),

  /** @param {import("cloudflare:workers").Batch} batch @param {import("cloudflare:workers").Env} env @param {import("cloudflare:workers").Context} context */
  queue: ({ messages }, env, context) =>
    consume(
      messages,
      () => hostOf(env, context),
      async (parked) => env.PARKED.send(parked),
    ),
};
