/** The data that the stand-in handles, as `openapi.json` describes it. */

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
}

export interface NewContact {
  defaultFields: {
    firstName: string | null;
    lastName?: string | null;
    company?: string | null;
    role?: string | null;
    emails?: NewItem[];
    phoneNumbers?: NewItem[];
  };
  customFields?: { key?: string; value: Value }[];
  createdByUserId?: string;
  source?: string;
  sourceUrl?: string;
  externalId?: string | null;
}

export interface Item extends NewItem {
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

/** What the world outside gives: a test passes its own, to get the same answers in every run. */
export interface World {
  now: () => Date;
  newId: () => string;
}

export interface ErrorItem {
  path: string;
  message: string;
  value?: unknown;
  schema: { type: string };
  key?: string;
  reason?: string;
}
