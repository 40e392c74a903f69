// The engine inside, as text: for wherever bytes may be compiled.
import { bytes } from "#bytes";
import { provide } from "./core.js";

provide(() => new WebAssembly.Module(bytes()));

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
