// What a form needs: the schema and phone numbers, with a smaller engine.
export type { ContactPayload, FieldDefinition, PayloadItem } from "./contact.js";
export type { EngineSource } from "./engine.js";
export { init, initSync, isReady } from "./engine.js";
export * from "./errors.js";
export * from "./issues.js";
export { normalizePhone, normalizePhones, type PhoneNumber, type PhoneOptions } from "./phone.js";
export * from "./schema.js";
export * from "./verdict.js";
