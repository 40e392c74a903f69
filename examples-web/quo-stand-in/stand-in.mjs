/**
 * The stand-in as a whole: its parts put together, and how it starts and stops.
 *
 * It keeps contacts and answers as Quo was seen to answer, in its odd ways too. It does not check a value
 * against its definition, because Quo does not.
 *
 * Where things stand, and where new ones belong:
 * - `front/`: what a request passes before a route sees it; `way.mjs` is the order.
 * - `routes/`: one file per resource, from request to answer; `control.mjs` is for tests alone.
 * - `schema.mjs`: the shape of a request, read from `openapi.json`. `rules.mjs`: what needs the workspace.
 * - `store/`: what is kept, and nothing about HTTP. `errors.mjs`: every shape of error.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as timer } from "node:timers/promises";
import { Keys } from "./front/authorization.mjs";
import { httpDoor, processDoor } from "./front/doors.mjs";
import { Faults } from "./front/faults.mjs";
import { RateLimit } from "./front/rate-limit.mjs";
import { Report } from "./front/report.mjs";
import { answer } from "./front/way.mjs";
import { checkOptions } from "./options.mjs";
import { draw, within } from "./random.mjs";
import { contactRoutes } from "./routes/contacts.mjs";
import { controlRoutes, isControl } from "./routes/control.mjs";
import { definitionRoutes } from "./routes/definitions.mjs";
import { Contacts } from "./store/contacts.mjs";

/** The form of the state that is kept. Another one is refused and not guessed at. */
const VERSION = 1;

/** @param {import("./types.d.ts").Options} given */
export function createStandIn(given) {
  const options = checkOptions(given);
  const { definitions, storage } = options;
  const now = given.now ?? (() => new Date());
  const milliseconds = () => now().getTime();

  const save = () =>
    storage?.save({ version: VERSION, contacts: contacts.snapshot(), keys: keys.snapshot() });
  const report = new Report();
  const faults = new Faults(options.faults);
  const limit = new RateLimit(options.perSecond, options.rateWindow);
  const keys = new Keys(milliseconds, options.keyDelay, save);
  let writes = 0;
  const contacts = new Contacts(
    definitions,
    {
      now,
      newId: given.newId ?? (() => randomBytes(12).toString("hex")),
      lag: () => within(options.listLag, draw(faults.plan.seed, 3, writes++)),
      vanishAfter: options.vanishAfter,
    },
    save,
  );

  /** Everything as it was at the first start. */
  function reset() {
    contacts.restore({ next: 0, burnt: [], entries: [] });
    keys.restore([]);
    contacts.seed(options.contacts);
    limit.reset();
    report.reset();
    faults.set(options.faults);
    writes = 0;
  }

  const state = /** @type {any} */ (storage?.load());
  if (state === undefined) {
    reset();
  } else {
    if (state?.version !== VERSION) throw new Error("the state is not one of this stand-in");
    contacts.restore(state.contacts);
    keys.restore(state.keys);
  }

  const control = controlRoutes({ contacts, faults, report, reset });
  const parts = {
    routes: [...definitionRoutes(definitions), ...contactRoutes(contacts)],
    ...{ report, limit, keys, faults },
    now: milliseconds,
    sleep: given.sleep ?? timer,
  };
  /** @param {import("./types.d.ts").Asked} asked */
  const handle = async (asked) =>
    isControl(asked.url.pathname) ? control(asked) : answer(parts, asked);

  /** @type {import("node:http").Server | undefined} */
  let server;

  return {
    contacts,

    /** As `fetch`, without a port: takes a path, or an address with any host. */
    request: processDoor(handle),

    /** What was counted since the start or the last reset. */
    report: () => report.read(contacts.size),

    reset,

    /**
     * Serves on this machine only; port 0 is any free one.
     * @param {{ port?: number }} [options]
     * @returns {Promise<{ url: string, port: number }>}
     */
    listen({ port = 0 } = {}) {
      const starting = httpDoor(handle);
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
