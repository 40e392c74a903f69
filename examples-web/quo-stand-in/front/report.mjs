/** What happened since the start or the last reset, for tests that hold a client to it. */

const SECOND = 1000;

export class Report {
  #requests = 0;
  #most = 0;
  #limited = 0;
  /** @type {Map<string, number[]>} */
  #recent = new Map();
  /** @type {Map<string, number>} */
  #answers = new Map();
  /** @type {Map<string, number>} */
  #faults = new Map();

  /** A request arrived, whatever becomes of it. @param {string} key @param {number} now */
  request(key, now) {
    this.#requests++;
    const recent = (this.#recent.get(key) ?? []).filter(
      (time) => time > now - SECOND && time <= now,
    );
    recent.push(now);
    this.#recent.set(key, recent);
    this.#most = Math.max(this.#most, recent.length);
  }

  /** @param {number | "dropped"} status */
  answer(status) {
    count(this.#answers, String(status));
  }

  /** The limit refused one, and no fault did. */
  limited() {
    this.#limited++;
  }

  /** @param {string} kind */
  fault(kind) {
    count(this.#faults, kind);
  }

  /** @param {number} contacts */
  read(contacts) {
    return {
      contacts,
      requests: this.#requests,
      mostInAnySecond: this.#most,
      answers: Object.fromEntries(this.#answers),
      tooManyRequests: { limit: this.#limited, fault: this.#faults.get("429") ?? 0 },
      faults: Object.fromEntries(this.#faults),
    };
  }

  reset() {
    this.#requests = 0;
    this.#most = 0;
    this.#limited = 0;
    for (const counts of [this.#recent, this.#answers, this.#faults]) counts.clear();
  }
}

/** @param {Map<string, number>} counts @param {string} name */
function count(counts, name) {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
