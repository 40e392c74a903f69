/** `GET /v1/contact-custom-fields`: every definition at once, without pages or parameters. */
import { json } from "../answers.mjs";

/** @typedef {import("../types.d.ts").FieldDefinition} FieldDefinition */

/** @param {FieldDefinition[]} definitions @returns {import("./route.d.ts").Route[]} */
export function definitionRoutes(definitions) {
  return [
    {
      method: "GET",
      path: /^\/v1\/contact-custom-fields$/,
      answer: () => json(200, { data: definitions }),
    },
  ];
}
