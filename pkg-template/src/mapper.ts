// The mapper, as the caller knows it.
import { explain_record, mapper_diagnostics } from "#glue";
import type { Diagnostic, Explanation, Mapper, MapperOptions } from "#types";
import { ask, compile, drop, dropWith, map } from "./compiled.js";
import { QuoContactsError } from "./errors.js";
import { en } from "./messages/en.js";
import { wording } from "./messages.js";
import { encode } from "./record.js";

export const createMapper = (options: MapperOptions = {}): Mapper => {
  const compiled = compile(options);
  const texts = wording(en.messages, options);
  const diagnostics = JSON.parse(ask(compiled, mapper_diagnostics)) as readonly Diagnostic[];
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
      return map(compiled, record, () => texts);
    },
    explain: (record) => {
      alive();
      return JSON.parse(ask(compiled, explain_record, encode(record))) as Explanation[];
    },
    free,
    [dispose]: free,
  };
  // `map` may be all that is kept of the mapper, and the mapper holds it.
  dropWith(mapper.map, compiled);
  return mapper;
};

// Hosts without `using` still get the method, under the name that its polyfills use.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
