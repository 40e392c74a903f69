// Who may write what: one at a time for each name, in the order of asking.
import { type Signal, sleep, unlessAborted } from "./time.js";

/**
 * Longer than anything takes. On an edge, whoever has a name may have been stopped in the middle, without a
 * chance to give it back.
 */
const LONGEST = 120_000;

export class Locks {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Waits until all the names are free, and takes them; the answer gives them back. */
  async take(names: readonly string[], signal: Signal | undefined): Promise<() => void> {
    let give = (): void => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    // All at once, so that two that want the same names never wait for each other.
    const wanted = [...new Set(names)];
    const held = wanted.flatMap((name) => this.#last.get(name) ?? []);
    const before = Promise.all(held);
    const mine = before.then(() => given);
    for (const name of wanted) this.#last.set(name, mine);
    void mine.then(() => {
      for (const name of wanted) if (this.#last.get(name) === mine) this.#last.delete(name);
    });
    try {
      if (held.length > 0) await waited(before, signal);
    } catch (error) {
      give();
      throw error;
    }
    return give;
  }
}

const waited = async (before: Promise<unknown>, signal: Signal | undefined): Promise<void> => {
  const done = new AbortController();
  const late = sleep(LONGEST, done.signal).catch(() => {});
  try {
    await unlessAborted(Promise.race([before, late]), signal);
  } finally {
    done.abort();
  }
};
