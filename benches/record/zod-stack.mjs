// What a good engineer writes today: zod, libphonenumber-js with all metadata, and a mapping by hand.
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";

const blank = (text) => (text === "" ? null : text);
const TRUE = new Set(["true", "yes", "y", "t", "on", "1"]);
const FALSE = new Set(["false", "no", "n", "f", "off", "0"]);

const phone = z.string().transform((text, context) => {
  const number = parsePhoneNumberFromString(text, "US");
  if (number?.isValid()) return number.number;
  context.addIssue({ code: "custom", message: "not a phone number" });
  return z.NEVER;
});
const email = z
  .string()
  .trim()
  .pipe(z.email())
  .transform((text) => {
    const at = text.lastIndexOf("@");
    return text.slice(0, at) + text.slice(at).toLowerCase();
  });
const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/)
    .transform((text) => Number(text.replaceAll(",", ""))),
]);
const boolean = z.union([
  z.boolean(),
  z.string().transform((text, context) => {
    const word = text.trim().toLowerCase();
    if (TRUE.has(word)) return true;
    if (FALSE.has(word)) return false;
    context.addIssue({ code: "custom", message: "neither yes nor no" });
    return z.NEVER;
  }),
]);

const form = z.object({
  firstName: z.string().trim().min(1),
  lastName: z.string().trim().transform(blank),
  company: z.string().trim().transform(blank),
  email,
  phone,
  externalId: z.string().trim().min(1).max(75),
  "lead-score": number,
  newsletter: boolean,
  since: z.iso.date().transform((day) => `${day}T00:00:00.000Z`),
  tags: z.array(z.string().trim()),
  website: z.url({ protocol: /^https?$/ }),
});

export const map = (record) => {
  const { success, data, error } = form.safeParse(record);
  if (!success) return { issues: error.issues };
  return {
    value: {
      defaultFields: {
        firstName: data.firstName,
        lastName: data.lastName,
        company: data.company,
        emails: [{ name: "email", value: data.email }],
        phoneNumbers: [{ name: "phone", value: data.phone }],
      },
      customFields: [
        { key: "lead-score", value: data["lead-score"] },
        { key: "newsletter", value: data.newsletter },
        { key: "since", value: data.since },
        { key: "tags", value: data.tags },
        { key: "website", value: data.website },
      ],
      externalId: data.externalId,
    },
    warnings: [],
  };
};
