// Records as a web form posts them, all good, the same in every run.
import { from } from "../random.mjs";

const first = ["Ada", "Grace", "Katherine", "José", "Zoë", "Mehmet", "李", "Anna-Lena"];
const last = ["Lovelace", "Hopper", "Johnson", "García", "van der Berg", "Öztürk", "Müller"];
const companies = ["Analytical Engines", "Compilers & Co.", "Orbit GmbH", ""];
const tags = ["lead", "trial", "newsletter", "partner"];
// National and international forms that people type; every number lies in an assigned range.
const phones = [
  (d) => `(415) 555-${d(4)}`,
  (d) => `212-${2 + (Number(d(1)) % 8)}${d(2)}-${d(4)}`,
  (d) => `1 (650) 253-${d(4)}`,
  (d) => `+1 604 555 ${d(4)}`,
  (d) => `+44 20 7946 0${d(3)}`,
  (d) => `+49 30 90${d(5)}`,
  (d) => `+33 1 42 68 ${d(2)} ${d(2)}`,
  (d) => `+61 2 9374 ${d(4)}`,
  (d) => `+81 3-6384-${d(4)}`,
  (d) => `+55 11 2395-${d(4)}`,
];

export const definitions = [
  { key: "lead-score", name: "Lead score", type: "number" },
  { key: "newsletter", name: "Newsletter", type: "boolean" },
  { key: "since", name: "Customer since", type: "date" },
  { key: "tags", name: "Tags", type: "multi-select" },
  { key: "website", name: "Website", type: "url" },
];

export const make = (count) => {
  const { below, pick, digits } = from(7);
  return Array.from({ length: count }, (_, index) => ({
    firstName: ` ${pick(first)} `,
    lastName: pick(last),
    company: pick(companies),
    email: `user${index}@Example.com`,
    phone: pick(phones)(digits),
    externalId: `form-${index}`,
    "lead-score": pick([`${below(100)}`, below(1000), `${1 + below(9)},${digits(3)}.50`]),
    newsletter: pick(["yes", "no", true, false, "on"]),
    since: `20${10 + below(15)}-0${1 + below(9)}-${10 + below(19)}`,
    tags: [pick(tags)],
    website: `https://example.com/${digits(6)}`,
  }));
};
