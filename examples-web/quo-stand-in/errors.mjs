/**
 * Every shape of error that Quo answers with: the flat one of the API, the gateway's, and the HTML
 * of a route that does not exist. Messages are for people; clients decide by status.
 */
import { randomInt } from "node:crypto";

/** @typedef {import("hono").Context} Context */
/** @typedef {import("./types.d.ts").ErrorItem} ErrorItem */

const DOCS = "https://quo.com/docs";
const newTrace = () => String(randomInt(2 ** 47)).padStart(15, "0");

/**
 * The request itself breaks a rule: a shape, a length, a reserved word, a query.
 * @param {Context} c @param {string} message @param {ErrorItem[]} [errors]
 */
export function badRequest(c, message, errors) {
  return c.json(
    {
      message,
      code: "0800400",
      status: 400,
      docs: DOCS,
      title: "Bad Request",
      trace: newTrace(),
      ...(errors && { errors }),
    },
    400,
  );
}

/**
 * A custom value has a key that no definition has. Items carry the older `key` and `reason` beside the
 * newer parts, because both were described: a client that reads either finds it here.
 * @param {Context} c @param {ErrorItem[]} errors
 */
export function invalidCustomField(c, errors) {
  return c.json(
    {
      message: "Invalid custom field item",
      code: "0801400",
      status: 400,
      docs: DOCS,
      title: "Invalid Custom Field Item",
      trace: newTrace(),
      description: "Invalid Custom Field Item",
      errors,
    },
    400,
  );
}

/** @param {Context} c */
export function contactNotFound(c) {
  return c.json(
    {
      message: "Contact not found",
      code: "0800404",
      status: 404,
      docs: DOCS,
      title: "Not Found",
      trace: newTrace(),
    },
    404,
  );
}

/** The pair of `source` and `externalId` is taken. The answer names neither. @param {Context} c */
export function conflict(c) {
  return c.json(
    {
      message: "Failed to create contact",
      code: "0800409",
      status: 409,
      docs: DOCS,
      title: "Conflict",
      trace: newTrace(),
    },
    409,
  );
}

/** The server failed. Definitions have a code of their own. @param {Context} c */
export function unknownError(c) {
  return c.json(
    {
      message: "Unknown error",
      code: c.req.path.startsWith("/v1/contact-custom-fields") ? "0701500" : "0801500",
      status: 500,
      docs: DOCS,
      title: "Unknown",
      trace: newTrace(),
    },
    500,
  );
}

/** @param {Context} c */
export function gatewayUnauthorized(c) {
  return c.json(
    { error: { message: "Unauthorized", key: "Unauthorized", trace: newTrace() } },
    401,
  );
}

/** @param {Context} c */
export function htmlNotFound(c) {
  return c.html("<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", 404);
}
