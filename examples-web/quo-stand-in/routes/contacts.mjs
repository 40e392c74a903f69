/** `POST /v1/contacts`, `GET /v1/contacts`, `GET /v1/contacts/{id}`. PATCH and DELETE belong here too. */
import { Hono } from "hono";
import { badRequest, conflict, contactNotFound, invalidCustomField } from "../errors.mjs";
import { pageToken, readListQuery } from "../list-query.mjs";
import { unknownKeys } from "../rules.mjs";
import { shapeErrors } from "../schema.mjs";

/** @param {import("../contacts.mjs").Contacts} contacts */
export function contactRoutes(contacts) {
  return new Hono()
    .post("/", async (c) => {
      const body = parse(await c.req.text());
      const errors = shapeErrors(body);
      if (errors.length > 0) return badRequest(c, "The body does not describe a contact", errors);

      const sent = /** @type {import("../types.d.ts").NewContact} */ (body);
      const unknown = unknownKeys(sent, contacts.definitions);
      if (unknown.length > 0) return invalidCustomField(c, unknown);

      const contact = contacts.create(sent);
      return contact ? c.json({ data: contact }, 201) : conflict(c);
    })

    .get("/", (c) => {
      const query = readListQuery(new URL(c.req.url).searchParams);
      if ("problem" in query) return badRequest(c, query.problem);

      const found = contacts.list(query);
      const data = found.slice(query.start, query.start + query.maxResults);
      const end = query.start + data.length;
      return c.json({
        data,
        // Quo says itself that this is not reliable: the size of the page is a number that no client
        // can build on by mistake.
        totalItems: data.length,
        nextPageToken: end < found.length ? pageToken(end) : null,
      });
    })

    .get("/:id", (c) => {
      const contact = contacts.get(c.req.param("id"));
      return contact ? c.json({ data: contact }) : contactNotFound(c);
    });
}

/** Text that is not JSON has no shape at all, and fails with the shape. @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
