/**
 * So many requests a second for each key, all callers together. Beyond it the answer is 429 until the
 * next second. Requests that were refused do not count against the limit.
 */

const SECOND = 1000;

export class RateLimit {
  /** The times of the requests that were let through, by key. @type {Map<string, number[]>} */
  #taken = new Map();
  #perSecond;
  #sliding;

  /** @param {number} perSecond @param {"clock" | "sliding"} window */
  constructor(perSecond, window) {
    this.#perSecond = perSecond;
    this.#sliding = window === "sliding";
  }

  /**
   * @param {string} key @param {number} now
   * @returns {{ passed: boolean, headers: Record<string, string> }} the headers for an answer that has them
   */
  take(key, now) {
    if (this.#perSecond === Infinity) return { passed: true, headers: {} };
    const start = this.#sliding ? now - SECOND + 1 : now - (now % SECOND);
    const taken = (this.#taken.get(key) ?? []).filter((time) => time >= start && time <= now);
    const passed = taken.length < this.#perSecond;
    if (passed) taken.push(now);
    this.#taken.set(key, taken);
    return {
      passed,
      headers: {
        ratelimit: `"per-second"; r=${this.#perSecond - taken.length}; t=1`,
        "ratelimit-policy": `"per-second"; q=${this.#perSecond}; w=1`,
      },
    };
  }

  reset() {
    this.#taken.clear();
  }
}
