// The engine inside, as text: for wherever bytes may be compiled.
import { bytes } from "#bytes";
import { provide } from "./core.js";

provide(() => new WebAssembly.Module(bytes()));

export {
  contactSchema,
  createClient,
  createMapper,
  createPace,
  init,
  initSync,
  isReady,
  normalizePhone,
  normalizePhones,
  proveColumn,
  QuoContactsError,
  suggestMapping,
  version,
} from "./core.js";
