// Who may write what: one at a time for each name, in the order of asking.
import { type Signal, sleep, unlessAborted } from "./time.js";

/**
 * Longer than anything takes. On an edge, whoever has a name may have been stopped in the middle, without a
 * chance to give it back; so nobody waits longer than this for each who is before him.
 */
const LONGEST = 120_000;

/** Those who want a name: when the last of them is done, and how many they are. */
interface Queue {
  last: Promise<unknown>;
  length: number;
}

export class Locks {
  readonly #queues = new Map<string, Queue>();

  /** Waits until all the names are free, and takes them; the answer gives them back. */
  async take(names: readonly string[], signal: Signal | undefined): Promise<() => void> {
    let give = (): void => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    // All at once, so that two that want the same names never wait for each other.
    const wanted = [...new Set(names)];
    const queues = wanted.flatMap((name) => this.#queues.get(name) ?? []);
    const ahead = Math.max(0, ...queues.map(({ length }) => length));
    const before = Promise.all(queues.map(({ last }) => last));
    let pass = (): void => {};
    const passed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    const mine = Promise.race([before, passed]).then(() => given);
    for (const name of wanted) {
      const queue = this.#queues.get(name) ?? { last: mine, length: 0 };
      this.#queues.set(name, Object.assign(queue, { last: mine, length: queue.length + 1 }));
    }
    void mine.then(() => {
      for (const name of wanted) {
        const queue = this.#queues.get(name) as Queue;
        queue.length -= 1;
        if (queue.length === 0) this.#queues.delete(name);
      }
    });
    try {
      if (ahead > 0) await waited(before, ahead * LONGEST, signal);
      // Who comes next must not wait for someone who never gives it back.
      pass();
    } catch (error) {
      give();
      throw error;
    }
    return give;
  }
}

const waited = async (
  before: Promise<unknown>,
  longest: number,
  signal: Signal | undefined,
): Promise<void> => {
  const done = new AbortController();
  const late = sleep(Math.min(longest, 2 ** 31 - 1), done.signal).catch(() => {});
  try {
    await unlessAborted(Promise.race([before, late]), signal);
  } finally {
    done.abort();
  }
};
