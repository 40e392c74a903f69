/**
 * What a list shows. It may lag behind what is kept: a write is then seen later, each after a delay of
 * its own, and never before an earlier write to the same contact.
 */

/** @typedef {import("../types.d.ts").Entry} Entry */

export class Listing {
  /** @type {Map<string, Entry>} */
  #shown = new Map();
  /** In the order of writing. @type {{ id: string, at: number, entry: Entry | undefined }[]} */
  #pending = [];
  #now;
  #lag;

  /** @param {() => number} now @param {() => number} lag milliseconds for the next write */
  constructor(now, lag) {
    this.#now = now;
    this.#lag = lag;
  }

  /** @param {string} id @param {Entry | undefined} entry nothing where the contact is gone */
  write(id, entry) {
    const earlier = this.#pending.findLast((write) => write.id === id);
    const at = Math.max(this.#now() + this.#lag(), earlier?.at ?? 0);
    this.#pending.push({ id, at, entry });
  }

  /** A contact that no list ever lagged behind. @param {Entry} entry */
  show(entry) {
    this.#shown.set(entry.contact.id, entry);
  }

  clear() {
    this.#shown.clear();
    this.#pending = [];
  }

  /** In the order in which the contacts were made. @returns {Entry[]} */
  entries() {
    const now = this.#now();
    this.#pending = this.#pending.filter(({ id, at, entry }) => {
      if (at > now) return true;
      if (entry) this.#shown.set(id, entry);
      else this.#shown.delete(id);
      return false;
    });
    return [...this.#shown.values()].sort((one, other) => one.place - other.place);
  }
}
