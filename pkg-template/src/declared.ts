// What is declared by hand is what is exported: each side has the other's names, and the types fit.
// Nothing imports this; the compiler reads it.
import type * as Declared from "#types";
import type * as DeclaredForm from "#types/form";
import type * as DeclaredPhone from "#types/phone";
import type * as DeclaredFormat from "#types/phone-format";
import type * as Form from "./form.js";
import type * as Format from "./format-entry.js";
import type * as Entry from "./index.js";
import type * as Phone from "./phone-entry.js";

/** A class has parts that no declaration tells: of the error the name alone is compared. */
type Told<Module> = Omit<Module, "QuoContactsError">;
type Fits<Exported, Promised> =
  Told<Exported> extends Told<Promised>
    ? [keyof Exported, keyof Promised] extends [keyof Promised, keyof Exported]
      ? true
      : false
    : false;
type Holds<Fits extends true> = Fits;

export type Kept = [
  Holds<Fits<typeof Entry, typeof Declared>>,
  Holds<Fits<typeof Form, typeof DeclaredForm>>,
  Holds<Fits<typeof Phone, typeof DeclaredPhone>>,
  Holds<Fits<typeof Format, typeof DeclaredFormat>>,
];
