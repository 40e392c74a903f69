// What the engine compiled out of options: an integer there, which is made anew after a fault and given back at
// the end.
import { create_mapper, drop_mapper, map_record, map_row, mapper_keys, set_columns } from "#glue";
import type { ContactPayload, Verdict } from "#types";
import { readAnswer } from "./answer.js";
import { fromEngine, invalidOptions, QuoContactsError } from "./errors.js";
import { answerTo, tell, writeText } from "./exchange.js";
import type { Wording } from "./messages.js";
import { encode, OPTIONS } from "./record.js";
import { call, generation } from "./runtime.js";
import { columnsOf, writeRow } from "./row.js";
import { checkZone } from "./zone.js";

/** `born` is the instance that knows the handle; 0 for none. */
export interface Compiled {
  /** In the flat form. */
  readonly options: string;
  /** Those of the definitions: answers name one by its place. */
  keys: readonly string[];
  handle: number;
  born: number;
  /** The columns that were announced to that instance. */
  columns: readonly string[];
  /** The columns of the record before this one. */
  before: readonly string[];
}

/** Compiles options, to which nothing that happens to them later makes a difference. */
export const compile = (given: object): Compiled => {
  const compiled: Compiled = {
    options: plain(given),
    keys: [],
    handle: 0,
    born: 0,
    columns: [],
    before: [],
  };
  compiled.keys = JSON.parse(ask(compiled, mapper_keys)) as readonly string[];
  return compiled;
};

/** As text, because the host's options may be proxies or change later, and the engine may need them again. */
const plain = (options: object): string => {
  if (typeof options !== "object" || options === null)
    throw invalidOptions("expected options, an object");
  try {
    const {
      messages: _,
      languages: __,
      ...rest
    } = options as { messages?: unknown; languages?: unknown; timeZone?: unknown };
    checkZone(rest.timeZone);
    return encode(rest, OPTIONS);
  } catch (cause) {
    if (cause instanceof QuoContactsError) throw cause;
    throw new QuoContactsError("invalid_options", "expected options that can be read", { cause });
  }
};

/** Only inside `call`, and before a text is written for it. */
const handle = (compiled: Compiled): number => {
  if (compiled.born !== generation()) {
    const length = writeText(compiled.options);
    const made = tell(() => create_mapper(length));
    if (made < 0) throw fromEngine(JSON.parse(answerTo(() => -1 - made)));
    compiled.handle = made;
    compiled.born = generation();
    compiled.columns = [];
  }
  return compiled.handle;
};

/** What the engine says of a mapper; `text`, in the flat form, is in the room. */
export const ask = (
  compiled: Compiled,
  question: (handle: number, length: number) => number,
  text = "",
): string =>
  call(() => {
    const mapper = handle(compiled);
    const length = writeText(text);
    return answerTo(() => question(mapper, length));
  });

export const map = (
  compiled: Compiled,
  record: unknown,
  wording: () => Wording,
): Verdict<ContactPayload> => readAnswer(answerOn(compiled, record), compiled.keys, wording);

/**
 * The records of one form or table have the same columns, one after the other: from the second on, their names
 * are neither sent nor looked up again.
 */
const answerOn = (compiled: Compiled, record: unknown): string => {
  if (compiled.before.length > 0) {
    const answer = call(() => mapRow(compiled, record));
    if (answer !== undefined) return answer;
  }
  const columns = columnsOf(record);
  const { before } = compiled;
  const same =
    columns.length === before.length && columns.every((column, index) => column === before[index]);
  if (!same) compiled.before = columns;
  return ask(compiled, map_record, encode(record));
};

/** `undefined` for a record that has other columns than the one before, or needs a closer look. */
const mapRow = (compiled: Compiled, record: unknown): string | undefined => {
  const columns = compiled.before;
  const mapper = handle(compiled);
  if (compiled.columns !== columns) {
    const length = writeText(encode(columns));
    tell(() => {
      set_columns(mapper, length);
      return 0;
    });
    compiled.columns = columns;
  }
  const length = writeRow(record, columns);
  // A getter may have ended the instance, or mapped records of other columns.
  if (length < 0 || compiled.born !== generation() || columns !== compiled.columns) return undefined;
  return answerTo(() => map_row(mapper, length));
};

export const drop = (compiled: Compiled): void => {
  const { born } = compiled;
  compiled.born = 0;
  // After a fault, the instance that knew the handle is gone with all that it held.
  if (born !== 0 && born === generation()) call(() => drop_mapper(compiled.handle));
};

const forgotten = new FinalizationRegistry<Compiled>((compiled) => {
  try {
    drop(compiled);
  } catch {
    // Nobody is there to be told; the instance has been given up.
  }
});

/** Gives what was compiled back when `holder` can't be reached any more. */
export const dropWith = (holder: object, compiled: Compiled): void => {
  forgotten.register(holder, compiled);
};
