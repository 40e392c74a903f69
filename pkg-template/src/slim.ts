// No engine inside: the caller hands it to `init` or `initSync`.
export {
  contactSchema,
  createClient,
  createMapper,
  init,
  initSync,
  isReady,
  normalizePhone,
  normalizePhones,
  QuoContactsError,
  version,
} from "./core.js";
