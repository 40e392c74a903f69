/** What the parts of the worker hand each other. */
import type { ContactPayload, FieldDefinition, Issue } from "quo-contacts";

/** The settings, checked. Only `src/quo.mjs` reads the key. */
export interface Config {
  readonly key: string;
  /** Where Quo is. */
  readonly url: string;
  /** The pages that may post. */
  readonly origins: readonly string[];
  readonly source: string;
  /** The fields by which a contact is known again; none: each submission is a contact. */
  readonly identity: readonly string[];
  readonly country: string;
  readonly timeZone: string;
  readonly unmapped: "issue" | "warning" | "ignore";
  /** The secret of Turnstile; undefined where nobody is challenged. */
  readonly challenge: string | undefined;
  /** For how long a visitor waits for Quo. */
  readonly patience: number;
  /** For how long definitions are taken for current. */
  readonly fresh: number;
  /** What is waited before the second try out of the queue; doubles with each one. */
  readonly delay: number;
  /** How often a submission is taken out of the queue before it is parked. */
  readonly tries: number;
}

/** Leave to send one request, to be told what became of it. */
export type Leave = ((answer: Answered | undefined) => unknown) & Partial<Disposable>;
export interface Answered {
  status: number;
  headers: string;
}

/** What all who use one key have in common: in one process, or across isolates. */
export interface Gate {
  /** Leave to send one request; undefined where it would not come in time. A smaller rank comes first. */
  acquire(milliseconds: number, rank: number): Promise<Leave | undefined>;
  /** Works while nobody else has one of the names; does nothing where that would not be in time. */
  exclusive(
    names: readonly string[],
    milliseconds: number,
    work: () => Promise<void>,
  ): Promise<void>;
  /** What the work of the first caller comes to, for everybody within so many milliseconds. */
  once<T>(name: string, milliseconds: number, work: () => Promise<T>): Promise<T>;
}

/** The definitions, and when they were read. */
export interface Kept {
  readonly at: number;
  readonly definitions: readonly FieldDefinition[];
}
export interface Store {
  get(): Promise<Kept | null>;
  put(kept: Kept): Promise<void>;
}

/** A contact on its way. The queue holds it as JSON. */
export interface Submission {
  readonly version: 1;
  /** Of the request that brought it; stands in the logs. */
  readonly request: string;
  readonly payload: ContactPayload & { readonly externalId: string };
}

/** Why something failed: nothing that was thrown, and nothing that could hold the key. */
export interface Reason {
  readonly code: string;
  readonly status?: number | undefined;
  /** Quo's own code, what it said, and by what its support finds it. */
  readonly quo?: string | undefined;
  readonly message?: string | undefined;
  readonly trace?: string | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** What can't succeed, for a person to look at. */
export interface Parked {
  readonly submission: unknown;
  readonly reason: Reason;
  readonly tries: number;
  readonly at: string;
}

/** Where the worker runs. */
export interface Host {
  readonly config: Config;
  readonly gate: Gate;
  readonly store: Store;
  /** Takes what Quo does not take now; without one the visitor is asked to come again. */
  readonly enqueue?: ((submission: Submission) => Promise<unknown>) | undefined;
  /** Lets work go on after the answer. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** How often one request is sent at most, and how soon. */
export interface Manner {
  readonly attempts?: number | undefined;
  readonly rank?: number | undefined;
}

export type Log = (event: string, about?: Readonly<Record<string, unknown>>) => void;

/** What became of one contact. */
export type Result =
  | {
      readonly outcome: "created" | "updated" | "unchanged";
      readonly id: string;
      readonly reason?: undefined;
    }
  | { readonly reason: Reason; readonly outcome?: undefined; readonly id?: undefined };

/** A message as a queue hands it over. */
export interface Message {
  readonly id: string;
  readonly attempts: number;
  readonly body: unknown;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}
