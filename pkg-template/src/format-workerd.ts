// Phone numbers with their display formats, the engine as a module of its own: Workers forbid compiling bytes.
import engine from "./phone-format.wasm";
import { provide } from "./runtime.js";

provide(() => engine);

export { QuoContactsError } from "./errors.js";
export { formatPhone, phoneState } from "./format.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
