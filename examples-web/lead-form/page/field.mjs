/**
 * One field of the form, whatever it is made of: what it holds, and what is said about it. How it looks is the
 * style sheet's business: `data-state` is `error`, `warning` or `ok`.
 */
import { element, mark } from "./dom.mjs";
import { pathOf } from "./record.mjs";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ errors: string[], warnings: string[], suggestions: string[], reading: string, ok: boolean }} Findings */
/** @typedef {{ error: string, warning: string, perhaps: string }} Words with the space that follows them, where the language has one */

/** About a field of which nothing is to be said. @returns {Findings} */
export const nothing = () => ({
  errors: [],
  warnings: [],
  suggestions: [],
  reading: "",
  ok: false,
});

export class Field {
  /** Whether errors are shown: the person has left the field, or has tried to send the form. */
  judged = false;
  /** A text that reads in two ways, and the one that was chosen. @type {{ text: string, value: number } | undefined} */
  #meant;
  #shown = "";

  /** @param {HTMLElement} root with named controls, a `.name`, and a place for what is said: `.said` */
  constructor(root) {
    this.root = root;
    this.controls = /** @type {Control[]} */ ([...root.querySelectorAll("[name]")]);
    this.path = pathOf(this.control.name);
    this.said = /** @type {HTMLElement} */ (root.querySelector(".said"));
    // Radio buttons are one widget, which is marked as a whole; of check boxes each is one.
    this.#marked = root.getAttribute("role") === "radiogroup" ? [root] : this.controls;
  }

  /** @type {HTMLElement[]} */
  #marked;

  /** The first, which gets the focus. @returns {Control} */
  get control() {
    const [first] = this.controls;
    if (!first) throw new TypeError("a field without a control");
    return first;
  }

  get type() {
    return this.control.type;
  }

  /** What it is called on the page. */
  get name() {
    return this.root.querySelector(".name")?.textContent?.trim() ?? "";
  }

  /** What the record gets. @returns {unknown} */
  get value() {
    const { control } = this;
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      const inputs = /** @type {HTMLInputElement[]} */ (this.controls);
      const checked = inputs.filter((input) => input.checked).map((input) => input.value);
      return control.type === "radio" ? (checked[0] ?? "") : checked;
    }
    // Half a date has an empty value, but is not nothing: it must not get lost.
    if (control.validity.badInput) return "unfinished";
    return this.#meant?.text === control.value ? this.#meant.value : control.value;
  }

  get blank() {
    const { value } = this;
    return Array.isArray(value) ? value.length === 0 : String(value).trim() === "";
  }

  /** The text now means this number. @param {number} value */
  mean(value) {
    this.#meant = { text: this.control.value, value };
  }

  focus() {
    const inputs = /** @type {HTMLInputElement[]} */ (this.controls);
    const checked = this.type === "radio" ? inputs.find((input) => input.checked) : undefined;
    (checked ?? this.control).focus();
  }

  /**
   * Changes only what is different: nobody sees or hears the same thing twice.
   * @param {Findings} findings @param {Words} words @param {(suggestion: string) => string} written how a suggestion is written here
   */
  show(findings, words, written) {
    const { errors, warnings, reading, ok } = findings;
    const suggestions = new Map(findings.suggestions.map((one) => [written(one), one]));
    const shown = JSON.stringify([errors, warnings, [...suggestions], reading, ok, words]);
    if (shown === this.#shown) return;
    this.#shown = shown;

    const noted = warnings.length + suggestions.size > 0;
    const state = errors.length > 0 ? "error" : noted ? "warning" : ok ? "ok" : "";
    this.root.dataset.state = state;
    for (const one of this.#marked) {
      if (state === "error") one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
    }
    const paragraphs = [
      ...errors.map((message) => finding("error", words.error, message)),
      ...warnings.map((message) => finding("warning", words.warning, message)),
    ];
    if (suggestions.size > 0) paragraphs.push(perhaps(words.perhaps, suggestions));
    else if (state === "ok" && reading)
      paragraphs.push(element("p", { class: "reading" }, reading));
    this.said.replaceChildren(...paragraphs);
  }
}

/** @param {"error" | "warning"} kind @param {string} word @param {string} message */
const finding = (kind, word, message) =>
  element(
    "p",
    { class: kind },
    mark(kind),
    element("span", {}, element("strong", {}, word), message),
  );

/** @param {string} question @param {Map<string, string>} suggestions as they are written, and as the engine made them */
const perhaps = (question, suggestions) =>
  element(
    "p",
    { class: "perhaps" },
    question,
    ...Array.from(suggestions, ([text, suggestion]) => {
      const about = { "aria-label": `${question}${text}`, "data-suggestion": suggestion };
      return element("button", { type: "button", value: text, ...about }, text);
    }),
  );
