// Drives an operation of the engine: it says what to send and how long to wait, and is told what came of it.
import { drop_operation, operation_next, operation_pairs, start_operation } from "#glue";
import type {
  Contact,
  ErrorDetails,
  FetchInit,
  FetchResponse,
  Hooks,
  HttpRequest,
  Pace,
} from "#types";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { registry } from "./forgotten.js";
import type { Locks } from "./locks.js";
import { en } from "./messages/en.js";
import { render } from "./messages.js";
import { encode, PAYLOAD } from "./record.js";
import { call, generation, lives } from "./runtime.js";
import { clocks, type Signal, sleep, unlessAborted } from "./time.js";

/** What all operations of a client share. */
export interface Transport {
  readonly send: (url: string, init: FetchInit) => Promise<FetchResponse>;
  readonly base: string;
  readonly timeout: number;
  /** In the words of the engine. */
  readonly patience: Readonly<Record<string, unknown>>;
  readonly pace: Pace;
  readonly hooks: Hooks;
  readonly locks: Locks;
}

export interface Failed {
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
  /** What the host's `fetch` or the signal threw before. */
  cause?: unknown;
}

/** See `src/ffi/operation.rs`. */
type Command =
  | { send: HttpRequest; attempt: number; contact?: string }
  | { wait: number }
  | { page: Contact[] }
  | { done: unknown }
  | { failed: Failed };

/** What happened, by its number; an answer with its parts. */
type Event = readonly [number: number, status: number, headers: string, body: string];
const [START, ANSWER, NO_ANSWER, NOT_SENT, WOKE, ABORT] = [0, 1, 2, 3, 4, 5];
const plain = (number: number): Event => [number, 0, "", ""];

/** Stands between payloads: no token of one has this tag. */
const BETWEEN = ";\0";

/** A payload as it is now, whatever becomes of the object. */
export const written = (payload: unknown): string => encode(payload, PAYLOAD);

/** What the engine knows of an operation, in the instance that started it. */
interface Started {
  readonly handle: number;
  readonly born: number;
}

const drop = ({ handle, born }: Started): void => {
  if (lives(born)) call(() => drop_operation(handle));
};

/** Lists that are let go of between two pages. */
const abandoned = registry(drop);

/** Runs an operation: yields pages, and returns what is done. Throws `QuoContactsError` for what fails. */
export async function* run(
  transport: Transport,
  options: Readonly<Record<string, unknown>>,
  payloads: readonly string[],
  signal: Signal | undefined,
): AsyncGenerator<Contact[], unknown, void> {
  const { pace, hooks, locks, patience } = transport;
  const texts = payloads.join(BETWEEN);
  if (signal?.aborted) throw stopped(signal.reason);
  const seed = Math.floor(Math.random() * 2 ** 32);
  const handle = start(encode({ ...options, ...patience }), texts, seed);
  const born = generation();
  const started = { handle, born };
  // As long as this can go on, it holds what is registered.
  const here = {};
  abandoned.register(here, started, here);
  let cause: unknown;
  /** Whether the request at hand left, and whether any that may have changed something did. */
  let sent = false;
  let wrote = false;
  let last: HttpRequest | undefined;
  let contact: string | undefined;
  let give = (): void => {};
  let giveContact = (): void => {};

  const next = ([number, status, headers, body]: Event): Command => {
    try {
      return JSON.parse(
        call(() => {
          if (born !== generation()) throw fault();
          return operation_next(handle, number, ...clocks(), status, headers, body);
        }),
      );
    } catch (error) {
      throw wrote ? unknown(error) : error;
    }
  };

  /** The answer to a request. */
  const exchange = async (
    request: HttpRequest,
    attempt: number,
    wanted: string | undefined,
  ): Promise<Event> => {
    sent = false;
    if (contact !== wanted) giveContact();
    if (wanted !== undefined && contact !== wanted) {
      // The name of no pair: these begin with a source.
      giveContact = await locks.take([`\n${wanted}`], signal);
    }
    contact = wanted;
    const answered = await pace.acquire(signal as FetchInit["signal"]);
    if (signal?.aborted) {
      tell(answered, undefined);
      throw signal.reason;
    }
    last = request;
    const about = { method: request.method, path: request.path, attempt };
    const { bodies } = hooks;
    tell(hooks.onRequest, { ...about, ...(bodies && { body: request.body }) });
    const [began] = clocks();
    sent = true;
    wrote ||= request.method !== "GET";
    let event: Event | undefined;
    try {
      event = await fetched(transport, request, signal);
      return event;
    } finally {
      const [ended] = clocks();
      const said = event?.[0] === ANSWER ? { status: event[1], headers: event[2] } : undefined;
      const told = { status: said?.status, milliseconds: ended - began };
      tell(hooks.onResponse, { ...about, ...told, ...(bodies && { body: event?.[3] }) });
      tell(answered, said);
    }
  };

  try {
    let event = plain(START);
    const pairs = JSON.parse(call(() => operation_pairs(handle))) as string[];
    if (pairs.length > 0) give = await locks.take(pairs, signal).catch(stop);
    for (;;) {
      const command = next(event);
      if ("done" in command) return explained(command.done, cause);
      if ("failed" in command) throw failed({ ...command.failed, cause });
      if ("page" in command) {
        yield command.page;
        event = plain(START);
        continue;
      }
      try {
        if ("send" in command)
          event = await exchange(command.send, command.attempt, command.contact);
        else {
          tell(hooks.onRetry, { method: last?.method, path: last?.path, wait: command.wait });
          sent = true;
          await sleep(command.wait, signal);
          event = plain(WOKE);
        }
      } catch (error) {
        if (!wrote && error instanceof QuoContactsError) throw error;
        if (!wrote && !sent && signal?.aborted) stop(signal.reason);
        cause = signal?.aborted ? signal.reason : error;
        event = plain(!sent ? NOT_SENT : signal?.aborted ? ABORT : NO_ANSWER);
      }
    }
  } finally {
    give();
    giveContact();
    abandoned.unregister(here);
    drop(started);
  }
}

