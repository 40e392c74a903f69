// Holds what the engine compiled: an integer there, which is made anew after a fault and given back at the end.
import { create_mapper, drop_mapper, map_record, mapper_diagnostics } from "#glue";
import type { ContactPayload, Diagnostic, Mapper, MapperOptions, Messages } from "#types";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { read } from "./messages.js";
import { encode } from "./record.js";
import { call, generation } from "./runtime.js";
import { checkZone, utcOffset } from "./zone.js";

/** A compiled mapper in the engine. `born` is the instance that knows it; 0 for none. */
interface Compiled {
  /** JSON text. */
  readonly options: string;
  handle: number;
  born: number;
}

/** Only inside `call`. */
const handle = (compiled: Compiled): number => {
  if (compiled.born !== generation()) {
    compiled.handle = create_mapper(compiled.options, utcOffset);
    compiled.born = generation();
  }
  return compiled.handle;
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
export const plain = (options: MapperOptions): string => {
  if (typeof options !== "object" || options === null)
    throw invalidOptions("expected options, an object");
  const { messages: _, ...rest } = options;
  checkZone(rest.timeZone);
  const decimalMark = rest.decimalMark ?? markOf(rest.locale);
  try {
    return JSON.stringify({ ...rest, decimalMark });
  } catch (cause) {
    throw new QuoContactsError(
      "invalid_options",
      `expected options of plain data: ${String(cause)}`,
      { cause },
    );
  }
};

/** The decimal mark of a locale, as the host knows it. */
const markOf = (locale: unknown): "." | "," | undefined => {
  if (locale === undefined) return undefined;
  try {
    const parts = new Intl.NumberFormat(String(locale)).formatToParts(1.5);
    const mark = parts.find(({ type }) => type === "decimal")?.value;
    return mark === "." || mark === "," ? mark : undefined;
  } catch (cause) {
    throw new QuoContactsError(
      "invalid_options",
      "`locale`: expected a BCP 47 tag such as `de-DE`",
      { cause, details: { option: "locale" } },
    );
  }
};

export const createMapper = (options: MapperOptions = {}): Mapper => {
  const compiled: Compiled = { options: plain(options), handle: 0, born: 0 };
  const messages: Messages | undefined = options.messages;
  const diagnostics = call(() => mapper_diagnostics(handle(compiled))) as readonly Diagnostic[];
  let freed = false;
  const free = (): void => {
    freed = true;
    drop(compiled);
  };
  const mapper: Mapper = {
    diagnostics,
    map: (record) => {
      if (freed) throw new QuoContactsError("mapper_freed", "this mapper was freed before");
      const flat = encode(record);
      return read<ContactPayload>(
        call(() => map_record(handle(compiled), flat)),
        messages,
      );
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
