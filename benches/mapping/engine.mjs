// The built package, without an installation between.
import { createMapper } from "../../pkg/index.js";

const definitions = [
  { key: "stage", name: "Stage", type: "string" },
  { key: "since", name: "Customer since", type: "date" },
  { key: "revenue", name: "Revenue", type: "number" },
  { key: "office", name: "Office", type: "address" },
];

const mapping = {
  firstName: { "@nameGiven": "Full Name" },
  lastName: { "@nameFamily": "Full Name" },
  company: "Company",
  role: { "@join": { values: ["Job Title", "Department"], separator: ", " } },
  emails: [
    { label: "work", value: "Work Email" },
    { label: "other", value: { "@split": { value: "Other Emails", separator: ";" } } },
  ],
  "phoneNumbers.work": {
    "@phone": { value: { "@first": ["Mobile", "Phone"] }, country: "Country" },
  },
  stage: {
    "@lookup": {
      value: "Stage",
      table: { Lead: "New", Opportunity: "Open", Customer: "Won", Churned: "Lost" },
    },
  },
  since: { "@date": { value: "Customer Since", formats: ["DD.MM.YYYY"] } },
  revenue: { "@number": { value: "Revenue", locale: "de-DE" } },
  office: { "@address": { street: "Street", postalCode: "Postal Code", city: "City" } },
  source: { "@literal": "acme-crm" },
  externalId: { "@template": "crm-{{Record ID}}" },
};

export const { map } = createMapper({ definitions, mapping, country: "DE" });
