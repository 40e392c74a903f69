// The mapping as a good engineer writes it in JavaScript. It moves and reads, and checks nothing: what can't be
// read stays as it is, or becomes NaN or undefined.

const blank = (text) => (text === "" ? null : text);

const GIVEN_FIRST =
  /^(.+?)\s+((?:van|von|de|der|den|del|della|di|da|dos|das|du|ter|ten|zu|zum|zur)\s.+|\S+)$/i;
const nameOf = (text) => {
  const comma = text.indexOf(",");
  if (comma >= 0) return [text.slice(comma + 1).trim(), text.slice(0, comma).trim()];
  const [, given = text, family = ""] = GIVEN_FIRST.exec(text) ?? [];
  return [given, family];
};

const join = (texts) =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(", ");

const STAGES = new Map([
  ["lead", "New"],
  ["opportunity", "Open"],
  ["customer", "Won"],
  ["churned", "Lost"],
]);
const stageOf = (text) => (text === "" ? null : STAGES.get(text.toLowerCase()));

const dateOf = (text) => blank(text.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, "$3-$2-$1T00:00:00.000Z"));

/** Of the points, only those that group are taken out. */
const numberOf = (text) =>
  text === "" ? null : Number(text.replace(/\.(?=\d{3}(?!\d))/g, "").replace(",", "."));

const emailsOf = (work, other) => {
  const emails = work === "" ? [] : [{ name: "work", value: work }];
  for (const part of other.split(";")) {
    const value = part.trim();
    if (value !== "") emails.push({ name: "other", value });
  }
  return emails;
};

/** What a row says, field by field. */
export const fields = (row) => {
  const [firstName, lastName] = nameOf(row["Full Name"].trim());
  return {
    firstName,
    lastName: blank(lastName),
    company: blank(row.Company.trim()),
    role: blank(join([row["Job Title"], row.Department])),
    emails: emailsOf(row["Work Email"].trim(), row["Other Emails"]),
    phone: {
      text: row.Mobile.trim() || row.Phone.trim(),
      country: row.Country.trim().toUpperCase() || "DE",
    },
    stage: stageOf(row.Stage.trim()),
    since: dateOf(row["Customer Since"].trim()),
    revenue: numberOf(row.Revenue.trim()),
    office: blank(join([row.Street, row.City, row["Postal Code"]])),
    source: "acme-crm",
    externalId: `crm-${row["Record ID"].trim()}`,
  };
};

/** Fields in the shape of the API; the phone number is in E.164 where it was checked, and else as it was typed. */
export const payload = (of, phone = of.phone.text) => ({
  defaultFields: {
    firstName: of.firstName,
    lastName: of.lastName,
    company: of.company,
    role: of.role,
    emails: of.emails,
    phoneNumbers: phone === "" ? [] : [{ name: "work", value: phone }],
  },
  customFields: [
    { key: "stage", value: of.stage },
    { key: "since", value: of.since },
    { key: "revenue", value: of.revenue },
    { key: "office", value: of.office },
  ],
  source: of.source,
  externalId: of.externalId,
});
