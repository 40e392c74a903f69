/** Elements from JavaScript. What comes from people or servers becomes text here, never markup. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | boolean>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * The element that the page is made with; a page without it is not this one.
 * @template {HTMLElement} Type
 * @param {string} id @param {new () => Type} type
 */
export function get(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`the page has no such #${id}`);
  return found;
}

/** What the marks look like: drawn, because a letter looks different on every machine. */
const MARKS = {
  error: "M8 4.4v4.2M8 11.4v.2M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z",
  warning: "M8 6.2v3.3M8 11.7v.2M8 1.8 15 14H1z",
  ok: "m3.2 8.6 3.1 3.1 6.5-7.2",
};

/** @param {keyof typeof MARKS} name */
export function mark(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  for (const [attribute, value] of [
    ["viewBox", "0 0 16 16"],
    ["class", `mark ${name}`],
    ["aria-hidden", "true"],
  ]) {
    svg.setAttribute(/** @type {string} */ (attribute), /** @type {string} */ (value));
  }
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", MARKS[name]);
  svg.append(path);
  return svg;
}
