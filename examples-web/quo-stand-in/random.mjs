/** Numbers that look random and are the same in every run: each is a function of a seed and two more numbers. */

/**
 * One number from 0 up to 1 for the n-th event of a stream.
 * @param {number} seed @param {number} stream @param {number} n
 */
export function draw(seed, stream, n) {
  // Each number is mixed in by the finalizer of MurmurHash3, so that neighbours are not alike.
  return mix(mix(mix(seed | 0) ^ stream) ^ n) / 2 ** 32;
}

/** @param {number} number */
function mix(number) {
  let mixed = (number + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A whole number of milliseconds, drawn from a span where it is one.
 * @param {import("./types.d.ts").Span} span @param {number} drawn from 0 up to 1
 */
export function within(span, drawn) {
  if (typeof span === "number") return span;
  const [least, most] = span;
  return Math.floor(least + drawn * (most - least + 1));
}

/**
 * @param {string} name @param {unknown} span
 * @returns {import("./types.d.ts").Span}
 */
export function checkSpan(name, span) {
  const ends = Array.isArray(span) ? span : [span, span];
  const [least, most] = ends;
  const sound =
    ends.length === 2 &&
    ends.every((end) => Number.isSafeInteger(end) && end >= 0 && end <= MAX_DELAY) &&
    least <= most;
  if (!sound) throw new RangeError(`\`${name}\` is milliseconds, or two of them, the least first`);
  return /** @type {import("./types.d.ts").Span} */ (span);
}

/** What timers hold: a longer one would fire at once. */
const MAX_DELAY = 2 ** 31 - 1;
