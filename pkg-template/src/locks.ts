// Who may write what: one at a time for each name, in the order of asking.
import { type Signal, unlessAborted } from "./time.js";

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
    const before = Promise.all(wanted.map((name) => this.#last.get(name)));
    const mine = before.then(() => given);
    for (const name of wanted) this.#last.set(name, mine);
    void mine.then(() => {
      for (const name of wanted) if (this.#last.get(name) === mine) this.#last.delete(name);
    });
    try {
      await unlessAborted(before, signal);
    } catch (error) {
      give();
      throw error;
    }
    return give;
  }
}
