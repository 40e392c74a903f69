/** A path as people write it: `defaultFields.phoneNumbers[1].value`. @param {(string | number)[]} path */
export function pathText(path) {
  const text = path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(part)) return index === 0 ? part : `.${part}`;
      return index === 0 ? JSON.stringify(part) : `[${JSON.stringify(part)}]`;
    })
    .join("");
  return text || "the record";
}
