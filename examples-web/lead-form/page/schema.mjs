/**
 * The schema of this form, for the country and the language that are chosen. The server checks by the same
 * options, which both read from `form.json`.
 */

/** @typedef {{ code: string, message: string, path: (string | number)[], target?: (string | number)[], suggestions?: string[] }} Issue */
/** @typedef {{ defaultFields: { [field: string]: unknown }, customFields?: { key: string, value: unknown }[] }} Payload */
/** @typedef {{ value?: Payload | undefined, issues?: Issue[] | undefined, warnings: Issue[] }} Verdict */
/** @typedef {{ options: { country: string, fields: Record<string, { options?: string[] }> }, definitions: import("./draw.mjs").Definition[] }} Settings */
/** @typedef {{ "~standard": { validate: (value: unknown) => Verdict } }} Schema */

/**
 * @param {(options: any) => Schema} contactSchema @param {Settings} settings
 * @returns {(record: unknown, country: string) => Verdict}
 */
export function judgeBy(contactSchema, { options, definitions }) {
  /** @type {Map<string, Schema>} */
  const schemas = new Map();
  return (record, country) => {
    const known = schemas.get(country);
    const schema = known ?? contactSchema({ definitions, ...options, country });
    if (!known) schemas.set(country, schema);
    return schema["~standard"].validate(record);
  };
}
