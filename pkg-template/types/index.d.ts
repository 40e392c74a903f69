/// <reference lib="esnext.disposable" />
// The package's interface, kept by hand. The data types come from Rust, generated into `data.d.ts`;
// `src/core.ts` and the compiler see to it that the code does what is declared here.
import type {
  ApiError,
  Definition,
  DiagnosticObject,
  Explanation,
  IssueObject,
  MapperOptions as PlainMapperOptions,
  Contact as SparseContact,
  ContactCustomField as SparseCustomField,
  ContactDefaultFields as SparseDefaultFields,
  ContactItem as SparseItem,
} from "./data.js";

export type {
  ApiError,
  Definition as FieldDefinition,
  DiagnosticObject as Diagnostic,
  ErrorItem,
  Explanation,
  FieldOption,
  HttpRequest,
  HttpResponse,
} from "./data.js";

export { normalizePhone, normalizePhones, type PhoneNumber, type PhoneOptions } from "./phone.js";

/** What Quo leaves out of an answer is filled in, but for the keys that may stay open. */
type Filled<T, Open extends keyof T = never> = Required<Omit<T, Open>> & Pick<T, Open>;

/** An e-mail address or a phone number of a contact. */
export type ContactItem = Filled<SparseItem, "id">;
/** A custom field of a contact. */
export type ContactCustomField = Filled<SparseCustomField, "id" | "key">;
/** The fields that every contact has. */
export interface ContactDefaultFields
  extends Filled<Omit<SparseDefaultFields, "emails" | "phoneNumbers">> {
  emails: ContactItem[];
  phoneNumbers: ContactItem[];
}
/** A contact as Quo returns it. Keep the `id`: every later call needs it. */
export interface Contact extends Filled<Omit<SparseContact, "defaultFields" | "customFields">> {
  defaultFields: ContactDefaultFields;
  customFields: ContactCustomField[];
}

type Diagnostic = DiagnosticObject;
type FieldDefinition = Definition;

/** One thing that stands against a record, or a warning about it. */
export interface Issue extends IssueObject {
  /** For people, in the language that was asked for. Decide by `code`: texts may be reworded. */
  message: string;
}

/** An e-mail address or a phone number of a payload. */
export interface PayloadItem {
  name: string;
  value: string | null;
}

/** The value of a custom field of a payload; its definition says which of the types it is. */
export interface PayloadCustomField {
  key: string;
  value: string | number | boolean | string[] | null;
}

/** A contact as `POST /v1/contacts` takes it. What a record does not speak of is left out. */
export interface ContactPayload {
  defaultFields: {
    firstName: string | null;
    lastName?: string | null;
    company?: string | null;
    role?: string | null;
    emails?: PayloadItem[];
    phoneNumbers?: PayloadItem[];
  };
  customFields?: PayloadCustomField[];
  createdByUserId?: string;
  source?: string;
  sourceUrl?: string;
  externalId?: string | null;
}

/** A type of the host, where its own typings know it. */
type Host<Name extends string, Otherwise> = typeof globalThis extends {
  [Key in Name]: { prototype: infer Type };
}
  ? Type
  : Otherwise;
type HostModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Type } };
}
  ? Type
  : object;

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

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
export type MapperOptions = {
  readonly [Key in keyof Omit<PlainMapperOptions, "mapping">]?:
    | Frozen<PlainMapperOptions[Key]>
    | undefined;
} & {
  /** What feeds each field; without it a record is read by its own names. */
  readonly mapping?: Mapping | undefined;
} & Pick<MessagesOptions, "languages" | "messages">;

/** A compiled way from records to contacts. */
export interface Mapper {
  /** Reads a record of any shape; never throws for bad data. */
  map(this: void, record: unknown): Verdict<ContactPayload>;
  /** Where each value of the payload came from, and what was done to it. */
  explain(this: void, record: unknown): Explanation[];
  /** What can be said about the options before any record is seen. */
  readonly diagnostics: readonly Diagnostic[];
  /** Gives the memory in the engine back; happens by itself when the mapper is no longer reachable. */
  free(this: void): void;
  [Symbol.dispose](): void;
}

/** A schema as form libraries know it: https://standardschema.dev, version 1. */
export interface ContactSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "quo-contacts";
    readonly validate: (this: void, value: unknown) => Verdict<ContactPayload>;
    readonly types?: { readonly input: unknown; readonly output: ContactPayload } | undefined;
  };
}

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

