/** The data that the stand-in handles: Quo's as `openapi.json` describes it, and its own. */

export type FieldType =
  | "address"
  | "boolean"
  | "date"
  | "multi-select"
  | "number"
  | "string"
  | "url";

export interface FieldDefinition {
  name: string;
  key: string;
  type: FieldType;
}

export type Value = string[] | string | boolean | number | null;

export interface NewItem {
  name: string;
  value: string | null;
  id?: string;
}

export interface NewCustomValue {
  key?: string;
  value: Value;
  id?: string;
}

export interface SentDefaultFields {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  role?: string | null;
  emails?: NewItem[];
  phoneNumbers?: NewItem[];
}

export interface NewContact {
  defaultFields: SentDefaultFields & { firstName: string | null };
  customFields?: NewCustomValue[];
  createdByUserId?: string;
  source?: string;
  sourceUrl?: string;
  externalId?: string | null;
}

/** What a PATCH says. All that it does not say is gone. */
export interface ContactPatch {
  defaultFields?: SentDefaultFields;
  customFields?: NewCustomValue[];
  source?: string | null;
  sourceUrl?: string | null;
  externalId?: string | null;
}

/** A contact that is there before the first request, however it came into Quo. */
export interface Seed extends Omit<NewContact, "source" | "sourceUrl"> {
  id?: string;
  /** null, as where it is left out: made in the app. Reserved words are allowed here. */
  source?: string | null;
  sourceUrl?: string | null;
  /** Synced by a native integration, and read-only for that. */
  native?: boolean;
  createdAt?: string;
  updatedAt?: string;
}

export interface Item {
  name: string;
  value: string | null;
  id: string;
}

export interface Contact {
  id: string;
  externalId: string | null;
  source: string | null;
  sourceUrl: string | null;
  defaultFields: {
    firstName: string | null;
    lastName: string | null;
    company: string | null;
    role: string | null;
    emails: Item[];
    phoneNumbers: Item[];
  };
  customFields: { name: string; key: string; id: string; type: FieldType; value: Value }[];
  createdAt: string;
  updatedAt: string;
  createdByUserId: string;
}

/** A contact as it is kept. */
export interface Entry {
  /** Its place in the list: the order in which contacts were made. */
  place: number;
  native: boolean;
  contact: Contact;
}

/** What the world outside gives: a test passes its own, to get the same answers in every run. */
export interface World {
  now: () => Date;
  newId: () => string;
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<unknown>;
}

/** A number, or the two ends between which each one is drawn. Milliseconds. */
export type Span = number | [number, number];

/** Which faults happen by themselves. */
export interface FaultPlan {
  /** The n-th request meets the same fault in every run with the same seed. */
  seed?: number;
  latency?: Span;
  /** The probability of each kind, `any` for an even spread over all; 1 together at most. */
  rates?: Record<string, number>;
}

/** What happens to one request. */
export interface Fault {
  kind?: string;
  latency: number;
  /** Seconds, for the header of an answer that a fault makes. */
  retryAfter?: number;
}

/** Where the state stays. */
export interface Storage {
  load: () => unknown;
  save: (state: unknown) => void;
}

export interface Options {
  /** The custom fields of the workspace, as a list or as the API's own answer. */
  definitions: FieldDefinition[] | { data: FieldDefinition[] };
  /** Contacts that are there from the start; where `storage` holds a state, that one counts. */
  contacts?: Seed[];
  /** Requests of one key in a second; `Infinity` for no limit. 10 where it is left out. */
  perSecond?: number;
  /** `clock`: seconds of the clock, as documented. `sliding`: any second, which is stricter. */
  rateWindow?: "clock" | "sliding";
  /** For how long a list does not show a write. */
  listLag?: Span;
  /** For how many milliseconds from its first use a key is answered 401. */
  keyDelay?: number;
  /** After how many milliseconds without a phone a contact is gone. */
  vanishAfter?: number;
  faults?: FaultPlan;
  storage?: Storage;
  now?: World["now"];
  newId?: World["newId"];
  sleep?: World["sleep"];
}

export interface ErrorItem {
  path: string;
  message: string;
  value?: unknown;
  schema: { type: string };
  key?: string;
  reason?: string;
}

/** A request, whichever door it came through. */
export interface Asked {
  method: string;
  url: URL;
  header: (name: string) => string | null;
  /** Nothing where it was longer than is read. */
  body: string | undefined;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}
