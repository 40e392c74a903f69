// Phone numbers alone, with their own small engine inside, as text.
import { bytes } from "#bytes";
import { provide } from "./runtime.js";

provide(() => new WebAssembly.Module(bytes()));

export { QuoContactsError } from "./errors.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
