// Whether something can be a contact, and what is said about it.
import type { IssueObject } from "./data.js";

export type { IssueObject as Issue } from "./data.js";

type Issue = IssueObject;

/** Whether something can be a contact: its value, or every reason against it. Never both. */
export type Verdict<Value> =
  | { readonly value: Value; readonly warnings: Issue[]; readonly issues?: undefined }
  | { readonly issues: Issue[]; readonly warnings: Issue[]; readonly value?: undefined };

/** What an issue or a warning says, by its code: a text, or a function that makes one. */
export interface Messages {
  readonly [code: string]: string | ((issue: Issue) => string) | undefined;
}
