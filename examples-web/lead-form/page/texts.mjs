/** What the page says, in the language that was chosen. English stands in the page itself. */
import { languageOf } from "./tags.mjs";
import english from "./texts/en.mjs";

/**
 * @typedef {object} Texts
 * @property {Record<string, string>} page by the `data-text` of the elements, drawn ones too
 * @property {import("./field.mjs").Words} words
 * @property {string} afterName what stands between the name of a field and what is said of it
 * @property {Record<string, string>} messages what is said of some issues in other words than the package's, by code
 * @property {string} send
 * @property {string} sending
 * @property {string} corrected
 * @property {(count: number) => string} toCorrect
 * @property {(number: string) => string} reading
 * @property {(firstName: string, lastName: string) => string} thanks
 * @property {(number: string) => string} promise
 * @property {(id: string) => string} reference
 * @property {{ offline: string, busy: string, refused: string, engine: string }} failures
 */

export const LANGUAGES = ["en", "de", "fr", "es", "pt", "nl", "it", "ja"];

export { english };

/** @param {string} language @returns {Promise<Texts>} */
export const loadTexts = async (language) =>
  language === "en" ? english : (await import(`./texts/${language}.mjs`)).default;

/** The first of the person's languages that there is. @param {readonly string[]} wanted */
export const likelyLanguage = (wanted) =>
  wanted.map(languageOf).find((one) => one !== undefined && LANGUAGES.includes(one)) ?? "en";

/** Writes the page's own texts. @param {Texts} texts @param {string} language */
export function writePage({ page }, language) {
  document.documentElement.lang = language;
  document.title = page.title ?? document.title;
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-text]")
  )) {
    const { text = "", otherwise = one.textContent } = one.dataset;
    one.textContent = page[text] ?? otherwise;
  }
}
