// Phone numbers with their display formats.
export { QuoContactsError } from "./errors.js";
export { formatPhone, phoneState } from "./format.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
