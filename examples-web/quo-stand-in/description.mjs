/** `openapi.json`, our description of the API. What it says of a request is enforced from there. */
import { readFileSync } from "node:fs";

/** A JSON Schema, or `true`. @typedef {any} Schema */

export const description = JSON.parse(
  readFileSync(new URL("openapi.json", import.meta.url), "utf8"),
);

/** @param {string} name @returns {Schema} */
export const schema = (name) => description.components.schemas[name];

/** @param {string} reference such as `#/components/schemas/Contact` @returns {Schema} */
export const resolve = (reference) => schema(reference.split("/").at(-1) ?? "");
