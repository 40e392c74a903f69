/**
 * Where things stand in a JSON text: its tokens, for colour, and the place of every key and value, so
 * that an issue's path can be shown in the text. It reads broken text as far as it makes sense, and
 * judges nothing; `JSON.parse` does that.
 */

/**
 * @typedef {{ start: number, end: number }} Place
 * @typedef {Place & { kind: "key" | "string" | "number" | "literal" | "sign" }} Token
 * @typedef {{ value?: Place, key?: Place }} Spot
 */

const TOKEN = /("(?:[^"\\\n]|\\.)*"?)|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:])/g;

/** @param {(string | number)[]} path */
const id = (path) => JSON.stringify(path);

export class JsonText {
  /** @type {Token[]} */
  tokens = [];
  /** @type {Map<string, Spot>} */
  #spots = new Map();

  /** @param {string} text */
  constructor(text) {
    /** @type {{ list: boolean, start: number, index: number, key: string, wantsKey: boolean, path: (string | number)[] }[]} */
    const open = [];
    const path = () => {
      const inner = open.at(-1);
      return inner ? [...inner.path, inner.list ? inner.index : inner.key] : [];
    };
    const set = (/** @type {(string | number)[]} */ at, /** @type {Spot} */ spot) =>
      this.#spots.set(id(at), { ...this.#spots.get(id(at)), ...spot });

    for (const match of text.matchAll(TOKEN)) {
      const start = match.index;
      const end = start + match[0].length;
      const [, string, number, literal, sign] = match;
      const inner = open.at(-1);
      if (string !== undefined && inner && !inner.list && inner.wantsKey) {
        inner.key = unquote(string);
        this.tokens.push({ start, end, kind: "key" });
        set(path(), { key: { start, end } });
      } else if (string !== undefined || number !== undefined || literal !== undefined) {
        const kind = string !== undefined ? "string" : number !== undefined ? "number" : "literal";
        this.tokens.push({ start, end, kind });
        set(path(), { value: { start, end } });
      } else {
        this.tokens.push({ start, end, kind: "sign" });
        if (sign === "{" || sign === "[") {
          const list = sign === "[";
          open.push({ list, start, index: 0, key: "", wantsKey: !list, path: path() });
        } else if (sign === "}" || sign === "]") {
          const closed = open.pop();
          if (closed) set(closed.path, { value: { start: closed.start, end } });
        } else if (inner) {
          if (sign === ",") inner.index += 1;
          inner.wantsKey = sign === ",";
        }
      }
    }
  }

  /**
   * Where a path stands, or the nearest part of it that there is: a key that is missing is shown at the
   * object that lacks it.
   * @param {(string | number)[]} path
   * @returns {{ spot: Spot, exact: boolean }}
   */
  find(path) {
    for (let length = path.length; length >= 0; length--) {
      const spot = this.#spots.get(id(path.slice(0, length)));
      if (spot) return { spot, exact: length === path.length };
    }
    return { spot: {}, exact: false };
  }
}

/** @param {string} string */
function unquote(string) {
  try {
    return JSON.parse(string);
  } catch {
    return string.slice(1);
  }
}
