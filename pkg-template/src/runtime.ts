// Starts the engine: lazily, synchronously, and again after a fault. Importing this does nothing.
import { __wbg_finalize_init, __wbg_get_imports } from "#glue";
import type { EngineSource } from "#types";
import { fromEngine, QuoContactsError } from "./errors.js";

type Module = WebAssembly.Module;

/** What makes an instance: a module, or a function where the engine is JavaScript. */
type Maker = Module | ((imports: WebAssembly.Imports) => WebAssembly.Exports);

let bundled: (() => Maker) | undefined;
let compiled: Maker | undefined;
let running = false;
let instances = 0;
let starting: Promise<unknown> = Promise.resolve();
let room: WebAssembly.Memory;
let lastPanic = (): string => "";

/** Called by the entries that bring the engine with them. */
export const provide = (load: () => Maker): void => {
  bundled = load;
};

/** What an engine says that keeps the text of its panics; the small ones have none. */
export const explain = (panic: () => string): void => {
  lastPanic = panic;
};

/** The memory of the instance that runs. */
export const memory = (): WebAssembly.Memory => room;

/** Which instance runs; what an earlier one compiled is gone. */
export const generation = (): number => instances;

/** Whether an instance still runs: what it knows can be given back to it. */
export const lives = (instance: number): boolean => running && instance === instances;

/** Does work in the engine. A fault in it costs the instance, never the next call. */
export const call = <T>(work: () => T): T => {
  if (!running) start();
  try {
    return work();
  } catch (error) {
    // The stack and the heap of the instance are in an unknown state; the next call makes a new one. Said first: where
    // the host's stack has run out, nothing that is asked here answers.
    running = false;
    if (!isFault(error)) {
      running = true;
      throw fromEngine(error);
    }
    throw new QuoContactsError(
      "engine_fault",
      `the engine stopped in a call and will be replaced: ${panic() || String(error)}`,
      { cause: error },
    );
  }
};

/** What a panic left behind; nothing after another trap, or where even that can't be read. */
const panic = (): string => {
  try {
    return lastPanic();
  } catch {
    return "";
  }
};

export const isReady = (): boolean => running;

export const initSync = (source?: Module | ArrayBuffer | ArrayBufferView): void => {
  if (running) return;
  if (source !== undefined) compiled = compile(source);
  start();
};

export const init = (source?: EngineSource | PromiseLike<EngineSource>): Promise<void> => {
  const given = Promise.resolve(source);
  // One after the other, lest the engine is fetched twice.
  const mine = starting.then(() => load(given));
  given.catch(() => {});
  starting = mine.catch(() => {});
  return mine;
};

const load = async (source: Promise<EngineSource | undefined>): Promise<void> => {
  // Waited for even when the engine runs: a promise that fails must not fail unseen.
  const given = await source;
  if (running) return;
  if (given !== undefined) compiled = await compileAsync(given);
  if (!running) start();
};

const start = (): void => {
  if (compiled === undefined) {
    if (bundled === undefined) {
      throw new QuoContactsError(
        "not_initialized",
        "this entry has no engine inside: call `await init(source)` or `initSync(source)` first, with `quo-contacts/contact.wasm`",
      );
    }
    compiled = attempt("engine_unavailable", bundled);
  }
  const module = compiled;
  attempt("engine_unavailable", () => {
    const imports = __wbg_get_imports();
    const exports =
      typeof module === "function"
        ? module(imports)
        : new WebAssembly.Instance(module, imports).exports;
    room = __wbg_finalize_init({ exports }, module as Module).memory;
  });
  running = true;
  instances += 1;
};

const compile = (source: unknown): Module => {
  if (isModule(source)) return source;
  if (!isBytes(source)) throw notASource();
  return attempt("invalid_source", () => new WebAssembly.Module(source));
};

const compileAsync = async (given: EngineSource): Promise<Module> => {
  let source: unknown = given;
  try {
    if (typeof source === "string" || tag(source) === "URL") source = await fetch(String(source));
    if (isResponse(source)) {
      if (source.ok === false) throw new Error(`the server answered ${source.status}`);
      // Not `compileStreaming`: it wants an exact content type, which many servers do not send.
      source = await source.arrayBuffer();
    }
    if (isModule(source)) return source;
    // Edge runtimes refuse a script in which this is called by its full name.
    const { compile } = WebAssembly;
    if (isBytes(source)) return await compile(source);
  } catch (cause) {
    throw new QuoContactsError("invalid_source", `the engine did not load: ${String(cause)}`, {
      cause,
    });
  }
  throw notASource();
};

const notASource = (): QuoContactsError =>
  new QuoContactsError(
    "invalid_source",
    "expected a WebAssembly.Module, a URL, a Response or bytes",
  );

const attempt = <T>(code: string, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    throw new QuoContactsError(code, `the engine did not start: ${String(cause)}`, { cause });
  }
};

// All by name: `instanceof` fails for what another realm made.
const tag = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const isModule = (value: unknown): value is Module => tag(value) === "WebAssembly.Module";
const isBytes = (value: unknown): value is BufferSource =>
  ArrayBuffer.isView(value) || tag(value) === "ArrayBuffer";
const isResponse = (value: unknown): value is Response =>
  typeof value === "object" && value !== null && "arrayBuffer" in value;
const isFault = (error: unknown): boolean =>
  /^(Runtime|Range|Internal)Error$/.test((error as Error | undefined)?.name as string);
