/** What comes after a contact is made: one of its fields changes, and a record comes a second time. */

/**
 * The fields of a contact as lines, without what the server counts for itself.
 * @param {any} contact
 */
const fieldLines = ({ defaultFields, customFields, externalId, source }) => {
  const items = (/** @type {any[]} */ list) => list.map(({ name, value }) => `${name} ${value}`);
  const { emails, phoneNumbers, ...names } = defaultFields;
  const fields = { ...names, emails: items(emails), phoneNumbers: items(phoneNumbers) };
  for (const { key, value } of customFields) fields[key] = value;
  return Object.entries({ ...fields, externalId, source }).map(
    ([name, value]) => `    ${name.padEnd(20)} ${JSON.stringify(value)}`,
  );
};

/**
 * Changes the company of a contact, and upserts one record twice.
 * @param {any} client
 * @param {string} id
 */
export async function updateLines(client, id) {
  const before = await client.get(id);
  const after = await client.update(id, { defaultFields: { company: "Analytical Engines" } });
  const row = {
    externalId: "demo-upsert",
    defaultFields: {
      firstName: "Grace",
      phoneNumbers: [{ name: "mobile", value: "+14155552671" }],
    },
  };
  const first = await client.upsert(row);
  const again = await client.upsert({
    ...row,
    defaultFields: { ...row.defaultFields, role: "Admiral" },
  });
  const same = await client.upsert(row);
  return [
    `  ${id} before:`,
    ...fieldLines(before),
    "  after `update` named `company`, and nothing else:",
    ...fieldLines(after),
    "  one record upserted three times:",
    ...[first, again, same].map(
      ({ outcome, contact }) => `    ${outcome.padEnd(20)} ${contact.id}`,
    ),
  ];
}
