// Records to contacts, one by one or the rows of a table.
import { explain_record, map_row, mapper_diagnostics, set_columns } from "#glue";
import type { Diagnostic, Explanation, Mapper, MapperOptions } from "#types";
import { readAnswer } from "./answer.js";
import {
  answered,
  ask,
  type Compiled,
  compile,
  drop,
  forgotten,
  handleOf,
  keysOf,
  object,
  plain,
  read,
} from "./compiled.js";
import { QuoContactsError } from "./errors.js";
import { answerTo, tell, writeText } from "./exchange.js";
import { en } from "./messages/en.js";
import { wording } from "./messages.js";
import { encode } from "./record.js";
import { columnsOf, writeRow } from "./row.js";
import { call, generation } from "./runtime.js";

/** What is known of the rows of a table. */
interface Table {
  readonly compiled: Compiled;
  /** The columns that were announced to the engine, and to which instance of it. */
  columns: readonly string[];
  told: number;
  /** The columns of the record before this one. */
  before: readonly string[];
}

/**
 * The records of one form or table have the same columns, one after the other: from the second on, their names
 * are neither sent nor looked up again.
 */
const map = (table: Table, record: unknown): string => {
  if (table.before.length > 0) {
    const answer = call(() => mapRow(table, record));
    if (answer !== undefined) return answer;
  }
  const columns = columnsOf(record);
  const { before } = table;
  const same =
    columns.length === before.length && columns.every((column, index) => column === before[index]);
  if (!same) table.before = columns;
  return answered(table.compiled, record);
};

/** `undefined` for a record that has other columns than the one before, or needs a closer look. */
const mapRow = (table: Table, record: unknown): string | undefined => {
  const columns = table.before;
  const mapper = handleOf(table.compiled);
  const instance = generation();
  if (table.columns !== columns || table.told !== instance) {
    const length = writeText(encode(columns));
    tell(() => set_columns(mapper, length));
    table.columns = columns;
    table.told = instance;
  }
  const length = writeRow(record, columns);
  // A getter may have ended the instance, or mapped records of other columns.
  if (length < 0 || instance !== generation() || columns !== table.columns) return undefined;
  return answerTo(() => map_row(mapper, length));
};

export const createMapper = (options: MapperOptions = {}): Mapper => {
  const { messages, languages, ...rest } = read(() => ({ ...object(options) }));
  const words = wording(en.messages, { messages, languages, locale: rest.locale });
  const compiled = compile(plain(rest));
  const table: Table = { compiled, columns: [], told: 0, before: [] };
  const diagnostics = JSON.parse(ask(compiled, mapper_diagnostics)) as readonly Diagnostic[];
  const keys = keysOf(compiled);
  // Any of the methods may be all that is kept of the mapper, and each holds this.
  const state = { freed: false };
  const free = (): void => {
    state.freed = true;
    drop(compiled);
  };
  const alive = (): void => {
    if (state.freed) throw new QuoContactsError("mapper_freed", "this mapper was freed before");
  };
  const mapper: Mapper = {
    diagnostics,
    map: (record) => {
      alive();
      return readAnswer(map(table, record), keys, () => words);
    },
    explain: (record) => {
      alive();
      return JSON.parse(ask(compiled, explain_record, encode(record))) as Explanation[];
    },
    free,
    [dispose]: free,
  };
  forgotten.register(state, compiled);
  return mapper;
};

// Hosts without `using` still get the method, under the name that its polyfills use.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
