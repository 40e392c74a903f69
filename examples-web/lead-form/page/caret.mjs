/**
 * Where the caret belongs after a text was laid out anew: behind as many letters and digits as before. Marks
 * (brackets, spaces, dashes) come and go, so they don't count. Nothing here knows of the page.
 */

const COUNTS = /[\p{L}\p{N}+＋]/u;

/** What of a text stays when it is laid out. @param {string} text */
export const significant = (text) => [...text].filter((sign) => COUNTS.test(sign)).join("");

/**
 * The place in `text` behind its first `count` letters and digits.
 * @param {string} text @param {number} count
 */
export function placeAfter(text, count) {
  let place = 0;
  let left = count;
  for (const sign of text) {
    if (left === 0) break;
    place += sign.length;
    if (COUNTS.test(sign)) left--;
  }
  return place;
}

/**
 * Lays out what was just typed. A deletion that took nothing but marks would be undone by the layout, and the
 * key would seem dead: it takes the digit beside them, too.
 * @param {{ text: string, caret: number, before: string, deletes?: "backward" | "forward" | undefined }} typed
 * @param {(text: string) => string} layOut
 * @returns {{ text: string, caret: number }}
 */
export function laidOut({ text, caret, before, deletes }, layOut) {
  let [head, tail] = [text.slice(0, caret), text.slice(caret)];
  if (deletes && text !== before && significant(text) === significant(before)) {
    const digit = significant(deletes === "backward" ? head : tail);
    if (deletes === "backward") {
      head = head.slice(0, placeAfter(head, [...digit].length - 1));
    } else if (digit !== "") {
      tail = tail.slice(placeAfter(tail, 1));
    }
  }
  const laid = layOut(head + tail);
  const count = [...significant(head)].length;
  // At the very end the caret stays at the end, behind marks that the layout added.
  const atEnd = tail === "" && count === [...significant(laid)].length;
  return { text: laid, caret: atEnd ? laid.length : placeAfter(laid, count) };
}
