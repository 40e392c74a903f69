/**
 * What all who use one key have in common: ten requests a second, and who writes which contact. On Cloudflare it
 * lives in a Durable Object, one for all isolates; elsewhere in the process.
 */
import { createPace } from "quo-contacts";

/** What one request takes of a second, in milliseconds. */
const EACH = 100;

/** @typedef {import("../types.d.ts").Gate} Shared */

/** @implements {Shared} */
export class Gate {
  #pace = createPace();
  /** Those who wait for leave, in the order of asking. @type {Promise<unknown>} */
  #line = Promise.resolve();
  #waiting = 0;
  /** When the last one who wants a name is done. @type {Map<string, Promise<unknown>>} */
  #busy = new Map();
  /** @type {Map<string, { until: number, result: Promise<unknown> }>} */
  #done = new Map();

  /** @param {number} milliseconds */
  async acquire(milliseconds) {
    // Whoever would wait in vain need not wait.
    if (this.#waiting * EACH > milliseconds) return undefined;
    const signal = AbortSignal.timeout(milliseconds);
    this.#waiting++;
    const leave = this.#line.then(async () => {
      if (signal.aborted) return undefined;
      return this.#pace.acquire(signal).catch(() => undefined);
    });
    this.#line = leave.finally(() => this.#waiting--);
    return leave;
  }

  /** @param {readonly string[]} names @param {number} milliseconds @param {() => Promise<void>} work */
  async exclusive(names, milliseconds, work) {
    // All at once, so that two that want the same names never wait for each other.
    const before = Promise.all(names.map((name) => this.#busy.get(name)));
    const done = inTime(before, milliseconds).then((free) => (free ? work() : undefined));
    const over = Promise.all([before, done]).catch(() => {});
    for (const name of names) this.#busy.set(name, over);
    try {
      await done;
    } finally {
      void over.then(() => {
        for (const name of names) if (this.#busy.get(name) === over) this.#busy.delete(name);
      });
    }
  }

  /** @template T @param {string} name @param {number} milliseconds @param {() => Promise<T>} work @returns {Promise<T>} */
  async once(name, milliseconds, work) {
    const now = Date.now();
    const known = this.#done.get(name);
    if (known && now < known.until) return /** @type {Promise<T>} */ (known.result);
    const result = work();
    const mine = { until: now + milliseconds, result };
    this.#done.set(name, mine);
    try {
      return await result;
    } catch (error) {
      if (this.#done.get(name) === mine) this.#done.delete(name);
      throw error;
    }
  }
}

/** @param {Promise<unknown>} promise @param {number} milliseconds */
async function inTime(promise, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
