/**
 * What a screen reader says by itself. Little: what is shown at a field is its description, and is read when the
 * field gets the focus. While a person types, a word comes only once the typing pauses.
 */

const PAUSE = 700;

/** @param {HTMLElement} status an element with `role="status"` */
export function speaker(status) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const now = (/** @type {string} */ text) => {
    clearTimeout(waiting);
    status.textContent = text;
  };
  return {
    now,
    /** Replaces what still waits to be said. @param {string} text */
    soon(text) {
      clearTimeout(waiting);
      waiting = setTimeout(() => now(text), PAUSE);
    },
  };
}
