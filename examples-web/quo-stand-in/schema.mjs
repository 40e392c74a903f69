/**
 * The shape of a request. It stands once, in `openapi.json`, and is enforced from there: what the
 * description says and what the server does cannot part.
 */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */

const description = JSON.parse(readFileSync(new URL("openapi.json", import.meta.url), "utf8"));

const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addKeyword("components");
const newContact = ajv.compile({
  $ref: "#/components/schemas/NewContact",
  components: description.components,
});

/**
 * Every way in which the body differs from what makes a contact; nothing where it fits.
 * @param {unknown} body
 * @returns {ErrorItem[]}
 */
export function shapeErrors(body) {
  if (newContact(body)) return [];
  return (newContact.errors ?? []).map((error) => {
    const { type } = error.parentSchema ?? {};
    const missing = error.keyword === "required" ? `/${error.params.missingProperty}` : "";
    return {
      path: `${error.instancePath}${missing}` || "/",
      message: error.message ?? "is not valid",
      ...(missing ? {} : { value: error.data }),
      schema: { type: typeof type === "string" ? type : "union" },
    };
  });
}
