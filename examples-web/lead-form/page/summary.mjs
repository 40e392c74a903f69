/** Everything that stands against the form, as links to the fields; it comes when sending was refused. */
import { element } from "./dom.mjs";

/** @typedef {import("./field.mjs").Field} Field */
/** @typedef {{ field?: Field | undefined, message: string }} Entry */

export class Summary {
  /** @param {HTMLElement} root with a heading and a list */
  constructor(root) {
    this.root = root;
    this.heading = /** @type {HTMLElement} */ (root.querySelector("h2"));
    this.list = /** @type {HTMLElement} */ (root.querySelector("ul"));
  }

  get open() {
    return !this.root.hidden;
  }

  /**
   * Closes when nothing is left.
   * @param {Entry[]} entries @param {string} [heading] @param {string} [afterName] what stands between a name and its message
   */
  show(entries, heading = "", afterName = "") {
    this.root.hidden = entries.length === 0;
    this.heading.textContent = heading;
    this.list.replaceChildren(
      ...entries.map((entry) => element("li", {}, ...line(entry, afterName))),
    );
  }
}

/** @param {Entry} entry @param {string} afterName @returns {(Node | string)[]} */
function line({ field, message }, afterName) {
  if (!field) return [message];
  const link = element("a", { href: `#${field.control.id}` }, field.name);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
  });
  return [link, afterName, message];
}
