// Holds what the engine compiled out of options: an integer there, which is made anew after a fault and given
// back at the end.
import { create_mapper, drop_mapper, map_record, mapper_keys } from "#glue";
import { fromEngine, invalidOptions, QuoContactsError } from "./errors.js";
import { answerTo, tell, writeText } from "./exchange.js";
import { registry } from "./forgotten.js";
import { encode, OPTIONS } from "./record.js";
import { call, generation, lives } from "./runtime.js";
import { checkZone } from "./zone.js";

/** `born` is the instance that knows it; 0 for none. */
export interface Compiled {
  /** In the flat form. */
  readonly options: string;
  handle: number;
  born: number;
}

/** Compiles at once, so that options that can't be throw here. */
export const compile = (options: string): Compiled => {
  const compiled: Compiled = { options, handle: 0, born: 0 };
  call(() => handleOf(compiled));
  return compiled;
};

/** Only inside `call`, and before a text is written for it. */
export const handleOf = (compiled: Compiled): number => {
  if (compiled.born !== generation()) {
    const length = writeText(compiled.options);
    const made = tell(() => create_mapper(length));
    if (made < 0) throw fromEngine(JSON.parse(answerTo(() => -1 - made)));
    compiled.handle = made;
    compiled.born = generation();
  }
  return compiled.handle;
};

/** What the engine answers about a mapper, and a text where it is asked about one. */
export const ask = (
  compiled: Compiled,
  question: (mapper: number, length: number) => number,
  text?: string,
): string =>
  call(() => {
    const mapper = handleOf(compiled);
    const length = text === undefined ? 0 : writeText(text);
    return answerTo(() => question(mapper, length));
  });

/** The keys of the definitions, by which an answer names them. */
export const keysOf = (compiled: Compiled): readonly string[] =>
  JSON.parse(ask(compiled, mapper_keys)) as readonly string[];

/** The engine's answer to a record of any shape. */
export const answered = (compiled: Compiled, record: unknown): string =>
  ask(compiled, map_record, encode(record));

export const drop = (compiled: Compiled): void => {
  const { born } = compiled;
  compiled.born = 0;
  // After a fault, the instance that knew the handle is gone with all that it held.
  if (lives(born)) call(() => drop_mapper(compiled.handle));
};

/** Dropped when what is registered with it is no longer reachable. */
export const forgotten = registry(drop);

/** As text, because the host's options may be proxies or change later, and the engine may need them again. */
export const plain = (options: { readonly timeZone?: string | undefined }): string =>
  read(() => {
    checkZone(options.timeZone);
    return encode(options, OPTIONS);
  });

/** Reads options, whatever their getters do. */
export const read = <T>(work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof QuoContactsError) throw cause;
    throw new QuoContactsError("invalid_options", "expected options that can be read", { cause });
  }
};

export const object = <T>(options: T): T => {
  if (typeof options !== "object" || options === null)
    throw invalidOptions("expected options, an object");
  return options;
};
