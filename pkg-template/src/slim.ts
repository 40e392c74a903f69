// No engine inside: the caller hands it to `init` or `initSync`.
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