/** What is handed to `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal?: Host<"AbortSignal", { readonly aborted: boolean; readonly reason?: unknown }>;
  redirect: "manual";
}

/** What is read of the answer of `fetch`. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { forEach(each: (value: string, name: string) => void): void };
  text(): Promise<string>;
}

export interface ClientOptions {
  /**
   * A `fetch` of yours that adds the `authorization` header. The engine never sees a key, so keep
   * this on a server or an edge worker.
   */
  readonly fetch: (url: string, init: FetchInit) => Promise<FetchResponse>;
  /** `https://api.quo.com` by default. */
  readonly baseUrl?: string | undefined;
  /** How many milliseconds one request may take; 30,000 by default. */
  readonly timeout?: number | undefined;
  /** How often one request is sent at most; 8 by default. A POST is never sent blindly again. */
  readonly attempts?: number | undefined;
  /** For how many milliseconds one request is sent again; 60,000 by default. */
  readonly deadline?: number | undefined;
  /** Who gives leave to send, for several clients with one key: {@link createPace}, or one of your own. */
  readonly pace?: Pace | undefined;
  readonly hooks?: Hooks | undefined;
  /** Talk to Quo from a page, where everybody can read the key. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** Gives leave to send: at most ten requests in any second, of all that use one key. */
export interface Pace {
  /**
   * Waits for leave to send one request. What it answers with, if anything, is called with what became of
   * the request: its status and its headers, a name and a value in turn, each with a line of its own.
   */
  acquire(
    this: void,
    signal?: RequestOptions["signal"],
  ): Promise<((answer: { status: number; headers: string } | undefined) => void) | undefined>;
}

