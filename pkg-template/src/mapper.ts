// Holds what the engine compiled: an integer there, which is made anew after a fault and given back at the end.
import {
  create_mapper,
  drop_mapper,
  explain_record,
  map_record,
  map_row,
  mapper_diagnostics,
  mapper_keys,
  set_columns,
} from "#glue";
import type { Diagnostic, Explanation, Mapper, MapperOptions, Messages } from "#types";
import { readAnswer } from "./answer.js";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { answerTo, writeText } from "./exchange.js";
import { encode, OPTIONS } from "./record.js";
import { columnsOf, writeRow } from "./row.js";
import { call, generation } from "./runtime.js";
import { checkZone, utcOffset } from "./zone.js";

/** A compiled mapper in the engine. `born` is the instance that knows it; 0 for none. */
interface Compiled {
  /** In the flat form. */
  readonly options: string;
  handle: number;
  born: number;
  /** The columns that were announced to that instance. */
  columns: readonly string[];
  /** The columns of the record before this one. */
  before: readonly string[];
}

/** Only inside `call`. */
const handle = (compiled: Compiled): number => {
  if (compiled.born !== generation()) {
    compiled.handle = create_mapper(compiled.options, utcOffset);
    compiled.born = generation();
    compiled.columns = [];
  }
  return compiled.handle;
};

/**
 * The records of one form or table have the same columns, one after the other: from the second on, their names
 * are neither sent nor looked up again.
 */
const map = (compiled: Compiled, record: unknown): string => {
  if (compiled.before.length > 0) {
    const answer = call(() => mapRow(compiled, record));
    if (answer !== undefined) return answer;
  }
  const columns = columnsOf(record);
  const { before } = compiled;
  const same =
    columns.length === before.length && columns.every((column, index) => column === before[index]);
  if (!same) compiled.before = columns;
  const text = encode(record);
  return call(() => {
    const mapper = handle(compiled);
    return answerTo(writeText(text), map_record, mapper);
  });
};

/** `undefined` for a record that has other columns than the one before, or needs a closer look. */
const mapRow = (compiled: Compiled, record: unknown): string | undefined => {
  const columns = compiled.before;
  const instance = generation();
  const length = writeRow(record, columns);
  // A getter may have ended the instance, or mapped records of other columns.
  if (length < 0 || instance !== generation() || columns !== compiled.before) return undefined;
  const mapper = handle(compiled);
  if (compiled.columns !== columns) {
    set_columns(mapper, encode(columns));
    compiled.columns = columns;
  }
  return answerTo(length, map_row, mapper);
};

const drop = (compiled: Compiled): void => {
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

/** As text, because the host's options may be proxies or change later, and the engine may need them again. */
const plain = (options: MapperOptions): string => {
  if (typeof options !== "object" || options === null)
    throw invalidOptions("expected options, an object");
  try {
    const { messages: _, ...rest } = options;
    checkZone(rest.timeZone);
    return encode(rest, OPTIONS);
  } catch (cause) {
    if (cause instanceof QuoContactsError) throw cause;
    throw new QuoContactsError("invalid_options", "expected options that can be read", { cause });
  }
};

export const createMapper = (options: MapperOptions = {}): Mapper => {
  const compiled: Compiled = {
    options: plain(options),
    handle: 0,
    born: 0,
    columns: [],
    before: [],
  };
  const messages: Messages | undefined = options.messages;
  const said = call(() => mapper_diagnostics(handle(compiled)));
  const diagnostics = JSON.parse(said) as readonly Diagnostic[];
  const keys = JSON.parse(call(() => mapper_keys(handle(compiled)))) as readonly string[];
  let freed = false;
  const free = (): void => {
    freed = true;
    drop(compiled);
  };
  const alive = (): void => {
    if (freed) throw new QuoContactsError("mapper_freed", "this mapper was freed before");
  };
  const mapper: Mapper = {
    diagnostics,
    map: (record) => {
      alive();
      return readAnswer(map(compiled, record), keys, messages);
    },
    explain: (record) => {
      alive();
      const text = encode(record);
      return JSON.parse(call(() => explain_record(handle(compiled), text))) as Explanation[];
    },
    free,
    [dispose]: free,
  };
  // `map` may be all that is kept of the mapper, and the mapper holds it.
  forgotten.register(mapper.map, compiled);
  return mapper;
};

// Hosts without `using` still get the method, under the name that its polyfills use.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
