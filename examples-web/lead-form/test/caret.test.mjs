import assert from "node:assert/strict";
import { test } from "node:test";
import { laidOut, placeAfter, significant } from "../page/caret.mjs";

/** As numbers of the United States are laid out. @param {string} text */
const layOut = (text) => {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 4) return digits;
  if (digits.length < 8) return `${digits.slice(0, 3)}-${digits.slice(3)}`;
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
};

/**
 * `|` is the caret, before and after.
 * @param {string} typed @param {string} expected
 * @param {{ before?: string, deletes?: "backward" | "forward" }} [how]
 */
function check(typed, expected, { before = "", deletes } = {}) {
  const caret = typed.indexOf("|");
  const text = typed.replace("|", "");
  const laid = laidOut({ text, caret, before, deletes }, layOut);
  const shown = `${laid.text.slice(0, laid.caret)}|${laid.text.slice(laid.caret)}`;
  assert.equal(shown, expected, typed);
}

test("the caret stays behind its digit", () => {
  check("4|", "4|");
  check("4155|", "415-5|");
  check("415-55526|", "(415) 555-26|");
  check("(4915|) 555-2671", "(491) 5|55-52671");
  check("|4155552671", "|(415) 555-2671");
  check("41|55552671", "(41|5) 555-2671");
  check("+1x|", "1|");
});

test("a mark that is deleted takes its digit along", () => {
  const before = "(415) 555-2671";
  check("(415) 555|2671", "(415) 55|2-671", { before, deletes: "backward" });
  check("(415)|555-2671", "(41|5) 552-671", { before, deletes: "backward" });
  check("(415) 555|2671", "(415) 555|-671", { before, deletes: "forward" });
  check("|415) 555-2671", "|(155) 552-671", { before, deletes: "forward" });
  check("|415) 555-2671", "|(415) 555-2671", { before, deletes: "backward" });
});

test("a digit that is deleted takes no other along", () => {
  check("(415) 555-267|", "(415) 555-267|", { before: "(415) 555-2671", deletes: "backward" });
  check("(45|) 555-2671", "(45|5) 552-671", { before: "(415) 555-2671", deletes: "backward" });
});

test("marks don't count; letters, digits of any script and the plus do", () => {
  assert.equal(significant("+1 (415) 555-FLOW x9"), "+1415555FLOWx9");
  assert.equal(significant("٠١٢-٣"), "٠١٢٣");
  assert.equal(placeAfter("+44 20", 3), 3);
  assert.equal(placeAfter("+44 20", 4), 5);
  assert.equal(placeAfter("12", 9), 2);
});
