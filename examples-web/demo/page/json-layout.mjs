/**
 * JSON as people like to read it: what is short stands on one line.
 * @param {unknown} value what `JSON.parse` gives
 * @param {string} [indent]
 * @returns {string}
 */
export function layOut(value, indent = "") {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const [open, close] = list ? "[]" : "{}";
  const parts = Object.entries(value).map(([key, part]) => {
    const text = layOut(part, `${indent}  `);
    return list ? text : `${JSON.stringify(key)}: ${text}`;
  });
  if (parts.length === 0) return `${open}${close}`;
  const pad = list ? "" : " ";
  const long = list && value.some((part) => typeof part === "object" && part !== null);
  const line = `${open}${pad}${parts.join(", ")}${pad}${close}`;
  // The record as a whole has a line per field, and a list of objects a line per object.
  if (indent && !long && !line.includes("\n") && line.length + indent.length <= LINE) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(",\n")}\n${indent}${close}`;
}

const LINE = 60;
