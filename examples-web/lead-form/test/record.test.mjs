import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf, put, submissionOf } from "../page/record.mjs";

test("a control's name is a path", () => {
  assert.deepEqual(pathOf("firstName"), ["firstName"]);
  assert.deepEqual(pathOf("customFields[lead-score]"), ["customFields", "lead-score"]);
});

test("a key is any text", () => {
  const record = Object.create(null);
  put(record, ["customFields", "__proto__"], "a");
  put(record, ["customFields", "constructor"], "b");
  assert.equal(JSON.stringify(record), '{"customFields":{"__proto__":"a","constructor":"b"}}');
  assert.equal(Object.hasOwn(Object.prototype, "a"), false);
});

test("what is sent has the form's shape and Quo's values, and nothing that was left open", () => {
  const payload = {
    defaultFields: {
      firstName: "Ada",
      lastName: null,
      emails: [{ name: "email", value: "ada@example.com" }],
      phoneNumbers: [{ name: "phone", value: "+14155552671" }],
    },
    customFields: [
      { key: "seats", value: 0 },
      { key: "news", value: false },
      { key: "start", value: null },
    ],
  };
  assert.deepEqual(submissionOf(payload), {
    firstName: "Ada",
    email: "ada@example.com",
    phone: "+14155552671",
    customFields: { seats: 0, news: false },
  });
  assert.deepEqual(submissionOf({ defaultFields: { firstName: "Ada", emails: [] } }), {
    firstName: "Ada",
  });
});
