import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import {
  type ContactOutput,
  type ContactPayload,
  type ContactSchema,
  contactSchema,
  createClient,
  type FieldDefinition,
  flatten,
  type InferInput,
  type InferOutput,
  type Issue,
  type PayloadCustomField,
  type PayloadItem,
  prettify,
  treeify,
} from "quo-contacts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Fact extends true>(): void => {};

const definitions = [
  { key: "tier", name: "Tier", type: "string" },
  { key: "score", name: "Lead score", type: "number" },
  { key: "news", name: "Newsletter", type: "boolean" },
  { key: "since", name: "Since", type: "date" },
  { key: "topics", name: "Topics", type: "multi-select" },
  { key: "office", name: "Office", type: "address" },
  { key: "owner", name: "Owner", type: "person" },
] as const;
const schema = contactSchema({ definitions, country: "US", unmapped: "ignore" });

// What Quo gets.
type Output = InferOutput<typeof schema>;
type Custom = NonNullable<Output["customFields"]>[number];
holds<
  Same<
    Custom,
    | { key: "tier"; value: string | null }
    | { key: "score"; value: number | null }
    | { key: "news"; value: boolean | null }
    | { key: "since"; value: string | null }
    | { key: "topics"; value: string[] | null }
    | { key: "office"; value: string | null }
    | { key: "owner"; value: null }
  >
>();
holds<Same<Output, StandardSchemaV1.InferOutput<typeof schema>>>();
holds<Same<Output, ContactOutput<typeof definitions>>>();
const verdict = schema["~standard"].validate({});
if (verdict.issues) {
  holds<Same<typeof verdict.issues, Issue[]>>();
  // @ts-expect-error: form libraries would infer that what comes out may be undefined
  verdict.value;
} else {
  for (const { key, value } of verdict.value.customFields ?? []) {
    if (key === "score") holds<Same<typeof value, number | null>>();
    // @ts-expect-error: no custom field has this key
    if (key === "socre") continue;
  }
  // Every payload is one for the client.
  verdict.value satisfies ContactPayload;
  void createClient({ fetch }).create(verdict.value);
}
const parsed = schema.safeParse({}, { country: "DE", locale: "de", messages: { required: "?" } });
if (parsed.success) holds<Same<typeof parsed.data, Output>>();
else holds<Same<typeof parsed.issues, Issue[]>>();

// What a form may hold.
type Input = InferInput<typeof schema>;
holds<Same<Input, StandardSchemaV1.InferInput<typeof schema>>>();
const form: Input = {
  firstName: "Ada",
  email: "ada@example.com",
  phone: ["555", { name: "home", value: "556" }, undefined],
  phoneNumbers: [{ name: "work", value: "557" }, { value: null }],
  workPhone: "1",
  mobile: "1",
  tier: "Gold",
  "Lead score": "1,200",
  score: 7,
  news: true,
  Newsletter: "yes",
  since: new Date(),
  topics: ["a"],
  office: { street: "1 Main St", city: undefined },
  owner: null,
  customFields: { tier: "Gold", "Lead score": 7 },
};
const nested: Input = {
  defaultFields: { firstName: "Ada", emails: [{ value: "ada@example.com" }] },
  customFields: [
    { key: "tier", value: "Gold" },
    { name: "Lead score", value: "7" },
  ],
  source: "web",
};
const blank: Input = {};
// What form libraries ask of lists, whose items they add and name, and of forms, whose fields they index.
type Item<List> = List extends readonly (infer One)[] ? One : never;
holds<Same<Item<Input["phoneNumbers"]> extends object ? true : false, true>>();
(form.phoneNumbers ?? []).push({ value: "558" });
const indexed: { [name: string]: unknown } = form;
type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined };
const sent: Json = {} as ContactPayload;
void [indexed, sent];
// @ts-expect-error: a number for a text
const wrong: Input = { firstName: 7 };
// @ts-expect-error: a list for a number
const list: Input = { score: [7] };
// @ts-expect-error: a column that there is not
const typo: Input = { fristName: "Ada" };
// @ts-expect-error: a key that there is not
const key: Input = { customFields: { teir: "Gold" } };
// @ts-expect-error: a value of another type, by name
const named: Input = { customFields: [{ name: "Lead score", value: true }] };
// @ts-expect-error: an item without a value
const item: Input = { emails: [{ value: undefined }] };
// @ts-expect-error: a value of a type that nobody knows
const unknown: Input = { owner: "Bo" };
void [form, nested, blank, wrong, list, typo, key, named, item, unknown];

