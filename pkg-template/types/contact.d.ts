// A contact as Quo takes it, and as Quo returns it.
export type {
  Contact,
  ContactCustomField,
  ContactDefaultFields,
  ContactItem,
  Definition as FieldDefinition,
} from "./data.js";

// Aliases, and no interfaces: what takes JSON wants objects that can be indexed by any name.

/** An e-mail address or a phone number of a payload. */
export type PayloadItem = {
  name: string;
  value: string | null;
};

/** The value of a custom field of a payload; its definition says which of the types it is. */
export type PayloadCustomField = {
  key: string;
  value: string | number | boolean | string[] | null;
};

/** A contact as `POST /v1/contacts` takes it. What a record does not speak of is left out. */
export type ContactPayload = {
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
};
