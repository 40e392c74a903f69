// Rows of a CRM's CSV export, as a CSV reader hands them over: texts, all good, the same in every run.
import { from } from "../random.mjs";

const names = [
  "Ada Lovelace",
  "Anna Maria Schmidt",
  "Ludwig van Beethoven",
  "Jan van der Berg",
  "Müller, Jürgen",
  "José García",
  "Zoë O'Brien",
  "Karl-Theodor zu Guttenberg",
  "李小龍",
];
const companies = ["Analytical Engines", "Compilers & Co.", "Orbit GmbH", "Müller Söhne KG", ""];
const titles = ["Head of Sales", "Engineer", "Geschäftsführerin", ""];
const departments = ["Sales", "R&D", ""];
const streets = ["Hauptstraße", "Lindenallee", "Rue de Rivoli", "Market Street"];
const cities = ["Berlin", "Köln", "Wien", "Zürich", "Paris", "London"];
const stages = ["Lead", "lead", "Opportunity", "Customer", "CUSTOMER", "Churned"];
const owners = ["M. Weber", "K. Johnson"];
// As they are typed where they are at home; every number lies in an assigned range. Who leaves the country
// out is at home where the mapping says, or writes the calling code.
const phones = [
  ["DE", (d) => `030 90${d(5)}`],
  ["DE", (d) => `0151 / 23${d(6)}`],
  ["de", (d) => `(089) 2180-${d(4)}`],
  ["AT", (d) => `0664 12${d(5)}`],
  ["CH", (d) => `044 668 1${d(1)} ${d(2)}`],
  ["NL", (d) => `020 794 ${d(4)}`],
  ["FR", (d) => `01 42 68 ${d(2)} ${d(2)}`],
  ["GB", (d) => `020 7946 0${d(3)}`],
  ["US", (d) => `(415) 555-${d(4)}`],
  ["GB", (d) => `+49 30 90${d(5)}`],
  ["", (d) => `030 90${d(5)}`],
  ["", (d) => `+44 20 7946 0${d(3)}`],
];

export const make = (count) => {
  const { below, pick, digits } = from(11);
  const two = (least, most) => String(least + below(most - least + 1)).padStart(2, "0");
  return Array.from({ length: count }, (_, index) => {
    const [country, phone] = pick(phones);
    const mobile = below(3) > 0;
    return {
      "Record ID": `${100_000 + index}`,
      "Full Name": ` ${pick(names)}`,
      Company: pick(companies),
      "Job Title": pick(titles),
      Department: pick(departments),
      "Work Email": `user${index}@Example.com`,
      "Other Emails": pick(["", `u${index}@mail.test`, `u${index}@Mail.test; ${index}@post.test;`]),
      Mobile: mobile ? phone(digits) : "",
      Phone: mobile && below(2) ? "" : phone(digits),
      Country: country,
      Street: `${pick(streets)} ${1 + below(99)}`,
      City: pick(cities),
      "Postal Code": pick(["", digits(5)]),
      Stage: pick(stages),
      "Customer Since": `${two(1, 28)}.${two(1, 12)}.20${two(10, 24)}`,
      Revenue: pick([
        digits(3),
        `${1 + below(9)}.${digits(3)},50`,
        `${1 + below(9)}.${digits(3)}.000`,
        "",
      ]),
      Owner: pick(owners),
    };
  });
};

/** What makes a good row one that every check must refuse. */
export const faults = {
  "Full Name": " ",
  Company: "Orbit\u0007",
  "Work Email": "user@example",
  "Other Emails": "a@mail.test, b@mail.test",
  Mobile: "030 12",
  Country: "Germany",
  Stage: "Custmer",
  "Customer Since": "31.02.2024",
  Revenue: "1.23,4,5",
  "Record ID": "1".repeat(80),
};
