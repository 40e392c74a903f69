// A contact as Quo takes it, and as Quo returns it.
import type {
  Contact as SparseContact,
  ContactCustomField as SparseCustomField,
  ContactDefaultFields as SparseDefaultFields,
  ContactItem as SparseItem,
} from "./data.js";

export type { Definition as FieldDefinition } from "./data.js";

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
