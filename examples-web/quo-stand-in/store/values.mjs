/** Custom values on their way back: what was sent, as the type of its definition lets it be read. */

/** @typedef {import("../types.d.ts").FieldDefinition} FieldDefinition */
/** @typedef {import("../types.d.ts").Value} Value */

/**
 * A value as the API gives it back. Nobody has shown what becomes of one that does not fit its
 * definition; null is the one value that the structure of the answer leaves for it.
 * @param {FieldDefinition} definition @param {Value} value
 * @returns {Value}
 */
export function readBack({ type }, value) {
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
