/**
 * What all who use one key have in common: ten requests a second, and who writes which contact. On Cloudflare it
 * lives in a Durable Object, one for all isolates; elsewhere in the process.
 */
import { createPace } from "quo-contacts";

/** What one request takes of a second, in milliseconds. */
const EACH = 100;

/**
 * Who waits for leave. Whoever has begun comes first: were it the longest wait, a crowd would all look their contacts
 * up before one of them makes his.
 */
export const BEGUN = 0;
export const VISITOR = 1;
export const QUEUE = 2;

/** @typedef {import("../types.d.ts").Gate} Shared */
/** @typedef {import("../types.d.ts").Leave} Leave */

/** @implements {Shared} */
export class Gate {
  #pace = createPace();
  /** Those who wait for leave, by rank. @type {((leave?: Leave) => void)[][]} */
  #lines = [[], [], []];
  #serving = false;
  /** When the last one who wants a name is done. @type {Map<string, Promise<unknown>>} */
  #busy = new Map();
  /** @type {Map<string, { until: number, result: Promise<unknown> }>} */
  #done = new Map();

  /** @param {number} milliseconds @param {number} rank @returns {Promise<Leave | undefined>} */
  async acquire(milliseconds, rank) {
    const line = this.#lines[rank];
    const ahead = this.#lines.slice(0, rank + 1).flat().length;
    // Whoever would wait in vain need not wait.
    if (!line || ahead * EACH > milliseconds) return undefined;
    return new Promise((resolve) => {
      const give = (/** @type {Leave | undefined} */ leave) => {
        clearTimeout(late);
        resolve(leave);
      };
      const late = setTimeout(() => {
        line.splice(line.indexOf(give), 1);
        resolve(undefined);
      }, milliseconds);
      line.push(give);
      void this.#serve();
    });
  }

  async #serve() {
    if (this.#serving) return;
    this.#serving = true;
    while (this.#lines.some((line) => line.length > 0)) {
      const leave = await this.#pace.acquire().catch(() => undefined);
      const next = this.#lines.find((line) => line.length > 0)?.shift();
      if (next) next(leave);
      else leave?.(undefined);
    }
    this.#serving = false;
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
