/** Lines for a terminal: as wide as it is, and in colour where there is one. */

const segments = new Intl.Segmenter();

/** The columns that a text takes. Wide letters take two. @param {string} text */
export function width(text) {
  let columns = 0;
  for (const { segment } of segments.segment(text)) {
    columns += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      segment,
    )
      ? 2
      : 1;
  }
  return columns;
}

/** The text in exactly so many columns, cut with an ellipsis where it has more. @param {string} text @param {number} columns */
export function fit(text, columns) {
  const missing = columns - width(text);
  if (missing >= 0) return text + " ".repeat(missing);
  let cut = "";
  for (const { segment } of segments.segment(text)) {
    if (width(cut + segment) > columns - 1) break;
    cut += segment;
  }
  return `${cut}…${" ".repeat(Math.max(0, columns - 1 - width(cut)))}`;
}

/** A table's columns share out what the terminal has: a text that is too long for its share is cut. */
export class Terminal {
  /** @param {{ columns?: number, isTTY?: boolean }} stream @param {Record<string, string | undefined>} environment */
  constructor(stream, environment) {
    this.columns = Math.min(Math.max(stream.columns ?? 100, 48), 140);
    this.coloured = Boolean(stream.isTTY) && !environment.NO_COLOR && environment.TERM !== "dumb";
  }

  /** @param {string} code @param {string} text */
  #style(code, text) {
    return this.coloured ? `\u001b[${code}m${text}\u001b[0m` : text;
  }

  /** @param {string} text */
  bold = (text) => this.#style("1", text);
  /** @param {string} text */
  dim = (text) => this.#style("2", text);
  /** @param {string} text */
  good = (text) => this.#style("32", text);
  /** @param {string} text */
  bad = (text) => this.#style("31", text);
  /** @param {string} text */
  warning = (text) => this.#style("33", text);

  /** A heading with a rule that runs to the edge. @param {string} title */
  heading(title) {
    const rule = "─".repeat(Math.max(2, this.columns - width(title) - 1));
    return `${this.bold(title)} ${this.dim(rule)}`;
  }
}
