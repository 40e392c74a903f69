/** The contacts of the workspace. Nothing here knows of HTTP, and nothing checks what `schema.mjs` has. */
import { isReserved, unknownKeys } from "../rules.mjs";
import { checker } from "../schema.mjs";
import { Listing } from "./listing.mjs";
import { readBack } from "./values.mjs";

/** @typedef {import("../types.d.ts").Contact} Contact */
/** @typedef {import("../types.d.ts").ContactPatch} ContactPatch */
/** @typedef {import("../types.d.ts").Entry} Entry */
/** @typedef {import("../types.d.ts").FieldDefinition} FieldDefinition */
/** @typedef {import("../types.d.ts").NewContact} NewContact */
/** @typedef {import("../types.d.ts").NewItem} NewItem */
/** @typedef {import("../types.d.ts").Seed} Seed */

/**
 * Why a pair of `source` and `externalId` cannot be given: another contact has it, or one that is gone had it.
 * @typedef {"taken" | "burnt"} Refusal
 */

/** @typedef {{ next: number, burnt: string[], entries: Entry[] }} Snapshot */

/** The source of a contact whose sender named none. */
const DEFAULT_SOURCE = "public-api";
/** The user behind the key, who counts as the author where the sender named none. */
const KEY_OWNER = "USstandin";

const contactProblems = checker("Contact");

/** @param {string | null} source @param {string | null} externalId */
const pairOf = (source, externalId) =>
  source === null || externalId === null ? undefined : JSON.stringify([source, externalId]);

export class Contacts {
  /** In the order in which they were made. @type {Map<string, Entry>} */
  #byId = new Map();
  /** Contacts by pair. @type {Map<string, string>} */
  #pairs = new Map();
  /** Pairs whose contact is gone. @type {Set<string>} */
  #burnt = new Set();
  #next = 0;
  #listing;
  #options;
  #saved;

  /** By key. @type {ReadonlyMap<string, FieldDefinition>} */
  definitions;

  /**
   * @param {FieldDefinition[]} definitions
   * @param {Pick<import("../types.d.ts").World, "now" | "newId"> & { lag: () => number, vanishAfter: number }} options
   * @param {() => void} saved called after each change
   */
  constructor(definitions, options, saved) {
    this.definitions = new Map(definitions.map((definition) => [definition.key, definition]));
    this.#options = options;
    this.#saved = saved;
    this.#listing = new Listing(() => options.now().getTime(), options.lag);
  }

  get size() {
    this.#sweep();
    return this.#byId.size;
  }

  /**
   * Keeps a contact that passed every check.
   *
   * The pair of `source` and `externalId` is unique. A phone number is not: the same number again
   * makes a second contact.
   * @param {NewContact} sent
   * @returns {{ contact: Contact } | { refusal: Refusal }}
   */
  create(sent) {
    this.#sweep();
    const source = sent.source ?? DEFAULT_SOURCE;
    const refusal = this.#refusal(source, sent.externalId ?? null);
    if (refusal) return { refusal };
    const contact = this.#made({ ...sent, source });
    this.#put({ place: this.#next++, native: false, contact });
    this.#saved();
    return { contact };
  }

  /**
   * Puts what was sent in the place of all that the contact had: what is left out is gone. A reserved
   * source stays, and so do the author and the day of making.
   * @param {string} id @param {ContactPatch} sent
   * @returns {{ contact: Contact } | { refusal: Refusal } | undefined} nothing where there is no such contact
   */
  replace(id, sent) {
    const entry = this.entry(id);
    if (!entry) return undefined;
    const old = entry.contact;
    const kept = isReserved(old.source) ? old.source : null;
    const source = sent.source === undefined ? kept : sent.source;
    const refusal = this.#refusal(source, sent.externalId ?? null, id);
    if (refusal) return { refusal };
    const { createdAt, createdByUserId } = old;
    const defaultFields = { firstName: null, ...sent.defaultFields };
    const contact = this.#made({ ...sent, source, defaultFields, createdAt, createdByUserId, id });
    this.#forgetPair(old);
    this.#put({ ...entry, contact });
    this.#saved();
    return { contact };
  }

  /** @param {string} id @returns {boolean} whether there was one */
  delete(id) {
    const entry = this.entry(id);
    if (!entry) return false;
    this.#remove(entry);
    this.#saved();
    return true;
  }

  /** @param {string} id Quo's own id @returns {Entry | undefined} */
  entry(id) {
    this.#sweep();
    return this.#byId.get(id);
  }

  /**
   * What a list shows: the contacts that have one of the ids and one of the sources; an empty list of
   * either asks for nothing.
   * @param {{ externalIds?: string[], sources?: string[] }} filter
   * @returns {Entry[]}
   */
  list({ externalIds = [], sources = [] }) {
    this.#sweep();
    return this.#listing
      .entries()
      .filter(
        ({ contact: { externalId, source } }) =>
          (externalIds.length === 0 || externalIds.includes(externalId ?? "")) &&
          (sources.length === 0 || sources.includes(source ?? "")),
      );
  }

