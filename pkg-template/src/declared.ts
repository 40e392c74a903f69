// What is declared by hand is what is exported: each side has the other's names, and the types fit.
// Nothing imports this; the compiler reads it.
import type * as Declared from "#types";
import type * as Entry from "./index.js";

type Exported = Omit<typeof Entry, "QuoContactsError">;
type Promised = Omit<typeof Declared, "QuoContactsError">;
type Holds<Fits extends true> = Fits;

export type Kept = [
  Holds<Exported extends Promised ? true : false>,
  Holds<keyof Exported extends keyof Promised ? true : false>,
  Holds<"QuoContactsError" extends keyof typeof Entry & keyof typeof Declared ? true : false>,
];