// Names that several things could have.
const crossed = contactSchema({
  definitions: [
    { key: "x", name: "y", type: "number" },
    { key: "y", name: "x", type: "boolean" },
    { key: "mobile", name: "Uses our app", type: "boolean" },
    { key: "q", name: "workPhone", type: "number" },
    { key: "firstName", name: "company", type: "boolean" },
  ],
});
const crossing: InferInput<typeof crossed> = {
  firstName: "Ada",
  company: "AE",
  x: 7,
  y: true,
  mobile: true,
  workPhone: 5,
  homePhone: "1",
  customFields: { firstName: true, x: 7, y: true },
};
// @ts-expect-error: the field of the contact, not the custom one
const crossedOut: InferInput<typeof crossed> = { firstName: true };
void [crossing, crossedOut];
crossed.field("x")["~standard"].types?.output satisfies number | null | undefined;
crossed.field("mobile")["~standard"].types?.output satisfies boolean | null | undefined;
crossed.field("homePhone")["~standard"].types?.output satisfies string | null | undefined;
crossed.field("customFields.firstName")["~standard"].types?.output satisfies
  | boolean
  | null
  | undefined;

// Names that read like those of fields, and names that every object has.
const likened = contactSchema({
  definitions: [
    { key: "a", name: "Company", type: "boolean" },
    { key: "b", name: "E-mail", type: "boolean" },
    { key: "c", name: "First Names", type: "boolean" },
    { key: "constructor", name: "customFields", type: "boolean" },
  ],
});
type Likened = InferInput<typeof likened>;
const likening: Likened = {
  firstName: "Ada",
  a: true,
  "First Names": true,
  customFields: { a: true, Company: true },
};
holds<Same<Extract<"Company" | "E-mail", keyof Likened>, never>>();
void likening;

// As libraries see it.
const standard: StandardSchemaV1<Input, Output> = schema;
const infer = <In, Out>(given: StandardSchemaV1<In, Out>): Out | StandardSchemaV1<In, Out> => given;
const inferred = infer(schema);
holds<Same<typeof inferred, Output | StandardSchemaV1<Input, Output>>>();
const json: StandardJSONSchemaV1<Input, Output> = schema;
const loose: StandardSchemaV1<unknown, ContactPayload> = schema;
void standard["~standard"].validate({}, { libraryOptions: { country: "DE" } });
json["~standard"].jsonSchema.input({ target: "draft-07" }) satisfies Record<string, unknown>;
void loose;

// Definitions that come at run time.
const fetched: FieldDefinition[] = await createClient({ fetch }).definitions();
const open = contactSchema({ definitions: fetched });
type Open = InferOutput<typeof open>;
holds<Same<NonNullable<Open["customFields"]>[number], PayloadCustomField>>();
const any: InferInput<typeof open> = { firstName: "Ada", "Lead score": "7" };
contactSchema({ definitions: { data: fetched } }) satisfies ContactSchema;
const wrapped = contactSchema({ definitions: { data: definitions } });
holds<Same<InferOutput<typeof wrapped>, Output>>();
const inline = contactSchema({ definitions: [{ key: "a", name: "A", type: "number" }] });
holds<
  Same<InferOutput<typeof inline>["customFields"], { key: "a"; value: number | null }[] | undefined>
>();
const none = contactSchema();
holds<Same<InferOutput<typeof none>["customFields"], never[] | undefined>>();
const kept: ContactSchema = schema;
void [any, kept];

// Fields.
const { field } = schema;
const score = field("customFields.score");
holds<Same<InferOutput<typeof score>, number | null>>();
const byName = field("Lead score");
holds<Same<InferOutput<typeof byName>, number | null>>();
const topics = field("topics");
holds<Same<InferOutput<typeof topics>, string[] | null>>();
const phone = field("phoneNumbers[].value");
holds<Same<InferOutput<typeof phone>, string | null>>();
const second = field("emails[1].value");
holds<Same<InferOutput<typeof second>, string | null>>();
const first = field("defaultFields.firstName");
holds<Same<InferOutput<typeof first>, string | null>>();
const work = field("workPhone");
holds<Same<InferOutput<typeof work>, string | null>>();
const emails = field("emails");
holds<Same<InferOutput<typeof emails>, PayloadItem[] | null>>();
const some = field("some path" as string);
holds<Same<InferOutput<typeof some>, PayloadItem[] | PayloadCustomField["value"]>>();
// A library that knows what its field holds.
field<"phone", string>("phone") satisfies StandardSchemaV1<string, unknown>;
const data = field("score").safeParse("7", { locale: "de" }).data;
holds<Same<typeof data, number | null | undefined>>();

// Issues.
const issues = [{ message: "no", path: ["emails", 0] }] as const;
flatten(issues).fieldErrors["emails.0"] satisfies string[] | undefined;
treeify(issues).properties?.emails?.items?.[0]?.errors satisfies string[] | undefined;
prettify(parsed.issues ?? []) satisfies string;
const others: readonly StandardSchemaV1.Issue[] = [];
[flatten(others), treeify(others), prettify(others)];

// @ts-expect-error: a mapping is for a mapper
contactSchema({ mapping: {} });
// @ts-expect-error: the columns of a table, too
contactSchema({ headers: [] });
// @ts-expect-error: no option of a call
schema.safeParse({}, { level: "shape" });
// @ts-expect-error: an option that does not exist
contactSchema({ contry: "US" });
