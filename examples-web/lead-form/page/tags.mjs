/** Parts of a language tag. `Intl.Locale` throws for what some hosts report, such as `en-US@posix`. */

const TAG = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2})(?![a-z\d]))?/i;

/** @param {string} tag */
export const languageOf = (tag) => TAG.exec(tag)?.[1]?.toLowerCase();

/** @param {string} tag */
export const regionOf = (tag) => TAG.exec(tag)?.[2]?.toUpperCase();
