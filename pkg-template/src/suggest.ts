// Mappings for tables that nobody has described, and what all values of a column prove together.
import { add_values, begin_column, end_column, suggest_mapping } from "#glue";
import type { ColumnProof, MappingSuggestion, ProveOptions, SuggestOptions } from "#types";
import { object } from "./compiled.js";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { known } from "./phone.js";
import { encode, OPTIONS } from "./record.js";
import { call, generation, lives } from "./runtime.js";

/** The engine looks at no more. */
const SAMPLES = 100;

export const suggestMapping = (options: SuggestOptions): MappingSuggestion => {
  const { samples, ...rest } = object(options);
  const rows: unknown = samples;
  const first = Array.isArray(rows) ? rows.slice(0, SAMPLES) : rows;
  const flat = encode({ ...rest, samples: first }, OPTIONS);
  return JSON.parse(call(() => suggest_mapping(flat))) as MappingSuggestion;
};

/** UTF-16 units that cross at once. */
const CHUNK = 1 << 16;

export const proveColumn = (values: Iterable<unknown>, options?: ProveOptions): ColumnProof => {
  const { as } = known(options, ["as"], "a column");
  if (as !== undefined && as !== "date" && as !== "number")
    throw invalidOptions("`as`: expected `date` or `number`", "as");
  if (typeof values === "string" || typeof Object(values)[Symbol.iterator] !== "function")
    throw invalidOptions("expected the values of a column, an array or another iterable");
  const column = call(begin_column);
  const born = generation();
  const inEngine = <T>(work: () => T): T =>
    call(() => {
      if (born !== generation())
        throw new QuoContactsError("engine_fault", "another call ended this one's instance");
      return work();
    });
  let flat = "";
  const flush = (): void => {
    inEngine(() => add_values(column, `[\0${flat}]\0`));
    flat = "";
  };
  let said = "{}";
  try {
    for (const value of values) {
      flat += encode(value);
      if (flat.length > CHUNK) flush();
    }
    flush();
  } finally {
    // What the iterator throws must not leave the column behind.
    if (lives(born)) said = inEngine(() => end_column(column));
  }
  const { date, number, ...counts } = JSON.parse(said) as ColumnProof;
  return {
    ...counts,
    ...(date && as !== "number" && { date }),
    ...(number && as !== "date" && { number }),
  };
};
