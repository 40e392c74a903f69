/**
 * An e-mail address that may have been meant. `ada@gmial.com` is an address like others, so the engine lets it
 * through; a form can ask whether the person wanted it.
 */

/** Where many people have their addresses. Names that are one slip apart are all here, so neither is doubted. */
const DOMAINS = [
  ...[
    "gmail.com",
    "mail.com",
    "ymail.com",
    "googlemail.com",
    "yahoo.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
  ],
  ...["icloud.com", "me.com", "aol.com", "proton.me", "gmx.de", "gmx.net", "web.de", "t-online.de"],
  ...["hotmail.co.uk", "yahoo.co.uk", "orange.fr", "wanadoo.fr", "free.fr", "libero.it"],
];

/** Domains this short are one letter from too many others. */
const SHORTEST = 7;

/** @param {string} text @returns {string | undefined} */
export function likelyEmail(text) {
  const signs = /^\s*([^\s@<>]+?)\s*@+\s*([^\s@<>]+?)[.,;]*\s*$/.exec(text);
  if (!signs) return undefined;
  const [, local = "", written = ""] = signs;
  const domain = written
    .toLowerCase()
    .replaceAll(",", ".")
    .replace(/\.{2,}/g, ".");
  const near = (/** @type {string} */ one) => one.startsWith(`${domain}.`) || oneSlip(domain, one);
  const known = DOMAINS.includes(domain) ? domain : DOMAINS.find(near);
  const meant = `${local}@${known ?? domain}`;
  return meant === text.trim().replace(/@.*/, (rest) => rest.toLowerCase()) ? undefined : meant;
}

/** One letter wrong, missing or too many, or two that changed places. @param {string} typed @param {string} known */
export function oneSlip(typed, known) {
  if (known.length < SHORTEST || Math.abs(typed.length - known.length) > 1) return false;
  let from = 0;
  while (from < typed.length && typed[from] === known[from]) from++;
  const [left, right] = [typed.slice(from), known.slice(from)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) {
    return true;
  }
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
