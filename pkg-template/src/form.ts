// What a form needs: the schema and phone numbers, around a smaller engine without the mapping language and the
// client.
export { applyToForm } from "./controls.js";
export { QuoContactsError } from "./errors.js";
export { flatten, prettify, treeify } from "./issues.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
export { contactSchema } from "./schema.js";
