// The engine as a module of its own: Workers forbid compiling bytes.
import engine from "./contact.wasm";
import { provide } from "./core.js";

provide(() => engine);

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
