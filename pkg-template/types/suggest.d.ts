// Mappings for tables that nobody has described.
import type { MapperOptions, Mapping } from "./mapping.js";

/** What speaks for a column. */
export type SuggestionReason = "profile" | "exact_name" | "synonym" | "similar_name" | "content";

/** The exports that are told by their columns. */
export type ExportProfile =
  | "google_contacts"
  | "google_contacts_old"
  | "outlook"
  | "apple_contacts"
  | "vcard"
  | "hubspot"
  | "salesforce"
  | "pipedrive";

/** A table that nobody has described. */
export interface SuggestOptions {
  /** The names of the columns in their order; 2,000 at the most. */
  readonly headers: readonly string[];
  /** Records by header; the first 100 are looked at. */
  readonly samples?: readonly object[] | undefined;
  /** The workspace's custom fields. */
  readonly definitions?: MapperOptions["definitions"];
  /** The ISO 3166-1 code of the country whose phone numbers come without a calling code. */
  readonly country?: string | undefined;
}

/** One field, and the columns that feed it. */
export interface SuggestedTarget {
  /** As a mapping names it; once for each item of `emails` and `phoneNumbers`. */
  readonly target: string;
  /** The likeliest first. */
  readonly sources: readonly string[];
  /** How sure the first of them is, from 0 to 1. */
  readonly score: number;
  /** What speaks for the first of them. */
  readonly reason: SuggestionReason;
}

/** A mapping, and why it is this one. */
export interface MappingSuggestion {
  /** The export that the columns tell. */
  readonly profile?: ExportProfile;
  /** For `createMapper`, or to be looked at and changed first. */
  readonly mapping: Mapping;
  readonly targets: readonly SuggestedTarget[];
  /** The columns that feed nothing. */
  readonly unused: readonly string[];
  /** Columns that have the name of an earlier one: of those a record holds one value only. */
  readonly repeated: readonly string[];
}

export interface ProveOptions {
  /** What alone is asked for. */
  readonly as?: "date" | "number" | undefined;
}

/** How the values of a column are to be read: decided only where one of them proves it. */
type Proof<Name extends string, Reading> = {
  /** How many values are of the kind. */
  readonly count: number;
  /** How many are not, and the index of the first of them; blank ones are not counted. */
  readonly others?: { readonly count: number; readonly index: number };
} & (
  | { /** Nothing need be declared. */ readonly verdict: "unambiguous" }
  | ({
      readonly verdict: "proved";
      /** The value that proves it. */
      readonly index: number;
    } & { readonly [Key in Name]: Reading })
  | {
      readonly verdict: "ambiguous";
      readonly candidates: readonly [Reading, Reading];
      /** The first value that reads both ways. */
      readonly index: number;
    }
  | {
      readonly verdict: "contradictory";
      readonly candidates: readonly [Reading, Reading];
      /** The first value that proves each of them. */
      readonly indices: readonly [number, number];
    }
);

/** Forms of dates, for `@date` and `dateFormats`; candidates are day first, then month first. */
export type DateProof = Proof<"formats", readonly string[]>;
/** The sign between whole and fraction; candidates are point, then comma. */
export type NumberProof = Proof<"decimalMark", "." | ",">;

/** What the values of a column prove; what none of them is, is left out. */
export interface ColumnProof {
  readonly values: number;
  readonly blank: number;
  readonly date?: DateProof;
  readonly number?: NumberProof;
}

/** A mapping for a table that nobody has described, by its columns and by samples of what they hold. */
export declare function suggestMapping(options: SuggestOptions): MappingSuggestion;
/** Which number is the day, and which sign the decimal mark: by all values of a column, taken one by one. */
export declare function proveColumn(values: Iterable<unknown>, options?: ProveOptions): ColumnProof;
