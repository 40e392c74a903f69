/// <reference lib="esnext.disposable" />
// Records to contacts: what feeds which field, and how values are read.
import type { ContactPayload, FieldDefinition } from "./contact.js";
import type { DiagnosticObject, Explanation } from "./data.js";
import type { MessagesOptions, Verdict } from "./verdict.js";

export type { DiagnosticObject as Diagnostic, Explanation } from "./data.js";

/** A value that stands in a mapping itself. */
export type MappingLiteral =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean | null)[];

/**
 * What a field is fed with: a column, a path such as `$.a['b c'][0].d`, or a directive. `docs/mapping.md` of the
 * repository has an example of each.
 */
export type MappingExpression =
  | string
  | { readonly "@path": string }
  | { readonly "@literal": MappingLiteral }
  | { readonly "@template": string }
  | { readonly "@first": readonly MappingExpression[] }
  | {
      readonly "@if": (
        | { readonly exists: MappingExpression; readonly blank?: undefined }
        | { readonly blank: MappingExpression; readonly exists?: undefined }
      ) & {
        readonly then: MappingExpression;
        readonly else?: MappingExpression | null | undefined;
      };
    }
  | {
      readonly "@split": {
        readonly value: MappingExpression;
        readonly separator: string;
        readonly index?: number | undefined;
      };
    }
  | {
      readonly "@join": {
        readonly values: MappingExpression | readonly MappingExpression[];
        readonly separator: string;
      };
    }
  | {
      readonly "@lookup": {
        readonly value: MappingExpression;
        readonly table: { readonly [word: string]: MappingLiteral };
        /** `"issue"`, `"value"`, null or a directive. */
        readonly else?: MappingExpression | null | undefined;
      };
    }
  | { readonly "@each": { readonly in: MappingExpression; readonly value: MappingExpression } }
  | { readonly "@trim": MappingExpression }
  | { readonly "@lower": MappingExpression }
  | { readonly "@upper": MappingExpression }
  | {
      readonly "@replace": {
        readonly value: MappingExpression;
        readonly pattern: string;
        readonly replacement: string;
      };
    }
  | { readonly "@nameGiven": MappingExpression }
  | { readonly "@nameFamily": MappingExpression }
  | {
      readonly "@phone":
        | MappingExpression
        | { readonly value: MappingExpression; readonly country?: MappingExpression | undefined };
    }
  | {
      readonly "@date":
        | MappingExpression
        | { readonly value: MappingExpression; readonly formats?: readonly string[] | undefined };
    }
  | {
      readonly "@number":
        | MappingExpression
        | { readonly value: MappingExpression; readonly locale?: string | undefined };
    }
  | {
      readonly "@address": {
        readonly street?: MappingExpression | undefined;
        readonly street2?: MappingExpression | undefined;
        readonly city?: MappingExpression | undefined;
        readonly region?: MappingExpression | undefined;
        readonly postalCode?: MappingExpression | undefined;
        readonly country?: MappingExpression | undefined;
      };
    };

interface MappingItemParts {
  /** What the item is called, as it stands here. */
  readonly label?: string | undefined;
  /** What says what it is called. */
  readonly name?: MappingExpression | undefined;
  /** The e-mail address or phone number, or a list of them. */
  readonly value: MappingExpression;
}

/** An e-mail address or a phone number, or one for each item of a list. */
export type MappingItem =
  | MappingExpression
  | MappingItemParts
  | { readonly "@each": MappingItemParts & { readonly in: MappingExpression } };

/** What feeds a field; several items only for e-mails and phone numbers. */
export type MappingFeed = MappingItem | readonly MappingItem[];

/** Targets below `defaultFields` or `customFields`. */
export interface MappingGroup {
  readonly [directive: `@${string}`]: never;
  readonly [target: string]: MappingFeed;
}

/**
 * What feeds each field: by its name (`firstName`, `emails`, `phoneNumbers.work`, `customFields.tier`, a custom
 * field's key or name), or in the shape of a payload.
 */
export interface Mapping {
  readonly $schema?: string | undefined;
  readonly "@version"?: number | undefined;
  readonly [target: string]: MappingFeed | MappingGroup | number | undefined;
}

/** How records become contacts. Plain data, read once. */
export interface MapperOptions extends Pick<MessagesOptions, "languages" | "messages"> {
  /** The workspace's custom fields. */
  readonly definitions?:
    | readonly Readonly<FieldDefinition>[]
    | { readonly data: readonly Readonly<FieldDefinition>[] }
    | undefined;
  /** What feeds each field; without it a record is read by its own names. */
  readonly mapping?: Mapping | undefined;
  /** The columns that the records have: a mapping that reads another one is refused. */
  readonly headers?: readonly string[] | undefined;
  /** The ISO 3166-1 code of the country whose phone numbers come without a calling code. */
  readonly country?: string | undefined;
  /** ISO 3166-1 codes of where else numbers may come from; for suggestions only. */
  readonly likelyCountries?: readonly string[] | undefined;
  /** How much must be known about a phone number: `valid` unless said otherwise. */
  readonly level?: "shape" | "possible" | "valid" | undefined;
  /** The IANA zone whose midnight a date without a time means: UTC unless said otherwise. */
  readonly timeZone?: string | undefined;
  /**
   * How much a value may differ from its wire type: `lenient` unless said otherwise. `strict` takes only
   * the wire type.
   */
  readonly mode?: "lenient" | "strict" | undefined;
  /** A BCP 47 tag, for words such as `ja` and `oui`. */
  readonly locale?: string | undefined;
  /** What `1,234` means; taken from the locale where there is one. */
  readonly decimalMark?: "." | "," | undefined;
  /** The forms of dates that are read besides ISO: `MM/DD/YYYY`. */
  readonly dateFormats?: readonly string[] | undefined;
  /** What a blank first name becomes: an issue unless said otherwise. */
  readonly blankFirstName?: "issue" | "null" | { readonly fallback: string } | undefined;
  /** What becomes of a column that no field takes: an issue unless said otherwise. */
  readonly unmapped?: "issue" | "warning" | "ignore" | undefined;
  /** By key or name of a custom field. */
  readonly fields?: { readonly [keyOrName: string]: FieldOption } | undefined;
}

/** What the caller knows of one custom field beyond its definition. */
export interface FieldOption {
  /** What stands between the options of a multi-select in one text. */
  readonly separator?: string | undefined;
  /** The options of a multi-select. */
  readonly options?: readonly string[] | undefined;
  /** The forms of dates: `MM/DD/YYYY`. */
  readonly dateFormats?: readonly string[] | undefined;
}

/** A compiled way from records to contacts. */
export interface Mapper {
  /** Reads a record of any shape; never throws for bad data. */
  map(this: void, record: unknown): Verdict<ContactPayload>;
  /** Where each value of the payload came from, and what was done to it. */
  explain(this: void, record: unknown): Explanation[];
  /** What can be said about the options before any record is seen. */
  readonly diagnostics: readonly DiagnosticObject[];
  /** Gives the memory in the engine back; happens by itself when the mapper is no longer reachable. */
  free(this: void): void;
  [Symbol.dispose](): void;
}

/** Compiles the options once, for many records. Throws `QuoContactsError` for options that can't be. */
export declare function createMapper(options?: MapperOptions): Mapper;
