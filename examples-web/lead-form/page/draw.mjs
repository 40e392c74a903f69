/**
 * Custom fields, drawn from their definitions: for each of the seven types the input that fits it. What a person
 * may leave open can be left open in each of them: no answer is not `no`.
 */
import { element } from "./dom.mjs";

/** @typedef {{ key: string, name: string, type: string }} Definition */
/** @typedef {{ options?: string[] }} FieldOptions */
/** @typedef {Record<string, string>} Texts by the `data-text` of an element: `yes`, `label:<key>`, `option:<option>` */

/**
 * @param {Definition} definition @param {FieldOptions} options @param {Texts} texts
 * @returns {HTMLElement | undefined} nothing for a type that is newer than this page
 */
export function drawField({ key, name, type }, options, texts) {
  /** @param {string} text @param {string} [otherwise] @returns {Written} */
  const written = (text, otherwise = "") => ({ text, otherwise, now: texts[text] ?? otherwise });
  const hint = written(`hint:${key}`);
  const place = {
    id: `custom-${key}`,
    name: `customFields[${key}]`,
    label: written(`label:${key}`, name),
    hint: hint.now || type !== "multi-select" || options.options ? hint : written("severalHint"),
  };
  switch (type) {
    case "string":
      return single(place, "half", input({ type: "text" }));
    case "number":
      // Not `type="number"`: that loses what it can't read, and knows one way to write thousands.
      return single(place, "half", input({ type: "text", inputmode: "decimal" }));
    case "date":
      return single(place, "half", input({ type: "date" }));
    case "url":
      return single(place, "half", input({ type: "url", inputmode: "url", autocomplete: "url" }));
    case "address":
      return single(
        place,
        "whole",
        element("textarea", { rows: "3", autocomplete: "street-address" }),
      );
    case "boolean":
      return group(place, "whole", "radio", [
        ["true", written("yes")],
        ["false", written("no")],
        ["", written("open")],
      ]);
    case "multi-select": {
      if (!options.options) return single(place, "whole", input({ type: "text" }));
      const choices = options.options.map((option) => {
        return /** @type {const} */ ([option, written(`option:${option}`, option)]);
      });
      return group(place, "whole", "checkbox", choices);
    }
    default:
      return undefined;
  }
}

/** @typedef {{ text: string, otherwise: string, now: string }} Written a text that follows the language */
/** @typedef {{ id: string, name: string, label: Written, hint: Written }} Place */

/** @param {Written} written */
const marks = ({ text, otherwise }) => ({ "data-text": text, "data-otherwise": otherwise });

/** @param {Record<string, string>} attributes */
const input = (attributes) => element("input", { autocomplete: "off", ...attributes });

/** @param {Place} place @param {string} width @param {HTMLInputElement | HTMLTextAreaElement} control */
function single({ id, name, label, hint }, width, control) {
  control.id = id;
  control.name = name;
  control.setAttribute("aria-describedby", describedBy(id, hint));
  return element(
    "div",
    { class: `field ${width}` },
    element("label", { class: "name", for: id, ...marks(label) }, label.now),
    element("div", { class: "control" }, control),
    ...said(id, hint),
  );
}

/**
 * @param {Place} place @param {string} width @param {"radio" | "checkbox"} type
 * @param {(readonly [value: string, label: Written])[]} choices
 */
function group({ id, name, label, hint }, width, type, choices) {
  const inputs = choices.map(([value, text], index) => {
    const control = element("input", {
      type,
      name,
      value,
      id: index === 0 ? id : `${id}-${index}`,
    });
    // The last choice of radio buttons is to leave it open, and that is how it starts.
    control.defaultChecked = type === "radio" && value === "";
    return element("label", { class: "choice" }, control, element("span", marks(text), text.now));
  });
  return element(
    "fieldset",
    {
      class: `field ${width}`,
      role: type === "radio" ? "radiogroup" : "group",
      "aria-describedby": describedBy(id, hint),
    },
    element("legend", { class: "name", ...marks(label) }, label.now),
    element("div", { class: "choices" }, ...inputs),
    ...said(id, hint),
  );
}

/** @param {string} id @param {Written} hint */
const describedBy = (id, hint) => (hint.now ? `${id}-hint ${id}-said` : `${id}-said`);

/** @param {string} id @param {Written} hint */
const said = (id, hint) => [
  ...(hint.now
    ? [element("p", { class: "hint", id: `${id}-hint`, ...marks(hint) }, hint.now)]
    : []),
  element("div", { class: "said", id: `${id}-said` }),
];
