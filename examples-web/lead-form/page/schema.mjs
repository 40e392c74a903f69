/**
 * The schema of this form. The server checks by the same options, which both read from `form.json`; the country and
 * the language that a person has chosen belong to the single call.
 */

/** @typedef {{ code: string, message: string, path: (string | number)[], target?: (string | number)[], suggestions?: string[] }} Issue */
/** @typedef {{ defaultFields: { [field: string]: unknown }, customFields?: { key: string, value: unknown }[] }} Payload */
/** @typedef {{ value?: Payload | undefined, issues?: Issue[] | undefined, warnings: Issue[] }} Verdict */
/** @typedef {{ options: { country: string, fields: Record<string, { options?: string[] }> }, definitions: import("./draw.mjs").Definition[] }} Settings */
/** @typedef {{ country: string, messages: Record<string, string> }} Call */

/**
 * @param {(options: any) => { "~standard": { validate: (value: unknown, options: { libraryOptions: any }) => Verdict } }} contactSchema
 * @param {Settings} settings
 * @returns {(record: unknown, call: Call) => Verdict}
 */
export function judgeBy(contactSchema, { options, definitions }) {
  const { validate } = contactSchema({ definitions, ...options })["~standard"];
  return (record, call) => validate(record, { libraryOptions: call });
}
