// The whole package but for the engine itself, which each entry brings in its own way.
import { version as engineVersion, last_panic } from "#glue";
import { createClient } from "./client.js";
import { applyToForm } from "./controls.js";
import { QuoContactsError } from "./errors.js";
import { flatten, prettify, treeify } from "./issues.js";
import { createMapper } from "./mapper.js";
import { createPace } from "./pace.js";
import { normalizePhone, normalizePhones } from "./phone.js";
import { call, explain, init, initSync, isReady, provide } from "./runtime.js";
import { contactSchema } from "./schema.js";
import { proveColumn, suggestMapping } from "./suggest.js";

explain(last_panic);

const version = (): string => call(engineVersion);

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
  provide,
  QuoContactsError,
  suggestMapping,
  treeify,
  version,
};
