/** What a request may not say in view of the workspace. What needs no workspace is in `schema.mjs`. */

/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */

/**
 * Custom values whose key no definition has. A value is not held against its definition: Quo takes
 * text for a number and a number for a date, and this server shows that.
 * @param {import("./types.d.ts").NewContact} contact
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
