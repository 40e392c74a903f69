// The schema that all apps share, and where they send what a library hands over.
import { type BrokenRule, broken } from "./broken";
import { contactSchema } from "./contacts";

/** Custom fields of a workspace: a number, a yes or no, and a date. */
export const definitions = [
  { key: "seats", name: "Seats", type: "number" },
  { key: "newsletter", name: "Newsletter", type: "boolean" },
  { key: "since", name: "Customer since", type: "date" },
] as const;

/** What a form holds before anybody typed. */
export const blank = {
  firstName: "",
  email: "",
  phoneNumbers: [{ value: "" }],
  seats: "",
  newsletter: false,
  since: "",
};

const schema = contactSchema({
  definitions,
  country: "US",
  messages: {
    required: "Please fill this in.",
    invalid_email: "Please give us an e-mail address.",
    phone_too_short: "This phone number is too short.",
    invalid_number: "Please give us a number.",
    impossible_date: (issue) => `No such day in ${issue.path.join(".")}.`,
  },
});

/** The schema; a `rule` breaks its shape on purpose. */
export const leadSchema = (rule?: string | null) =>
  rule ? broken(schema, rule as BrokenRule) : schema;

/** What this page's address asks for: `?broken=thenable`. */
export const pageSchema = () => leadSchema(new URLSearchParams(location.search).get("broken"));

/** Sends what a library handed over to a server, and shows what arrived there. */
export async function send(payload: unknown) {
  const answer = await fetch("/received", { method: "POST", body: JSON.stringify(payload) });
  const output = document.querySelector("output");
  if (output) output.textContent = await answer.text();
}