/** What is sent again and again, and which time it is. */
export interface RequestInfo {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly attempt: number;
  /** With `bodies` only. */
  readonly body?: string | undefined;
}
/** What came of it. */
export interface ResponseInfo extends RequestInfo {
  /** `undefined` where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}
/** What is waited for: a second try, or a list that lags. */
export interface RetryInfo {
  readonly method: string | undefined;
  readonly path: string | undefined;
  /** In milliseconds. */
  readonly wait: number;
}
/** For logs and measurements. What a hook throws is ignored. */
export interface Hooks {
  readonly onRequest?: ((request: RequestInfo) => void) | undefined;
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
  readonly onRetry?: ((retry: RetryInfo) => void) | undefined;
  /** Bodies hold personal data: hooks see them only where this is true. */
  readonly bodies?: boolean | undefined;
}

export interface RequestOptions {
  readonly signal?: NonNullable<FetchInit["signal"]> | undefined;
  /** How many milliseconds one request may take. */
  readonly timeout?: number | undefined;
}

export interface ListOptions extends RequestOptions {
  /** Contacts with one of these; more than 20 are asked for one group after the other. */
  readonly externalIds?: readonly string[] | undefined;
  /** Contacts from one of these, fewer than 20. */
  readonly sources?: readonly string[] | undefined;
  /** Rows of a page, 1 to 50. */
  readonly maxResults?: number | undefined;
}

/** What an update names: what is left out stays as it is, null clears. A list is given whole. */
export type ContactChanges = Omit<
  ContactPayload,
  "defaultFields" | "createdByUserId" | "source" | "sourceUrl"
> & {
  readonly defaultFields?: Partial<
    Omit<ContactPayload["defaultFields"], "emails" | "phoneNumbers">
  > & {
    readonly emails?: readonly PayloadItem[] | null;
    readonly phoneNumbers?: readonly PayloadItem[] | null;
  };
  readonly source?: string | null;
  readonly sourceUrl?: string | null;
};

/** What an upsert did, and the contact as it is now. */
export interface UpsertResult {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly contact: Contact;
  readonly error?: undefined;
}
/** What became of one of many. */
export type UpsertOutcome =
  | UpsertResult
  | {
      readonly error: QuoContactsError;
      readonly contact?: undefined;
      readonly outcome?: undefined;
    };

/** Talks to Quo through the host's `fetch`. */
export interface Client {
  /** The custom fields of the workspace; those of the last answer, if it is no older than `maxAge` milliseconds. */
  definitions(
    this: void,
    options?: RequestOptions & { readonly maxAge?: number | undefined },
  ): Promise<FieldDefinition[]>;
  /** Makes a contact. Keep its `id`: every later call needs it. */
  create(this: void, payload: ContactPayload, options?: RequestOptions): Promise<Contact>;
  /** One contact, by its `id`. */
  get(this: void, id: string, options?: RequestOptions): Promise<Contact>;
  /** Contacts, page by page. */
  list(this: void, options?: ListOptions): AsyncIterableIterator<Contact>;
  /** Changes what is named and keeps everything else: reads the contact, merges, sends the whole. */
  update(
    this: void,
    id: string,
    changes: ContactChanges,
    options?: RequestOptions,
  ): Promise<Contact>;
  /** Leaves of a contact what is named, and deletes everything else, its `externalId` included. */
  replace(
    this: void,
    id: string,
    payload: ContactPayload,
    options?: RequestOptions,
  ): Promise<Contact>;
  /** Makes a contact, or updates the one with this `source` and `externalId`. */
  upsert(this: void, payload: ContactPayload, options?: RequestOptions): Promise<UpsertResult>;
  /** The same for many; one result for each, in their order. */
  upsert(
    this: void,
    payloads: readonly ContactPayload[],
    options?: RequestOptions,
  ): Promise<UpsertOutcome[]>;
  /** Deletes a contact. */
  delete(this: void, id: string, options?: RequestOptions): Promise<void>;
}

/** What stands behind each code of `QuoContactsError`. */
export interface ErrorDetails {
  /** The options don't have the shape that is documented; the message says what is wrong. */
  invalid_options: { readonly option?: string } | undefined;
  /** The mapping can't be compiled. */
  invalid_mapping: { readonly diagnostics: Diagnostic[] };
  /** No country has this code. */
  unknown_country: undefined;
  /** Not one of the levels. */
  unknown_level: undefined;
  /** The host knows no such time zone. */
  unknown_time_zone: undefined;
  /** The mapper was freed before. */
  mapper_freed: undefined;
  /** `quo-contacts/slim` was used before `init` or `initSync`. */
  not_initialized: undefined;
  /** `init` was given something that is no WebAssembly, or it did not load. */
  invalid_source: undefined;
  /** The host refused to compile or to start WebAssembly. */
  engine_unavailable: undefined;
  /** The engine stopped in the middle of a call; it has been replaced. `cause` says why. */
  engine_fault: undefined;
  /** What was to be created is no contact. */
  invalid_payload: { readonly issues: Issue[] };
  /** Quo said no. `issues` place what it said of single fields in what was given. */
  api_error: ApiError & { readonly issues?: Issue[] };
  /** The answer is not one of Quo's. */
  unreadable_response: { readonly status: number; readonly excerpt: string };
  /** No answer came, and nothing was changed. */
  network_failure: undefined;
  /** Stopped by the signal, and nothing was changed. */
  aborted: undefined;
  /**
   * Something was sent, but no answer tells its outcome (it was lost, the server failed, or it was not one of
   * Quo's). `repeat`: the same call does no harm. `look_up`: the contact may have been made; look for it by its
   * `externalId` before it is made again, or let `upsert` do that.
   */
  outcome_unknown: {
    readonly remedy: "repeat" | "look_up";
    readonly status?: number;
    readonly body?: string;
  };
  /** The contact belongs to a native integration: change it there. */
  native_contact: { readonly source: string };
  /** The contact holds something that could not be sent back, and that an update would delete. */
  unkeepable_contact: undefined;
  /** What was to be created is not what another contact with this `source` and `externalId` is. */
  already_exists: { readonly id: string };
}

type ErrorOf<Code extends keyof ErrorDetails> = Error & {
  readonly name: "QuoContactsError";
  readonly code: Code;
  readonly details: ErrorDetails[Code];
  readonly cause?: unknown;
};

/** The one type of error that is thrown: the host's misuse, the engine's fault, or Quo's answer. */
export type QuoContactsError = { [Code in keyof ErrorDetails]: ErrorOf<Code> }[keyof ErrorDetails];
export declare const QuoContactsError: {
  readonly prototype: QuoContactsError;
  new (
    code: string,
    message: string,
    options?: { details?: unknown; cause?: unknown },
  ): QuoContactsError;
};

/** Where the engine can come from. */
export type EngineSource =
  | HostModule
  | string
  | Host<"URL", { readonly href: string }>
  | Host<"Response", { arrayBuffer(): Promise<ArrayBuffer> }>
  | ArrayBuffer
  | ArrayBufferView;

/** Compiles the options once, for many records. Throws `QuoContactsError` for options that can't be. */
export declare function createMapper(options?: MapperOptions): Mapper;
/** A mapping for a table that nobody has described, by its columns and by samples of what they hold. */
export declare function suggestMapping(options: SuggestOptions): MappingSuggestion;
/** Which number is the day, and which sign the decimal mark: by all values of a column, taken one by one. */
export declare function proveColumn(values: Iterable<unknown>, options?: ProveOptions): ColumnProof;
/** What `createMapper` takes, as a schema for form libraries. */
export declare function contactSchema(options?: MapperOptions): ContactSchema;
/** A client for Quo over your `fetch`. */
export declare function createClient(options: ClientOptions): Client;
/** A limiter to share: give it to all clients that use one key. */
export declare function createPace(): Pace;
/** Starts the engine ahead of the first call. Not needed, and harmless when it runs already. */
export declare function init(source?: EngineSource | PromiseLike<EngineSource>): Promise<void>;
/** The same, at once; takes a compiled module or its bytes. */
export declare function initSync(source?: HostModule | ArrayBuffer | ArrayBufferView): void;
/** Whether the engine runs. */
export declare function isReady(): boolean;
/** The version of the engine. */
export declare function version(): string;
