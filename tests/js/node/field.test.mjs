// Every field as a schema of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";
import { corpus } from "../support/cases.mjs";
import { parsed, shape } from "../support/shape.mjs";

const { contactSchema, QuoContactsError } = await load();

const definitions = [
  { key: "tier", name: "Tier", type: "number" },
  { key: "news", name: "Newsletter", type: "boolean" },
  { key: "since", name: "Customer since", type: "date" },
  { key: "topics", name: "Topics", type: "multi-select" },
  { key: "site", name: "Web site", type: "url" },
  { key: "office", name: "Office", type: "address" },
  { key: "1709822", name: "Notes", type: "string" },
  { key: "a.b[0]", name: "emails[x]", type: "string" },
  { key: "__proto__", name: "constructor", type: "string" },
  { key: "n1", name: "Same", type: "string" },
  { key: "n2", name: "Same", type: "string" },
];
const schema = contactSchema({ definitions, country: "US" });

/** A path, what is given, what comes out, what is refused and why. */
const rows = [
  ["firstName", " Ada ", "Ada", "", "required"],
  ["defaultFields.firstName", "Ada", "Ada", "", "required"],
  ["First name", "Ada", "Ada", " ", "required"],
  ["lastName", "", null, {}, "wrong_type"],
  ["defaultFields.lastName", "Byron", "Byron", [], "wrong_type"],
  ["company", "ACME", "ACME", "\u0007", "control_character"],
  ["role", undefined, null, ["x"], "wrong_type"],
  ["source", "web", "web", "zapier", "reserved_source"],
  ["sourceUrl", "example.com", "https://example.com", "x", "invalid_url"],
  ["externalId", 42, "42", "x".repeat(76), "too_long"],
  ["createdByUserId", "USx", "USx", "x", "invalid_user_id"],
  ["email", "Ada@EXAMPLE.com", "Ada@example.com", "ada", "invalid_email"],
  ["emails[].value", "a@b.co", "a@b.co", ["a@b.co"], "wrong_type"],
  ["emails[0].value", "a@b.co", "a@b.co", { value: "a@b.co" }, "wrong_type"],
  ["emails.1.value", "a@b.co", "a@b.co", "b", "invalid_email"],
  ["emails[0]", "a@b.co", "a@b.co", "b", "invalid_email"],
  ["defaultFields.emails[].value", "a@b.co", "a@b.co", "b", "invalid_email"],
  ["emails[].name", " work ", "work", "a\u0000", "control_character"],
  ["workEmail", "a@b.co", "a@b.co", "b", "invalid_email"],
  ["phone", "(415) 555-2671", "+14155552671", "555-2671", "local_only"],
  ["phoneNumber", "", null, ["(415) 555-2671"], "wrong_type"],
  ["phoneNumbers[].value", "(415) 555-2671", "+14155552671", "1", "phone_too_short"],
  ["phones[0].value", "(415) 555-2671", "+14155552671", "1", "phone_too_short"],
  ["phoneNumbers[].name", "", "phone", {}, "wrong_type"],
  ["mobilePhone", "(415) 555-2671", "+14155552671", "x", "not_a_phone_number"],
  ["tier", "1,200.5", 1200.5, "1,200", "ambiguous_number"],
  ["Tier", "7", 7, "many", "invalid_number"],
  ["customFields.tier", 0, 0, [], "wrong_type"],
  ["customFields.Tier", "", null, true, "wrong_type"],
  ["news", "no", false, "maybe", "invalid_boolean"],
  ["Customer since", "2024-09-11", "2024-09-11T00:00:00.000Z", "03/04/2025", "ambiguous_date"],
  ["topics", ["a", "b"], ["a", "b"], "a;b", "undeclared_separator"],
  ["site", "https://a.example", "https://a.example", "javascript:alert(1)", "forbidden_scheme"],
  ["office", { city: "Ulm", street: "1 Main" }, "1 Main, Ulm", { x: "y" }, "unknown_field"],
  ["1709822", "a\nb", "a\nb", "\u0001", "control_character"],
  ["a.b[0]", "x", "x", {}, "wrong_type"],
  ["customFields.a.b[0]", "x", "x", {}, "wrong_type"],
  ["emails[x]", "x", "x", {}, "wrong_type"],
  ["__proto__", "x", "x", {}, "wrong_type"],
  ["constructor", "x", "x", {}, "wrong_type"],
  ["customFields.__proto__", "x", "x", {}, "wrong_type"],
  ["n1", "x", "x", {}, "wrong_type"],
];

