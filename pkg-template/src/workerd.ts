// The engine as a module of its own: Workers forbid compiling bytes.
import engine from "./contact.wasm";
import { provide } from "./core.js";

provide(() => engine);

export {
  applyToForm,
  contactSchema,
  createClient,
  createMapper,
  createPace,
  flatten,
  init,
  initSync,
  isReady,
  normalizePhone,
  normalizePhones,
  prettify,
  proveColumn,
  QuoContactsError,
  suggestMapping,
  treeify,
  version,
} from "./core.js";
