/**
 * What to call a record in a list, whether or not it can become a contact: the names as they stand in
 * it, else something else that people would know it by.
 * @param {Record<string, any>} record
 * @param {Record<string, string>} [mapping]
 */
export function nameOf(record, mapping = {}) {
  const fields = record.defaultFields ?? record;
  const find = (/** @type {string} */ field) => {
    const mapped = mapping[field];
    if (mapped !== undefined) return record[mapped];
    const key = Object.keys(fields).find((key) => fold(key) === fold(field));
    return key === undefined ? undefined : fields[key];
  };
  const texts = (/** @type {string[]} */ names) =>
    names.map((name) => find(name)).filter((value) => typeof value === "string" && value.trim());
  const name = texts(["firstName", "lastName"])
    .map((text) => text.trim())
    .join(" ");
  return printable(name || texts(["company", "email", "externalId"])[0] || "no name");
}

/** @param {string} key */
const fold = (key) => key.toLowerCase().replace(/[\s_-]/g, "");

/** Control characters are shown, not sent to a terminal. @param {string} text */
const printable = (text) =>
  text.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
