// Phone numbers alone.
export { QuoContactsError } from "./errors.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
