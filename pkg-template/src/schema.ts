// The schema for forms: Standard Schema 1.1 (https://standardschema.dev) over the engine, all of it synchronous.
// What a call says otherwise (country, locale) costs a mapper of its own, of which some are kept.
import type * as Types from "#types";
import { readAnswer } from "./answer.js";
import {
  answered,
  type Compiled,
  compile,
  drop,
  forgotten,
  keysOf,
  object,
  plain,
  read,
} from "./compiled.js";
import { invalidOptions } from "./errors.js";
import { field, type Run } from "./field.js";
import { type Facts, jsonSchema } from "./json-schema.js";
import { en } from "./messages/en.js";
import { checked, wording } from "./messages.js";
import { known } from "./phone.js";
import { encode, OPTIONS } from "./record.js";

type Call = Types.CallOptions;

/** As long as it can be reached, its mapper may be asked. */
interface Entry {
  readonly compiled: Compiled;
}
/** How many are kept for calls. */
const KEPT = 8;

const CALL = ["country", "languages", "locale", "messages"] satisfies (keyof Call)[];
/** What a call says; form libraries hand it on as it came. */
const said = (call: unknown): Call =>
  read(() => {
    const { ...said } = known<Call>((call ?? undefined) as Call | undefined, CALL, "a call");
    checked(said);
    return said;
  });

const make = (options: Types.SchemaOptions = {}) => {
  const { country, languages, locale, messages, ...rest } = read(() => ({ ...object(options) }));
  const words = checked({ languages, locale, messages });
  for (const [name, value] of Object.entries(rest))
    if (/^(mapping|headers)$/.test(name) && value !== undefined)
      throw invalidOptions(`\`${name}\` is no option of a schema`, name);
  const flat = plain(rest);
  const others = new Map<string, Entry>();

  const entry = (own: string): Entry => {
    // Both are objects in the flat form: one without its end, one without its beginning.
    const entry = { compiled: compile(flat.slice(0, -2) + own.slice(2)) };
    forgotten.register(entry, entry.compiled);
    return entry;
  };
  const base = entry(encode({ country, locale }, OPTIONS));
  const keys = keysOf(base.compiled);
  const { definitions, fields, mode, blankFirstName } = rest;
  const facts = read(
    () => JSON.parse(JSON.stringify({ definitions, fields, mode, blankFirstName })) as Facts,
  );

  /** The mapper for what a call says, which throws for what can't be said. */
  const mapperFor = (own: Call): Compiled => {
    // A list of countries has `""` where none was chosen.
    if (!own.country && !own.locale) return base.compiled;
    const words = { country: own.country || country, locale: own.locale || locale };
    const name = encode(words, OPTIONS);
    const found = others.get(name) ?? entry(name);
    // The last in use is the last in order.
    others.delete(name);
    others.set(name, found);
    for (const [first, { compiled }] of others) {
      if (others.size <= KEPT) break;
      others.delete(first);
      drop(compiled);
    }
    return found.compiled;
  };

  const run: Run = (value, call) => {
    const own = said(call);
    const answer = answered(mapperFor(own), value);
    return readAnswer(answer, keys, () => wording(en.messages, words, own));
  };

  const { "~standard": standard, safeParse } = schemaOf(run);
  const shape = (of: "input" | "output") => (options: Types.JsonSchemaOptions) => {
    mapperFor(said(options?.libraryOptions));
    return jsonSchema(facts, of, options?.target);
  };
  return {
    "~standard": { ...standard, jsonSchema: { input: shape("input"), output: shape("output") } },
    safeParse,
    field: (path: string) => schemaOf(field(run, path)),
  };
};

const schemaOf = <Value>(run: Run<Value>) => ({
  "~standard": {
    version: 1,
    vendor: "quo-contacts",
    validate: (value: unknown, options?: Types.ValidateOptions) =>
      run(value, options?.libraryOptions),
  },
  safeParse: (value: unknown, options?: Call) => {
    const { value: data, issues, warnings } = run(value, options);
    return issues ? { success: false, issues, warnings } : { success: true, data, warnings };
  },
});

// What the compiler can't see is the types of the definitions, which are not there when this runs.
export const contactSchema = make as unknown as typeof Types.contactSchema;
