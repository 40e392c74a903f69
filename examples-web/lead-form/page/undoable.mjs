/** Changes the text of an input in a way that the browser's undo takes back. */

/**
 * All of the text, not the part that differs: what undo brings back is then a whole text, too. The input event
 * that follows is the browser's own.
 * @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} text
 */
export function replaceText(input, text) {
  if (input.value === text) return;
  if (input.ownerDocument.activeElement === input) {
    input.select();
    // Deprecated, but still the one way to edit a field and keep its history.
    document.execCommand(text === "" ? "delete" : "insertText", false, text);
  }
  // It was filled in from elsewhere, or the browser has no such command.
  if (input.value !== text) {
    input.value = text;
    const about = { bubbles: true, inputType: "insertReplacementText" };
    input.dispatchEvent(new InputEvent("input", about));
  }
}
