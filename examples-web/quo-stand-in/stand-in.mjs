/**
 * The stand-in as a whole: who may call, which routes there are, and how it starts and stops.
 *
 * It keeps contacts while it runs and answers as Quo was seen to answer, in its odd ways too. It does
 * not check a value against its definition, because Quo does not.
 *
 * Where things stand, and where new ones belong:
 * - `authorization.mjs`: keys. What an answer carries on every route (rate limits) is a middleware like it.
 * - `routes/`: one file per resource, from request to answer.
 * - `schema.mjs`: the shape of a request, read from `openapi.json`. `rules.mjs`: what needs the workspace.
 * - `contacts.mjs`: what is kept, and nothing about HTTP. `errors.mjs`: every shape of error.
 */
import { randomBytes } from "node:crypto";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { requireKey } from "./authorization.mjs";
import { Contacts } from "./contacts.mjs";
import { htmlNotFound, unknownError } from "./errors.mjs";
import { contactRoutes } from "./routes/contacts.mjs";
import { definitionRoutes } from "./routes/definitions.mjs";

/**
 * @typedef {object} Options
 * @property {import("./types.d.ts").FieldDefinition[] | { data: import("./types.d.ts").FieldDefinition[] }} definitions
 *   The custom fields of the workspace, as a list or as the API's own answer.
 * @property {() => Date} [now] The clock.
 * @property {() => string} [newId] Makes the ids of contacts and of their items.
 */

/** @param {Options} options */
export function createStandIn({ definitions, now, newId }) {
  const list = Array.isArray(definitions) ? definitions : definitions.data;
  const contacts = new Contacts(list, {
    now: now ?? (() => new Date()),
    newId: newId ?? (() => randomBytes(12).toString("hex")),
  });

  const app = new Hono();
  app.use("/v1/contact-custom-fields", requireKey);
  app.use("/v1/contacts", requireKey);
  app.use("/v1/contacts/:id", requireKey);
  app.route("/v1/contact-custom-fields", definitionRoutes(list));
  app.route("/v1/contacts", contactRoutes(contacts));
  app.notFound(htmlNotFound);
  app.onError((error, c) => {
    console.error(error);
    return unknownError(c);
  });

  /** @type {import("node:http").Server | undefined} */
  let server;

  return {
    app,
    contacts,

    /**
     * Serves on this machine only; port 0 is any free one.
     * @param {{ port?: number }} [options]
     * @returns {Promise<{ url: string, port: number }>}
     */
    listen({ port = 0 } = {}) {
      const starting = /** @type {import("node:http").Server} */ (
        createAdaptorServer({ fetch: app.fetch })
      );
      return new Promise((resolve, reject) => {
        starting.once("error", reject);
        starting.listen(port, "127.0.0.1", () => {
          server = starting;
          const address = /** @type {import("node:net").AddressInfo} */ (starting.address());
          resolve({ url: `http://127.0.0.1:${address.port}`, port: address.port });
        });
      });
    },

    /** Ends when the last connection has. @returns {Promise<void>} */
    close() {
      const running = server;
      server = undefined;
      if (!running) return Promise.resolve();
      return new Promise((resolve, reject) => {
        running.close((error) => (error ? reject(error) : resolve()));
        running.closeAllConnections();
      });
    },
  };
}
