// Talks to Quo through the host's `fetch`. What is sent, and when, the engine says. No key ever comes here.
import type {
  Client,
  ClientOptions,
  Contact,
  ContactPayload,
  FieldDefinition,
  ListOptions,
  Pace,
  RequestOptions,
  UpsertResult,
} from "#types";
import { object } from "./compiled.js";
import { invalidOptions, type QuoContactsError } from "./errors.js";
import { Locks } from "./locks.js";
import { type Failed, failed, result, run, type Transport, written } from "./operation.js";
import { createPace } from "./pace.js";
import { known } from "./phone.js";
import type { Signal } from "./time.js";

const BASE = "https://api.quo.com";
/** Where a page would need a key. */
const QUO = /^https?:\/\/api\.(quo|openphone)\.com(:\d+)?(\/|$)/i;
/** How many records go into one operation: a list takes as many `externalIds`. */
const CHUNK = 20;
/** How many operations of one upsert run side by side, so that the pace is what limits them. */
const LANES = 5;

type Row = { outcome: UpsertResult["outcome"]; contact: Contact } | { failed: Failed };

export const createClient = (options: ClientOptions): Client => {
  const transport = check(options);
  let kept: { at: number; definitions: FieldDefinition[] } | undefined;

  const ask = async <T>(
    what: Readonly<Record<string, unknown>>,
    payloads: readonly string[],
    options: RequestOptions | undefined,
  ): Promise<T> => {
    const { signal, timeout } = asked(options, transport);
    try {
      return await result<T>(run({ ...transport, timeout }, what, payloads, signal));
    } catch (error) {
      throw noticed(error);
    }
  };

  /** A field that is not known any more is a sign that the definitions have changed. */
  const noticed = <T>(error: T): T => {
    const { details } = error as { details?: { code?: unknown } };
    if (details?.code === "0801400") kept = undefined;
    return error;
  };

  const write = async (
    kind: "create" | "upsert",
    payloads: readonly string[],
    options: RequestOptions | undefined,
  ): Promise<(UpsertResult | { error: QuoContactsError })[]> => {
    const rows = await ask<Row[]>({ kind }, payloads, options);
    return rows.map((row) => ("failed" in row ? { error: noticed(failed(row.failed)) } : row));
  };

  const one = async (
    kind: "create" | "upsert",
    payload: ContactPayload,
    options: RequestOptions | undefined,
  ): Promise<UpsertResult> => {
    const [row] = (await ask<Row[]>({ kind }, [written(payload)], options)) as [Row];
    if ("failed" in row) throw noticed(failed(row.failed));
    return row;
  };

  /** Groups side by side, none of which is kept from being written by what becomes of another. */
  const many = async (
    payloads: readonly ContactPayload[],
    options: RequestOptions | undefined,
  ): Promise<(UpsertResult | { error: QuoContactsError })[]> => {
    // As they are now: the caller may use the array for the next ones.
    const texts = Array.from(payloads, written);
    asked(options, transport);
    const results: (UpsertResult | { error: QuoContactsError })[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let at = next; at < texts.length; at = next) {
        next = at + CHUNK;
        const group = texts.slice(at, next);
        const written = await write("upsert", group, options).catch((error) =>
          group.map(() => ({ error: error as QuoContactsError })),
        );
        for (const [index, row] of written.entries()) results[at + index] = row;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return results;
  };

  return {
    definitions: async (options) => {
      const { maxAge: given, signal, timeout } = known(options, ["maxAge", ...REQUEST], REQUESTED);
      const maxAge = duration("maxAge", given, 0);
      const now = Date.now();
      const age = kept ? now - kept.at : Number.POSITIVE_INFINITY;
      if (kept && age >= 0 && age < maxAge) return structuredClone(kept.definitions);
      const definitions = await ask<FieldDefinition[]>({ kind: "definitions" }, [], {
        signal,
        timeout,
      });
      kept = { at: now, definitions: structuredClone(definitions) };
      return definitions;
    },
    create: async (payload, options) => (await one("create", payload, options)).contact,
    get: (id, options) => ask<Contact>({ kind: "get", id }, [], options),
    list: (options) => listed(transport, options),
    update: (id, changes, options) =>
      ask<Contact>({ kind: "update", id }, [written(changes)], options),
    replace: (id, payload, options) =>
      ask<Contact>({ kind: "replace", id }, [written(payload)], options),
    upsert: ((payload: ContactPayload | readonly ContactPayload[], options?: RequestOptions) =>
      Array.isArray(payload)
        ? many(payload, options)
        : one("upsert", payload as ContactPayload, options)) as Client["upsert"],
    delete: async (id, options) => {
      await ask({ kind: "delete", id }, [], options);
    },
  };
};

async function* listed(
  transport: Transport,
  options: ListOptions | undefined,
): AsyncGenerator<Contact, void, void> {
  const { signal, timeout, ...query } = known(options, [...QUERY, ...REQUEST], REQUESTED);
  // A list of none is not the list of all.
  const none = (list: unknown): boolean => Array.isArray(list) && list.length === 0;
  if (none(query.externalIds) || none(query.sources)) return;
  const limits = asked({ signal, timeout }, transport);
  const patient = { ...transport, timeout: limits.timeout };
  const pages = run(patient, { ...query, kind: "list" }, [], limits.signal);
  for await (const page of pages) yield* page;
}

const OPTIONS = [
  "fetch",
  "baseUrl",
  "timeout",
  "attempts",
  "deadline",
  "pace",
  "hooks",
  "dangerouslyAllowBrowser",
];

const HOOKS = ["onRequest", "onResponse", "onRetry", "bodies"];

const check = (options: ClientOptions): Transport => {
  for (const name of Object.keys(object(options))) {
    if (OPTIONS.includes(name)) continue;
    throw invalidOptions(
      /key|token|auth|secret|password|header/i.test(name)
        ? `\`${name}\`: the engine never sees a key; add the \`authorization\` header in your \`fetch\``
        : `\`${name}\` is no option of a client`,
      name,
    );
  }
  const { fetch: send, baseUrl = BASE, pace = createPace() } = options;
  const hooks = known(options.hooks, HOOKS, "`hooks`");
  if (typeof send !== "function") throw invalidOptions("`fetch`: expected a function", "fetch");
  if (typeof baseUrl !== "string" || !/^https?:\/\/[^/?#]+[^?#]*$/i.test(baseUrl)) {
    throw invalidOptions("`baseUrl`: expected an absolute http(s) URL without a query", "baseUrl");
  }
  if (typeof pace?.acquire !== "function") {
    throw invalidOptions("`pace`: expected an object with `acquire`", "pace");
  }
  if (QUO.test(baseUrl) && options.dangerouslyAllowBrowser !== true && isPage()) {
    throw invalidOptions(
      "a page that talks to Quo itself holds the key, which has full rights, in everybody's hands: let a server of yours do it, and name it as `baseUrl`; or say `dangerouslyAllowBrowser: true`",
      "dangerouslyAllowBrowser",
    );
  }
  return {
    send,
    base: baseUrl.replace(/\/+$/, ""),
    timeout: duration("timeout", options.timeout, 30_000),
    patience: { attempts: options.attempts, deadline: options.deadline },
    pace,
    hooks,
    locks: locksOf(pace),
  };
};

/** Clients with the same pace have the same key, and so the same contacts. */
const shared = new WeakMap<Pace, Locks>();

const locksOf = (pace: Pace): Locks => {
  const locks = shared.get(pace) ?? new Locks();
  shared.set(pace, locks);
  return locks;
};

const REQUEST = ["signal", "timeout"];
const QUERY = ["externalIds", "sources", "maxResults"];
const REQUESTED = "a request";

/** What one request is given besides what it is about. */
const asked = (options: RequestOptions | undefined, transport: Transport) => {
  const { signal, timeout } = known(options, REQUEST, REQUESTED);
  return {
    signal: signal as Signal | undefined,
    timeout: duration("timeout", timeout, transport.timeout),
  };
};

/** Milliseconds, as an option gives them. */
const duration = (option: string, given: unknown, otherwise: number): number => {
  const duration = given ?? otherwise;
  if (typeof duration === "number" && duration >= 0) return Math.min(duration, 2 ** 31 - 1);
  throw invalidOptions(`\`${option}\`: expected milliseconds`, option);
};

/** Whether whoever visits can read what runs here. */
const isPage = (): boolean => {
  const place = globalThis as { window?: { document?: unknown } };
  const worker = /^\[object (Dedicated|Shared)WorkerGlobalScope\]$/;
  return place.window?.document !== undefined || worker.test(String(globalThis));
};