for (const [path, given, out, refused, code] of rows) {
  test(`${path}: ${JSON.stringify(given)}`, () => {
    const { "~standard": standard, safeParse } = schema.field(path);
    assert.deepEqual([standard.version, standard.vendor], [1, "quo-contacts"]);
    const verdict = standard.validate(given);
    shape(verdict);
    assert.deepEqual(verdict.value, out);
    assert.ok("value" in verdict);
    for (const { path } of verdict.warnings) assert.deepEqual(path, []);
    parsed(safeParse(refused));
    const { issues } = standard.validate(refused);
    assert.equal(issues[0].code, code);
  });
}

test("a list is a field, too", () => {
  for (const path of ["emails", "defaultFields.emails"]) {
    const { validate } = schema.field(path)["~standard"];
    const value = [
      { name: "email", value: "a@b.co" },
      { name: "work", value: "c@d.co" },
    ];
    assert.deepEqual(validate(["a@b.co", { name: "work", value: "c@d.co" }]).value, value);
    assert.deepEqual(validate("a@b.co").value, value.slice(0, 1));
    assert.deepEqual(validate("").value, []);
    assert.deepEqual(
      validate(["a@b.co", "c", { value: "d" }]).issues.map(({ path }) => path),
      [[1], [2, "value"]],
    );
  }
});

test("paths begin at the field", () => {
  const paths = (path, value) =>
    schema
      .field(path)
      ["~standard"].validate(value)
      .issues.map(({ path }) => path);
  for (const path of ["firstName", "defaultFields.firstName"]) assert.deepEqual(paths(path), [[]]);
  for (const path of ["email", "emails[3].value", "workPhone", "customFields.tier", "Tier"])
    assert.deepEqual(paths(path, "x"), [[]]);
  assert.deepEqual(paths("topics", ["a", {}]), [[1]]);
  assert.deepEqual(paths("customFields.office", { city: "Ulm", x: "y" }), [["x"]]);
});

test("a warning about the whole contact is none of a field", () => {
  assert.deepEqual(schema.field("lastName")["~standard"].validate("x").warnings, []);
  const { warnings } = schema.field("site")["~standard"].validate("example.com");
  assert.deepEqual(
    warnings.map(({ code, path }) => [code, path]),
    [["scheme_added", []]],
  );
});

test("a custom field may be called as a field of the contact", () => {
  const named = [{ key: "firstName", name: "Nickname", type: "string" }];
  const { field } = contactSchema({ definitions: named });
  for (const path of ["Nickname", "customFields.firstName"])
    assert.equal(field(path).safeParse("Bob").data, "Bob");
  assert.equal(field("firstName").safeParse("Ada").data, "Ada");
});

test("what is no field is misuse, with what may have been meant", () => {
  const rows = [
    ["teir", ["tier", "Tier"]],
    ["customFields.teir", ["tier", "Tier"]],
    ["frstName", ["firstName"]],
    ["Same", ["n1", "n2"]],
    ["customFields.firstName", []],
    ["customFields", []],
    ["defaultFields", []],
    ["emails[].kind", []],
    ["toString", []],
    ["", []],
  ];
  for (const unmapped of ["issue", "warning", "ignore"]) {
    const { field } = contactSchema({ definitions, unmapped });
    for (const [path, suggestions] of rows) {
      assert.throws(
        () => field(path),
        (error) => {
          assert.ok(error instanceof QuoContactsError && error.code === "unknown_field", path);
          for (const one of suggestions) assert.ok(error.details.suggestions.includes(one), path);
          return true;
        },
      );
    }
  }
  assert.throws(() => schema.field(undefined), { code: "unknown_field" });
  assert.throws(() => schema.field(Symbol("x")), { code: "unknown_field" });
});

test("a field says of its value what the whole says of it", () => {
  let count = 0;
  for (const { call, options: common, cases } of corpus()) {
    if (call !== "map") continue;
    for (const { options: own, record } of cases) {
      const { mapping, headers, ...all } = { ...common, ...own };
      if (mapping || typeof record !== "object" || record === null || Array.isArray(record))
        continue;
      const schema = contactSchema(all);
      const whole = schema["~standard"].validate(record);
      // What has several places is more than its fields.
      if (whole.issues?.some(({ code }) => code === "duplicate_field")) continue;
      for (const [name, value] of Object.entries(record)) {
        if (Array.isArray(value) || (typeof value === "object" && !(name in { office: 1 })))
          continue;
        let field;
        try {
          field = schema.field(name);
        } catch (error) {
          assert.equal(error.code, "unknown_field");
          continue;
        }
        // Whether another column has the first name, a field does not know.
        const codes = (issues) =>
          (issues ?? []).map(({ code }) => code).filter((code) => code !== "required");
        const mine = (issues) => (issues ?? []).filter(({ path }) => path[0] === name);
        const verdict = field["~standard"].validate(value);
        assert.deepEqual(codes(verdict.issues), codes(mine(whole.issues)), name);
        count += 1;
      }
    }
  }
  assert.ok(count > 150, String(count));
});
