/**
 * The countries to choose from. The engine is asked which it knows and how they are called from abroad, so that
 * no second list can be wrong; their names are the browser's.
 */
import { element } from "./dom.mjs";
import { regionOf } from "./tags.mjs";

/** @typedef {(text: string, options: { country: string, level: "shape" }) => { value?: { e164: string } | undefined }} Normalize */

/** @typedef {{ code: string, calling: string }} Country */

/** @param {Normalize} normalizePhone @returns {Country[]} */
export function knownCountries(normalizePhone) {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      try {
        // What two numbers have in common is the calling code: nothing else is the same in both.
        const [one = "", other = ""] = ["2222222", "3333333"].map(
          (digits) => normalizePhone(digits, { country: code, level: "shape" }).value?.e164,
        );
        const end = [...one].findIndex((sign, index) => sign !== other[index]);
        return end > 1 ? [{ code, calling: one.slice(0, end) }] : [];
      } catch {
        // An unknown country is a misuse, and throws.
        return [];
      }
    });
}

/**
 * Fills the list, in the order of the language.
 * @param {HTMLSelectElement} select @param {Country[]} countries @param {string} locale
 * @param {string} [chosen] what is chosen stays chosen
 */
export function listCountries(select, countries, locale, chosen = select.value) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const order = new Intl.Collator(locale);
  const options = countries
    .map(({ code, calling }) => ({ code, calling, name: names.of(code) ?? code }))
    .sort((one, other) => order.compare(one.name, other.name))
    .map(({ code, calling, name }) => element("option", { value: code }, `${name} (${calling})`));
  select.replaceChildren(...options);
  select.value = chosen;
}

/**
 * The first country in a person's languages, as Austria is in `de-AT`, that can be chosen.
 * @param {readonly string[]} languages @param {Country[]} countries
 */
export const likelyCountry = (languages, countries) =>
  languages.map(regionOf).find((region) => countries.some(({ code }) => code === region));
