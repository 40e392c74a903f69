// Talking to Quo through the host's `fetch`.
import type { Contact, ContactPayload, FieldDefinition, PayloadItem } from "./contact.js";
import type { QuoContactsError } from "./errors.js";
import type { Host } from "./host.js";

export type { HttpRequest, HttpResponse } from "./data.js";

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
  /** How often one request is sent at most; 8 by default. A POST is never sent blindly again, and six times in all. */
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
  /** Which time it is sent: 1 for the first, and again for a POST after a look-up. */
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
  /** Contacts from one of these, at most 20, and fewer with `externalIds`. */
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

/** A client for Quo over your `fetch`. */
export declare function createClient(options: ClientOptions): Client;
/** A limiter to share: give it to all clients that use one key. */
export declare function createPace(): Pace;
