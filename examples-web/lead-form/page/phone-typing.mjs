/**
 * A phone number is laid out while it is typed. The caret stays behind the digit that it was behind; input
 * methods are left alone until they are done; what undo and redo bring back is not laid out again.
 */
import { laidOut } from "./caret.mjs";
import { replaceText } from "./undoable.mjs";

/** @type {Record<string, "backward" | "forward">} */
const DELETIONS = { deleteContentBackward: "backward", deleteContentForward: "forward" };

/**
 * @param {HTMLInputElement} input
 * @param {(text: string) => string} layOut may answer with the text as it is, while nothing is loaded
 */
export function layOutWhileTyping(input, layOut) {
  let before = "";
  /** Whether there was a selection: what deletes it has deleted enough. */
  let selected = false;
  let ours = false;

  const remember = () => {
    before = input.value;
    selected = input.selectionStart !== input.selectionEnd;
  };

  /** @param {string} inputType */
  const tidy = (inputType) => {
    const { value, selectionStart } = input;
    const deletes = selected ? undefined : DELETIONS[inputType];
    const typed = { text: value, caret: selectionStart ?? value.length, before, deletes };
    const { text, caret } = laidOut(typed, layOut);
    if (text === value) return;
    ours = true;
    replaceText(input, text);
    ours = false;
    if (document.activeElement === input) input.setSelectionRange(caret, caret);
  };

  input.addEventListener("beforeinput", () => {
    if (!ours) remember();
  });
  input.addEventListener("input", (event) => {
    // Whatever fills the field in for a person may send an event that says nothing.
    const { isComposing, inputType = "" } = /** @type {InputEvent} */ (event);
    if (ours || isComposing || inputType.startsWith("history")) return;
    tidy(inputType);
  });
  input.addEventListener("compositionend", () => tidy("insertText"));
}
