/** The contacts of the workspace, kept while the server runs. Nothing here knows of HTTP. */

/** @typedef {import("./types.d.ts").Contact} Contact */
/** @typedef {import("./types.d.ts").FieldDefinition} FieldDefinition */
/** @typedef {import("./types.d.ts").NewContact} NewContact */
/** @typedef {import("./types.d.ts").NewItem} NewItem */
/** @typedef {import("./types.d.ts").Value} Value */

/** The source of a contact whose sender named none. */
const DEFAULT_SOURCE = "public-api";
/** The user behind the key, who counts as the author where the sender named none. */
const KEY_OWNER = "USstandin";

export class Contacts {
  /** @type {Map<string, Contact>} in the order in which they were made */
  #byId = new Map();
  #world;

  /** By key. @type {ReadonlyMap<string, FieldDefinition>} */
  definitions;

  /**
   * @param {FieldDefinition[]} definitions
   * @param {import("./types.d.ts").World} world
   */
  constructor(definitions, world) {
    this.definitions = new Map(definitions.map((definition) => [definition.key, definition]));
    this.#world = world;
  }

  /**
   * Keeps a contact that passed every check.
   *
   * The pair of `source` and `externalId` is unique. A phone number is not: the same number again
   * makes a second contact.
   * @param {NewContact} sent
   * @returns {Contact | undefined} nothing where the pair is taken
   */
  create(sent) {
    const source = sent.source ?? DEFAULT_SOURCE;
    const externalId = sent.externalId ?? null;
    if (externalId !== null && this.#isTaken(source, externalId)) return undefined;

    const { defaultFields } = sent;
    const made = this.#world.now().toISOString();
    const contact = {
      id: this.#world.newId(),
      externalId,
      source,
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
      createdAt: made,
      updatedAt: made,
      createdByUserId: sent.createdByUserId ?? KEY_OWNER,
    };
    this.#byId.set(contact.id, contact);
    return contact;
  }

  /** @param {string} id Quo's own id */
  get(id) {
    return this.#byId.get(id);
  }

  /**
   * The contacts that have one of the ids and one of the sources; an empty list asks for nothing.
   * @param {{ externalIds?: string[], sources?: string[] }} filter
   * @returns {Contact[]}
   */
  list({ externalIds = [], sources = [] }) {
    return [...this.#byId.values()].filter(
      ({ externalId, source }) =>
        (externalIds.length === 0 || externalIds.includes(externalId ?? "")) &&
        (sources.length === 0 || sources.includes(source ?? "")),
    );
  }

  /** @param {string} source @param {string} externalId */
  #isTaken(source, externalId) {
    return this.list({ externalIds: [externalId], sources: [source] }).length > 0;
  }

  /** An item whose value is null asks for none to be kept. @param {NewItem[]} [sent] */
  #items(sent = []) {
    return sent
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => ({ name, value, id: this.#world.newId() }));
  }

  /** @param {NewContact["customFields"]} [sent] */
  #customFields(sent = []) {
    return sent.flatMap(({ key = "", value }) => {
      const definition = this.definitions.get(key);
      if (!definition || value === null) return [];
      const id = this.#world.newId();
      return [{ ...definition, id, value: readBack(definition, value) }];
    });
  }
}

/**
 * A value as the API gives it back. Nobody has shown what becomes of one that does not fit its
 * definition; null is the one value that the structure of the answer leaves for it.
 * @param {FieldDefinition} definition @param {Value} value
 * @returns {Value}
 */
function readBack({ type }, value) {
  switch (type) {
    case "multi-select":
      return Array.isArray(value) ? value : null;
    case "boolean":
    case "number":
      return typeof value === type ? value : null;
    case "date":
      return typeof value === "string" && !Number.isNaN(Date.parse(value))
        ? new Date(value).toISOString()
        : null;
    case "address":
    case "string":
    case "url":
      return typeof value === "string" ? value : null;
  }
}
