import type { StandardSchemaV1 } from "@standard-schema/spec";
import {
  type Contact,
  type ContactPayload,
  contactSchema,
  createClient,
  createMapper,
  createPace,
  type Issue,
  init,
  initSync,
  isReady,
  type Language,
  type MapperOptions,
  normalizePhone,
  proveColumn,
  QuoContactsError,
  suggestMapping,
  type Verdict,
  version,
} from "quo-contacts";
import engine from "quo-contacts/contact.wasm";
import { fr } from "quo-contacts/messages";
import german, { de } from "quo-contacts/messages/de";
import * as slim from "quo-contacts/slim";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Fact extends true>(): void => {};

const definitions = [
  { key: "tier", name: "Tier", type: "number" },
  { key: "since", name: "Since", type: "date" },
] as const;
const options: MapperOptions = {
  definitions,
  mapping: {
    "@version": 1,
    firstName: "given.name",
    company: { "@first": ["Company", { "@literal": null }] },
    emails: [{ label: "work", value: "E-mail" }, "Other"],
    phoneNumbers: { "@each": { in: "phones", name: "kind", value: "number" } },
    customFields: { tier: { "@number": { value: "Tier", locale: "de" } } },
  },
  headers: ["Company", "E-mail"],
  country: "US",
  level: "valid",
  timeZone: "America/New_York",
  mode: "strict",
  dateFormats: ["%d.%m.%Y"] as const,
  decimalMark: ",",
  blankFirstName: { fallback: "Unknown" },
  unmapped: "ignore",
  likelyCountries: ["US", "CA"],
  locale: undefined,
  messages: { not_a_number: "a number, please", required: (issue) => issue.message },
  languages: [german, de, fr, { locale: "eo", messages: { required: () => undefined } }],
};
holds<Same<typeof german, Language>>();
holds<Same<Issue["message"], string>>();
// @ts-expect-error: texts alone are no language
createMapper({ languages: [de.messages] });
// @ts-expect-error: a language is no set of texts
createMapper({ messages: de });

const { mapping, profile } = suggestMapping({
  headers: ["E-mail"],
  samples: [{ a: 1 }],
  definitions,
});
using suggested = createMapper({ mapping, headers: ["E-mail"] });
const known: string | undefined = profile;
const { date, number } = proveColumn(new Set(["25/12/2025"]), { as: "date" });
if (date?.verdict === "proved") {
  holds<Same<typeof date.formats, readonly string[]>>();
  createMapper({ dateFormats: date.formats });
}
if (number?.verdict === "contradictory") {
  holds<Same<typeof number.indices, readonly [number, number]>>();
  const [point]: readonly ["." | ",", "." | ","] = number.candidates;
  void [known, point, suggested];
}
// @ts-expect-error: nothing is proved where nothing need be declared.
if (date?.verdict === "unambiguous") date.formats;

using mapper = createMapper(options);
const verdict = mapper.map({ firstName: "Ada" });
holds<Same<typeof verdict, Verdict<ContactPayload>>>();
if (verdict.issues) {
  holds<Same<typeof verdict.issues, Issue[]>>();
  holds<Same<typeof verdict.value, undefined>>();
  const [first] = verdict.issues;
  const path: readonly (string | number)[] | undefined = first?.path;
  void path;
} else {
  holds<Same<typeof verdict.value, ContactPayload>>();
}
for (const warning of verdict.warnings) warning.code satisfies string;

mapper.explain({}).map(({ target, sources, steps, value }) => {
  holds<Same<typeof target, (string | number)[]>>();
  holds<Same<typeof steps, string[]>>();
  return [sources[0]?.[0], value];
});
// @ts-expect-error: a directive that does not exist
createMapper({ mapping: { firstName: { "@tirm": ["a"] } } });
// @ts-expect-error: a directive without what it needs
createMapper({ mapping: { emails: [{ "@split": { value: "a" } }] } });
// @ts-expect-error: a level that does not exist
createMapper({ level: "loose" });
// @ts-expect-error: an option that does not exist
createMapper({ contry: "US" });

const schema: StandardSchemaV1<unknown, ContactPayload> = contactSchema({
  definitions,
  country: "US",
});
holds<Same<StandardSchemaV1.InferOutput<typeof schema>, ContactPayload>>();
const { validate } = contactSchema()["~standard"];
validate({}).warnings satisfies Issue[];

const phone = normalizePhone("415 555 2671", { country: "US", level: "possible" });
if (phone.value) phone.value.e164 satisfies string;

const client = createClient({ fetch: globalThis.fetch, baseUrl: "http://localhost:4010" });
createClient({
  fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: "x" } }),
});
// @ts-expect-error: the engine never sees a key
createClient({ fetch, apiKey: "x" });
createClient({
  fetch,
  pace: createPace(),
  timeout: 1000,
  hooks: { onRetry: ({ wait }) => wait satisfies number, onResponse: ({ status }) => void status },
});

export async function changes(payload: ContactPayload): Promise<void> {
  const contact = await client.update("c1", { defaultFields: { company: null }, sourceUrl: null });
  holds<Same<typeof contact, Contact>>();
  // @ts-expect-error: who made a contact can't be changed
  await client.update("c1", { createdByUserId: "US1" });
  const { outcome } = await client.upsert(payload);
  outcome satisfies "created" | "updated" | "unchanged";
  for (const row of await client.upsert([payload])) {
    if (row.error) row.error.code satisfies string;
    else row.contact.id satisfies string;
  }
  for await (const { id } of client.list({ externalIds: ["7"] })) id satisfies string;
  await client.delete("c1", { signal: AbortSignal.timeout(1000) });
}

export async function main(payload: ContactPayload): Promise<Contact | undefined> {
  await init();
  await init(engine);
  await init(fetch("/contact.wasm"));
  await init(new URL("https://example.com/contact.wasm"));
  initSync(new Uint8Array(8));
  await slim.init(new ArrayBuffer(8));
  isReady() satisfies boolean;
  version() satisfies string;
  try {
    const found = await client.definitions({ signal: AbortSignal.timeout(1000) });
    createMapper({ definitions: found });
    const contact = await client.create(payload);
    contact.id satisfies string;
    return contact;
  } catch (error) {
    if (!(error instanceof QuoContactsError)) throw error;
    switch (error.code) {
      case "api_error":
        error.details.status satisfies number;
        break;
      case "invalid_payload":
        error.details.issues satisfies readonly Issue[];
        break;
      case "outcome_unknown":
        error.details.remedy satisfies "repeat" | "look_up";
        break;
      default:
        error.message satisfies string;
    }
    return undefined;
  }
}
