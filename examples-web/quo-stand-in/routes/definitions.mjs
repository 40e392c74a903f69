/** `GET /v1/contact-custom-fields`: every definition at once, without pages or parameters. */
import { Hono } from "hono";

/** @param {import("../types.d.ts").FieldDefinition[]} definitions */
export function definitionRoutes(definitions) {
  return new Hono().get("/", (c) => c.json({ data: definitions }));
}
