// Whether something can be a contact, what is said about it, and in whose words.

/** One thing that stands against a record, or a warning about it. */
export interface Issue {
  /** The stable name, in `snake_case`. */
  code: string;
  /** Where in the record. */
  path: (string | number)[];
  /** Where in the payload. */
  target?: (string | number)[];
  /** What was required. */
  params: Record<string, string | number | string[]>;
  /** What may have been meant, likeliest first. */
  suggestions?: string[];
  /** For people, in the language that was asked for. Decide by `code`: texts may be reworded. */
  message: string;
}

/** Whether something can be a contact: its value, or every reason against it. Never both. */
export type Verdict<Value> =
  | { readonly value: Value; readonly warnings: Issue[]; readonly issues?: undefined }
  | { readonly issues: Issue[]; readonly warnings: Issue[]; readonly value?: undefined };

/**
 * What an issue or a warning says, by its code: a text, in which `{max}` stands for the param of that name, or a
 * function that makes one; the issue that it is given has the text that stands unless the function answers with
 * another one. Some codes have variants, which go first: `"wrong_type.number"`.
 */
export interface Messages {
  readonly [code: string]: string | ((issue: Issue) => string | undefined) | undefined;
}

/** The texts of a language: `quo-contacts/messages/de` and others, or one of your own. */
export interface Language {
  /** A BCP 47 tag. */
  readonly locale: string;
  /** English stands in for a code that it lacks. */
  readonly messages: Messages;
}

/** Which texts issues have: those of `messages`, else those of the language, else English ones. */
export interface MessagesOptions {
  /** A BCP 47 tag. `de-AT` chooses `de` among the languages where there is no `de-AT`. */
  readonly locale?: string | null | undefined;
  readonly languages?: readonly Language[] | null | undefined;
  /** Texts in place of the language's. */
  readonly messages?: Messages | null | undefined;
}
