/** What a request may not say in view of the workspace. What needs no workspace is in `schema.mjs`. */
import { schema } from "./description.mjs";

/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */
/** @typedef {import("./types.d.ts").ContactPatch} ContactPatch */

const RESERVED = new RegExp(schema("ReservedSource").pattern, "u");

/** Words that belong to Quo itself. @param {string | null} source */
export const isReserved = (source) => source !== null && RESERVED.test(source);

/**
 * Custom values whose key no definition has. A value is not held against its definition: Quo takes
 * text for a number and a number for a date, and this server shows that.
 * @param {{ customFields?: { key?: string }[] }} contact
 * @param {ReadonlyMap<string, unknown>} definitions by key
 * @returns {ErrorItem[]}
 */
export function unknownKeys({ customFields = [] }, definitions) {
  const reason = "Did not match any known contact custom field";
  return customFields.flatMap(({ key = "" }, index) =>
    definitions.has(key)
      ? []
      : [
          {
            path: `/customFields/${index}/key`,
            message: reason,
            value: key,
            schema: { type: "string" },
            key,
            reason,
          },
        ],
  );
}

/**
 * Items that carry an id. Quo was seen to refuse ids that it had given itself, so every one is refused.
 * @param {ContactPatch} patch
 * @returns {ErrorItem[]}
 */
export function itemIds({ defaultFields = {}, customFields = [] }) {
  const lists = /** @type {const} */ ([
    ["/defaultFields/emails", defaultFields.emails ?? []],
    ["/defaultFields/phoneNumbers", defaultFields.phoneNumbers ?? []],
    ["/customFields", customFields],
  ]);
  return lists.flatMap(([path, items]) =>
    items.flatMap(({ id }, index) =>
      id === undefined
        ? []
        : [
            {
              path: `${path}/${index}/id`,
              message: `Item with ID ${id} does not match`,
              value: id,
              schema: { type: "string" },
            },
          ],
    ),
  );
}

/**
 * A reserved source is left out to be kept. Whether null takes it away was not shown: it is refused.
 * @param {ContactPatch} patch @param {string | null} source what the contact has
 * @returns {ErrorItem[]}
 */
export function reservedSourceTaken({ source: sent }, source) {
  if (sent === undefined || !isReserved(source)) return [];
  const message = "must be left out: the source of this contact is reserved";
  return [{ path: "/source", message, value: sent, schema: { type: "string" } }];
}
