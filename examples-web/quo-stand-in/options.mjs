/** What the stand-in is started with, checked once: a mistake in it is an error at the start. */
import { checkSpan } from "./random.mjs";

/** @typedef {import("./types.d.ts").Options} Options */

const PER_SECOND = 10;

/** @param {Options} options */
export function checkOptions({
  definitions,
  contacts = [],
  perSecond = PER_SECOND,
  rateWindow = "clock",
  listLag = 0,
  keyDelay = 0,
  vanishAfter = Infinity,
  faults = {},
  storage,
}) {
  if (perSecond !== Infinity && !(Number.isSafeInteger(perSecond) && perSecond > 0)) {
    throw new RangeError("`perSecond` is a whole number from 1, or `Infinity`");
  }
  if (rateWindow !== "clock" && rateWindow !== "sliding") {
    throw new RangeError("`rateWindow` is `clock` or `sliding`");
  }
  if (!Number.isFinite(keyDelay) || keyDelay < 0) {
    throw new RangeError("`keyDelay` is a number of milliseconds");
  }
  if (!(vanishAfter >= 0)) throw new RangeError("`vanishAfter` is a number of milliseconds");
  return {
    definitions: Array.isArray(definitions) ? definitions : definitions.data,
    contacts,
    perSecond,
    rateWindow,
    listLag: checkSpan("listLag", listLag),
    keyDelay,
    vanishAfter,
    faults,
    storage,
  };
}
