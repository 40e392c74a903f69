/** Puts a JSON text into the page in colour, with marks under the places that something is said about. */

/**
 * @param {HTMLElement} target
 * @param {string} text
 * @param {import("./json-text.mjs").Token[]} tokens
 * @param {{ start: number, end: number, kind: "issue" | "warning" }[]} [marks]
 */
export function paint(target, text, tokens, marks = []) {
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...marks]) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);

  const fragment = document.createDocumentFragment();
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const token = tokens[next];
    /** @type {string[]} */
    const names = token && token.start <= start ? [token.kind] : [];
    // Where an issue and a warning meet, the issue is what shows.
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    if (over.length > 0) {
      names.push(over.some(({ kind }) => kind === "issue") ? "at-issue" : "at-warning");
    }
    const part = text.slice(start, end);
    if (names.length === 0) {
      fragment.append(part);
      continue;
    }
    const span = document.createElement("span");
    span.className = names.join(" ");
    span.textContent = part;
    fragment.append(span);
  }
  target.replaceChildren(fragment);
}