  /** All that is kept, whatever a list shows. @returns {Contact[]} */
  all() {
    this.#sweep();
    return [...this.#byId.values()].map(({ contact }) => contact);
  }

  /**
   * Adds contacts that came into Quo by another way than a POST.
   * @param {Seed[]} seeds
   * @throws {RangeError} where one is not a contact, or its id or pair is taken; then none is added
   */
  seed(seeds) {
    if (!Array.isArray(seeds)) throw new RangeError("contacts are a list");
    const before = this.snapshot();
    try {
      for (const [index, seed] of seeds.entries()) {
        this.#plant({
          place: this.#next,
          native: seed?.native === true,
          contact: this.#grown(seed, index),
        });
        this.#next++;
      }
    } catch (error) {
      this.restore(before);
      throw error;
    }
    this.#saved();
  }

  /** @returns {Snapshot} */
  snapshot() {
    return { next: this.#next, burnt: [...this.#burnt], entries: [...this.#byId.values()] };
  }

  /** Nothing lags afterwards. @param {Snapshot} snapshot */
  restore({ next, burnt, entries }) {
    this.#byId.clear();
    this.#pairs.clear();
    this.#burnt = new Set(burnt);
    this.#next = next;
    this.#listing.clear();
    for (const entry of entries) this.#plant(entry);
  }

  /** @param {Seed} seed @param {number} index @returns {Contact} */
  #grown(seed, index) {
    const fields = seed?.defaultFields;
    if (typeof fields !== "object" || fields === null) {
      throw new RangeError(`contact ${index} has no \`defaultFields\``);
    }
    const [unknown] = unknownKeys(seed, this.definitions);
    if (unknown) throw new RangeError(`contact ${index}: ${unknown.path} has no definition`);
    const contact = this.#made({ ...seed, source: seed.source ?? null });
    const [problem] = contactProblems(contact);
    if (problem) throw new RangeError(`contact ${index}: ${problem.path} ${problem.message}`);
    if (this.#byId.has(contact.id)) throw new RangeError(`contact ${index}: its id is taken`);
    if (this.#refusal(contact.source, contact.externalId)) {
      throw new RangeError(`contact ${index}: its \`source\` and \`externalId\` are taken`);
    }
    return contact;
  }

  /** @param {Seed} sent @returns {Contact} */
  #made(sent) {
    const { defaultFields } = sent;
    const now = this.#options.now().toISOString();
    return {
      id: sent.id ?? this.#options.newId(),
      externalId: sent.externalId ?? null,
      source: sent.source ?? null,
      sourceUrl: sent.sourceUrl ?? null,
      defaultFields: {
        firstName: defaultFields.firstName,
        lastName: defaultFields.lastName ?? null,
        company: defaultFields.company ?? null,
        role: defaultFields.role ?? null,
        emails: this.#items(defaultFields.emails),
        phoneNumbers: this.#items(defaultFields.phoneNumbers),
      },
      customFields: this.#customFields(sent.customFields),
      createdAt: sent.createdAt ?? now,
      updatedAt: sent.updatedAt ?? now,
      createdByUserId: sent.createdByUserId ?? KEY_OWNER,
    };
  }

  /** An item whose value is null asks for none to be kept. @param {NewItem[]} [sent] */
  #items(sent = []) {
    return sent
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => ({ name, value, id: this.#options.newId() }));
  }

  /** @param {NewContact["customFields"]} [sent] */
  #customFields(sent = []) {
    return sent.flatMap(({ key = "", value }) => {
      const definition = this.definitions.get(key);
      if (!definition || value === null) return [];
      const id = this.#options.newId();
      return [{ ...definition, id, value: readBack(definition, value) }];
    });
  }

  /**
   * @param {string | null} source @param {string | null} externalId @param {string} [id] who asks
   * @returns {Refusal | undefined}
   */
  #refusal(source, externalId, id) {
    const pair = pairOf(source, externalId);
    if (pair === undefined) return undefined;
    const owner = this.#pairs.get(pair);
    if (owner !== undefined && owner !== id) return "taken";
    return this.#burnt.has(pair) ? "burnt" : undefined;
  }

  /** @param {Entry} entry */
  #put(entry) {
    this.#keep(entry);
    this.#listing.write(entry.contact.id, entry);
  }

  /** Was there before: no list lags behind it. @param {Entry} entry */
  #plant(entry) {
    this.#keep(entry);
    this.#listing.show(entry);
  }

  /** @param {Entry} entry */
  #keep(entry) {
    const { id, source, externalId } = entry.contact;
    const pair = pairOf(source, externalId);
    if (pair !== undefined) this.#pairs.set(pair, id);
    this.#byId.set(id, entry);
  }

  /** @param {Contact} contact @returns {string | undefined} the pair that it had */
  #forgetPair({ source, externalId }) {
    const pair = pairOf(source, externalId);
    if (pair !== undefined) this.#pairs.delete(pair);
    return pair;
  }

  /** @param {Entry} entry */
  #remove({ contact }) {
    const pair = this.#forgetPair(contact);
    if (pair !== undefined) this.#burnt.add(pair);
    this.#byId.delete(contact.id);
    this.#listing.write(contact.id, undefined);
  }

  /** Contacts that have had no phone for long enough are gone, as if they were deleted. */
  #sweep() {
    const { now, vanishAfter } = this.#options;
    if (vanishAfter === Infinity) return;
    const gone = [...this.#byId.values()].filter(
      ({ contact: { defaultFields, updatedAt } }) =>
        defaultFields.phoneNumbers.length === 0 &&
        now().getTime() - Date.parse(updatedAt) >= vanishAfter,
    );
    for (const entry of gone) this.#remove(entry);
    if (gone.length > 0) this.#saved();
  }
}
