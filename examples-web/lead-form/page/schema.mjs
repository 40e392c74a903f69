/**
 * The schema of this form. The server checks by the same options, which both read from `form.json`; the country and
 * the language that a person has chosen belong to the single call.
 */

/** @typedef {{ code: string, message: string, path: (string | number)[], target?: (string | number)[], suggestions?: string[] }} Issue */
/** @typedef {{ defaultFields: { [field: string]: unknown }, customFields?: { key: string, value: unknown }[] }} Payload */
/** @typedef {{ value?: Payload | undefined, issues?: Issue[] | undefined, warnings: Issue[] }} Verdict */
/** @typedef {{ options: { country: string, fields: Record<string, { options?: string[] }> }, definitions: import("./draw.mjs").Definition[] }} Settings */
/** @typedef {{ country: string, messages: Record<string, string> }} Call */

/** What shows, be it only a mark. */
const VISIBLE = /[^\s\p{C}]/u;

/**
 * The package's verdict, and one rule of the page's own: whoever can't be reached can't be promised an answer.
 * @param {(options: any) => { "~standard": { validate: (value: unknown, options: { libraryOptions: any }) => Verdict } }} contactSchema
 * @param {Settings} settings
 * @returns {(record: { phone?: unknown, email?: unknown }, call: Call) => Verdict}
 */
export function judgeBy(contactSchema, { options, definitions }) {
  const { validate } = contactSchema({ definitions, ...options })["~standard"];
  return (record, call) => {
    const verdict = validate(record, { libraryOptions: call });
    if (VISIBLE.test(`${record.phone ?? ""}${record.email ?? ""}`)) return verdict;
    const code = "unreachable";
    const issue = { code, message: call.messages[code] ?? code, path: ["phone"] };
    // This says more than the warning that there is no number.
    const warnings = verdict.warnings.filter(({ code }) => code !== "invisible_without_phone");
    return { issues: [...(verdict.issues ?? []), issue], warnings };
  };
}
