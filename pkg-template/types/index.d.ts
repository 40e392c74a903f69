// The package's interface, kept by hand. The data types come from Rust, generated into `data.d.ts`;
// `src/declared.ts` and the compiler see to it that the code does what is declared here.
export * from "./client.js";
export * from "./contact.js";
export * from "./engine.js";
export * from "./errors.js";
export * from "./issues.js";
export * from "./mapping.js";
export { normalizePhone, normalizePhones, type PhoneNumber, type PhoneOptions } from "./phone.js";
export * from "./schema.js";
export * from "./suggest.js";
export * from "./verdict.js";
