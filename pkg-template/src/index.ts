// The engine inside, as text: for Node, browsers, bundlers.
import { bytes } from "#bytes";
import { provide } from "./core.js";

provide(() => new WebAssembly.Module(bytes()));

export {
  contactSchema,
  createClient,
  createMapper,
  init,
  initSync,
  isReady,
  normalizePhone,
  QuoContactsError,
  version,
} from "./core.js";
