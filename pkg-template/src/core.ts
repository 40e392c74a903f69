// The whole package but for the engine itself, which each entry brings in its own way.
import { version as engineVersion } from "#glue";
import { createClient } from "./client.js";
import { QuoContactsError } from "./errors.js";
import { createMapper } from "./mapper.js";
import { normalizePhone } from "./phone.js";
import { call, init, initSync, isReady, provide } from "./runtime.js";
import { contactSchema } from "./schema.js";

const version = (): string => call(engineVersion);

export {
  contactSchema,
  createClient,
  createMapper,
  init,
  initSync,
  isReady,
  normalizePhone,
  provide,
  QuoContactsError,
  version,
};
