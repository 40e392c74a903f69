/** Who may call. A key is any text that is not empty; the stand-in knows no workspaces to keep apart. */
import { createHash } from "node:crypto";

/**
 * The keys that were seen, each with the time of its first use. They are kept as hashes: a real key that
 * strays in here is not to be found in the state.
 */
export class Keys {
  /** @type {Map<string, number>} */
  #seen = new Map();
  #now;
  #delay;
  #saved;

  /**
   * @param {() => number} now
   * @param {number} delay for how many milliseconds a new key is refused
   * @param {() => void} saved called after each change
   */
  constructor(now, delay, saved) {
    this.#now = now;
    this.#delay = delay;
    this.#saved = saved;
  }

  /**
   * The key stands in `Authorization` by itself. After `Bearer` it is refused, as one without a key is.
   * @param {string | null} authorization
   */
  admits(authorization) {
    const key = authorization?.trim();
    if (!key || /^bearer\b/i.test(key)) return false;
    if (this.#delay === 0) return true;
    const name = createHash("sha256").update(key).digest("hex");
    const first = this.#seen.get(name);
    if (first !== undefined) return this.#now() - first >= this.#delay;
    this.#seen.set(name, this.#now());
    this.#saved();
    return false;
  }

  /** @returns {[string, number][]} */
  snapshot() {
    return [...this.#seen];
  }

  /** @param {[string, number][]} seen */
  restore(seen) {
    this.#seen = new Map(seen);
  }
}
