/**
 * What a test asks of the stand-in and not of Quo, under a path that Quo does not have. No key, no limit
 * and no fault stands before it.
 */
import { empty, json } from "../answers.mjs";

/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Asked} Asked */

const ROOM = "/__stand-in/";

/** @param {string} path */
export const isControl = (path) => path.startsWith(ROOM);

/** A mistake in the use of the stand-in; no answer of Quo looks like it. @param {string} problem */
export const misuse = (problem) => json(400, { problem });

/**
 * @param {object} parts
 * @param {import("../store/contacts.mjs").Contacts} parts.contacts
 * @param {import("../front/faults.mjs").Faults} parts.faults
 * @param {import("../front/report.mjs").Report} parts.report
 * @param {() => void} parts.reset
 * @returns {(asked: Asked) => Answer}
 */
export function controlRoutes({ contacts, faults, report, reset }) {
  /** @type {Record<string, (asked: Asked) => Answer>} */
  const routes = {
    "GET report": () => json(200, report.read(contacts.size)),
    "DELETE report": () => {
      report.reset();
      return empty(204);
    },
    "GET contacts": () => json(200, { data: contacts.all() }),
    "POST contacts": ({ body }) => {
      contacts.seed(JSON.parse(body ?? ""));
      return json(201, { contacts: contacts.size });
    },
    "GET faults": () => json(200, faults.plan),
    "PUT faults": ({ body }) => {
      faults.set(JSON.parse(body ?? ""));
      return json(200, faults.plan);
    },
    "DELETE faults": () => {
      faults.set({});
      return empty(204);
    },
    "POST reset": () => {
      reset();
      return empty(204);
    },
  };

  return (asked) => {
    const name = `${asked.method} ${asked.url.pathname.slice(ROOM.length)}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) return json(404, { problem: `there is ${Object.keys(routes).join(", ")}` });
    try {
      return route(asked);
    } catch (error) {
      if (error instanceof RangeError || error instanceof SyntaxError) return misuse(error.message);
      throw error;
    }
  };
}
