// Phone numbers alone, their engine as a module of its own: Workers forbid compiling bytes.
import engine from "./phone.wasm";
import { provide } from "./runtime.js";

provide(() => engine);

export { QuoContactsError } from "./errors.js";
export { normalizePhone, normalizePhones } from "./phone.js";
export { init, initSync, isReady } from "./runtime.js";