const start = (options: string, payloads: string, seed: number): number => {
  try {
    return call(() => start_operation(options, payloads, seed));
  } catch (error) {
    if (error instanceof QuoContactsError && error.code === "invalid_payload")
      spelled(error.details);
    throw error;
  }
};

class TimedOut extends Error {
  constructor(timeout: number) {
    super(`no answer within ${timeout} ms`);
  }
}

/** Sends one request; throws what the network or the signal threw. */
const fetched = async (
  { send, base, timeout }: Transport,
  request: HttpRequest,
  signal: Signal | undefined,
): Promise<Event> => {
  const control = new AbortController();
  const late = setTimeout(() => control.abort(new TimedOut(timeout)), timeout);
  const give = () => control.abort(signal?.reason);
  signal?.addEventListener?.("abort", give, { once: true });
  if (signal?.aborted) give();
  try {
    const init: FetchInit = {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      signal: control.signal,
      // Followed, it would be another request than the one that was decided on.
      redirect: "manual",
    };
    if (request.body !== undefined) init.body = request.body;
    const sent = Promise.resolve().then(() => send(base + request.path, init));
    const response = await unlessAborted(sent, control.signal);
    if (typeof response?.status !== "number" || typeof response.text !== "function") {
      throw invalidOptions("`fetch`: expected it to answer with a Response", "fetch");
    }
    const { status } = response;
    let headers = "";
    response.headers?.forEach?.((value, name) => {
      headers += `${name}\n${value}\n`;
    });
    try {
      const body = String(await unlessAborted(response.text(), control.signal));
      return [ANSWER, status, headers, body];
    } catch (cause) {
      // The status alone tells that nothing was changed, or that something was made.
      if (status >= 400 || request.method === "POST") return [ANSWER, status, headers, ""];
      throw cause;
    }
  } finally {
    clearTimeout(late);
    signal?.removeEventListener?.("abort", give);
  }
};

/** The result of an operation that has no pages. */
export const result = async <T>(running: AsyncGenerator<unknown, unknown, void>): Promise<T> => {
  for (;;) {
    const { done, value } = await running.next();
    if (done) return value as T;
  }
};

/** The error of a failure that the engine told. */
export const failed = ({ code, message, details, cause }: Failed): QuoContactsError => {
  // What the host's `fetch` threw may tell the key, and messages are logged: it is the cause alone.
  const why = cause instanceof TimedOut ? `: ${cause.message}` : "";
  if (code === "invalid_payload") spelled(details);
  const told = code === "network_failure" || code === "outcome_unknown" ? message + why : message;
  return new QuoContactsError(code, told, {
    ...(details !== undefined && { details }),
    ...(cause !== undefined && THROWN.includes(code) && { cause }),
  });
};

/** Issues leave the engine without their texts. */
const spelled = (details: unknown): void => {
  render((details as ErrorDetails["invalid_payload"]).issues, [en.messages]);
};

/** Failures of single records know what was thrown, where that is why. */
const explained = (done: unknown, cause: unknown): unknown => {
  for (const { failed } of Array.isArray(done) ? (done as { failed?: Failed }[]) : []) {
    if (failed && THROWN.includes(failed.code)) failed.cause = cause;
  }
  return done;
};
const THROWN = ["network_failure", "outcome_unknown", "aborted"];

const stopped = (cause: unknown): QuoContactsError =>
  new QuoContactsError("aborted", "the request was stopped by its signal", { cause });
const stop = (cause: unknown): never => {
  throw stopped(cause);
};
const fault = (): QuoContactsError =>
  new QuoContactsError("engine_fault", "the engine was replaced in the middle of an operation");
const unknown = (cause: unknown): QuoContactsError =>
  new QuoContactsError(
    "outcome_unknown",
    `something was sent, and what came of it is not known: ${String(cause)}`,
    { cause, details: { remedy: "look_up" } },
  );

/** What a hook or a pace throws, now or later, must not change what was done. */
const tell = <T>(hook: ((about: T) => unknown) | undefined, about: T): void => {
  try {
    Promise.resolve(hook?.(about)).catch(() => {});
  } catch {
    // The host's own affair.
  }
};
