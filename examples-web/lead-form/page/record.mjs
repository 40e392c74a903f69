/** Forms as records: which place of the record a control's name means, and what is sent in the end. */

/** @typedef {(string | number)[]} Path */
/** @typedef {{ [key: string]: unknown }} Tree */

/** `customFields[seats]` → `["customFields", "seats"]`. @param {string} name @returns {string[]} */
export const pathOf = (name) => name.replaceAll("]", "").split("[");

/** @param {Tree} record @param {string[]} path @param {unknown} value */
export function put(record, path, value) {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    record[first] = value;
    return;
  }
  // A key is any text: one named `__proto__` is a key like others.
  record[first] ??= Object.create(null);
  put(/** @type {Tree} */ (record[first]), rest, value);
}

/**
 * What the server gets: the form's own shape, and in it the values as Quo is to have them. So the server
 * needs to know neither the country nor the language that the form was filled in with.
 * @param {{ defaultFields: { [field: string]: unknown }, customFields?: { key: string, value: unknown }[] }} payload
 */
export function submissionOf({ defaultFields, customFields = [] }) {
  const { emails, phoneNumbers, ...names } = defaultFields;
  const items = { email: first(emails), phone: first(phoneNumbers) };
  const record = Object.fromEntries(
    Object.entries({ ...names, ...items }).filter(([, value]) => value != null),
  );
  const said = customFields.filter(({ value }) => value !== null);
  if (said.length === 0) return record;
  return {
    ...record,
    customFields: Object.fromEntries(said.map(({ key, value }) => [key, value])),
  };
}

/** @param {unknown} items */
const first = (items) => /** @type {{ value: unknown }[] | undefined} */ (items)?.[0]?.value;
