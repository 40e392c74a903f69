// The texts that `quo-contacts types` writes: the same for the same definitions, to the byte.
import { contactSchema, createMapper } from "../index.js";

const HEAD = "// Written by `quo-contacts types`: write it again when the custom fields change.\n";

/** Throws as the package does for definitions that are none. */
export function files(given) {
  const { diagnostics } = createMapper({ definitions: given });
  // What else the API may answer with is not written down.
  const definitions = given.map(({ key, name, type }) => ({ key, name, type }));
  const { jsonSchema } = contactSchema({ definitions })["~standard"];
  const schema = (of) => json(of({ target: "draft-2020-12" }));
  return {
    warnings: diagnostics.map(({ target, message }) => `${target}: ${message}`),
    texts: {
      "contact.js": `${HEAD}export const definitions = ${json(definitions)}`.replace(/\n$/, ";\n"),
      "contact.d.ts": declarations(definitions),
      "contact-input.schema.json": schema(jsonSchema.input),
      "contact-output.schema.json": schema(jsonSchema.output),
    },
  };
}

function declarations(definitions) {
  const rows = definitions.map(
    ({ key, name, type }) =>
      `  { readonly key: ${literal(key)}; readonly name: ${literal(name)}; readonly type: ${literal(type)} },\n`,
  );
  return `${HEAD}import type { ContactInput as Input, ContactOutput as Output } from "quo-contacts";

/** The custom fields of the workspace. */
export declare const definitions: readonly [
${rows.join("")}];
/** What a form may hold. */
export type ContactInput = Input<typeof definitions>;
/** What Quo gets. */
export type ContactOutput = Output<typeof definitions>;
/** One of its custom fields. */
export type CustomField = NonNullable<ContactOutput["customFields"]>[number];
/** The keys of the custom fields. */
export type CustomFieldKey = CustomField["key"];
`;
}

/** JSON's texts are JavaScript's; the ends of lines that only JavaScript once knew are escaped for older tools. */
function literal(text) {
  return JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
}

function json(value) {
  return `${JSON.stringify(value, null, 2).replace(/[\u2028\u2029]/g, (c) => literal(c).slice(1, -1))}\n`;
}
