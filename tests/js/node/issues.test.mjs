// Issues in other shapes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";

const { contactSchema, flatten, prettify, treeify } = await load();

const issues = [
  { message: "none", path: [] },
  { message: "name", path: ["firstName"] },
  { message: "one", path: ["emails", 0, "value"] },
  { message: "two", path: ["emails", 2] },
  { message: "again", path: ["firstName"] },
  { message: "nowhere" },
];

test("flatten", () => {
  assert.deepEqual(flatten(issues), {
    formErrors: ["none", "nowhere"],
    fieldErrors: { firstName: ["name", "again"], "emails.0.value": ["one"], "emails.2": ["two"] },
  });
  assert.deepEqual(flatten([]), { formErrors: [], fieldErrors: {} });
});

test("treeify", () => {
  const { properties, ...root } = treeify(issues);
  assert.deepEqual(root, { errors: ["none", "nowhere"] });
  assert.deepEqual(properties.firstName, { errors: ["name", "again"] });
  const { items, ...emails } = properties.emails;
  assert.deepEqual(emails, { errors: [] });
  assert.deepEqual(items[0], { errors: [], properties: { value: { errors: ["one"] } } });
  assert.equal(items.length, 3);
  assert.equal(items[1], undefined);
  assert.deepEqual(items[2], { errors: ["two"] });
  assert.deepEqual(treeify([]), { errors: [] });
});

test("prettify", () => {
  assert.equal(
    prettify(issues),
    "none\nfirstName: name\nemails[0].value: one\nemails[2]: two\nfirstName: again\nnowhere",
  );
  assert.equal(prettify([]), "");
  const forged = [
    { message: "no", path: ["a\nfirstName", "\u001b[2J", "\u202eb", "\u0646\u200c\u0627"] },
  ];
  assert.equal(prettify(forged), "a\\u{a}firstName.\\u{1b}[2J.\\u{202e}b.\u0646\u200c\u0627: no");
});

test("the steps of other schemas", () => {
  const steps = [{ message: "no", path: [{ key: "a" }, { key: 0 }, Symbol("s")] }];
  assert.deepEqual(flatten(steps).fieldErrors, { "a.0.Symbol(s)": ["no"] });
  const { errors } = treeify(steps).properties.a.items[0].properties["Symbol(s)"];
  assert.deepEqual(errors, ["no"]);
  assert.equal(prettify(steps), "a[0].Symbol(s): no");
});

test("a field may have any name", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) {
    const odd = [
      { message: "a", path: [name] },
      { message: "b", path: [name, name] },
    ];
    const { fieldErrors } = flatten(odd);
    assert.deepEqual(Object.getOwnPropertyDescriptor(fieldErrors, name).value, ["a"]);
    const { properties } = treeify(odd);
    const at = Object.getOwnPropertyDescriptor(properties, name).value;
    assert.deepEqual(at.errors, ["a"]);
    assert.deepEqual(Object.getOwnPropertyDescriptor(at.properties, name).value.errors, ["b"]);
    assert.equal(prettify(odd).split("\n").length, 2);
  }
  assert.equal({}.errors, undefined);
  assert.equal(Object.prototype[""], undefined);
});

test("what the schema says goes in as it is, and is left as it was", () => {
  const { issues } = contactSchema().safeParse({ emails: ["a", "b"], phone: "1" });
  const before = structuredClone(issues);
  const { fieldErrors } = flatten(issues);
  assert.deepEqual(Object.keys(fieldErrors).sort(), ["emails.0", "emails.1", "firstName", "phone"]);
  assert.equal(treeify(issues).properties.emails.items.length, 2);
  assert.equal(prettify(issues).split("\n").length, issues.length);
  assert.deepEqual(issues, before);
  // As a server answers with it.
  assert.deepEqual(flatten(JSON.parse(JSON.stringify(issues))), flatten(issues));
});
