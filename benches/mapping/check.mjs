// What must hold of the fields before they are sent, with zod and libphonenumber-js with all metadata.
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";
import { payload } from "./by-hand.mjs";

const line = z.string().regex(/^\P{Cc}*$/u);
const email = z.email().transform((text) => {
  const at = text.lastIndexOf("@");
  return text.slice(0, at) + text.slice(at).toLowerCase();
});
const phone = z
  .object({ text: z.string(), country: z.string().refine(isSupportedCountry) })
  .transform(({ text, country }, context) => {
    if (text === "") return "";
    const number = parsePhoneNumberFromString(text, country);
    if (number?.isValid()) return number.number;
    context.addIssue({ code: "custom", message: "not a phone number" });
    return z.NEVER;
  });

const contact = z.object({
  firstName: line.min(1),
  lastName: line.nullable(),
  company: line.nullable(),
  role: line.nullable(),
  emails: z.array(z.object({ name: z.string(), value: email })),
  phone,
  stage: z.enum(["New", "Open", "Won", "Lost"]).nullable(),
  since: z.iso.datetime().nullable(),
  revenue: z.number().nullable(),
  office: line.nullable(),
  source: line.min(1).max(72),
  externalId: line.min(1).max(75),
});

/** The payload of fields, or what stands against them. */
export const check = (fields) => {
  const { success, data, error } = contact.safeParse(fields);
  return success ? { value: payload(data, data.phone) } : { issues: error.issues };
};
