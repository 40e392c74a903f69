// The host's stack runs out where the package is about to say so. In a process of its own: code that has run often
// needs less of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/app.mjs";

const { createMapper } = await load();

test("a message that asks for itself costs no other call", () => {
  const required = () => mapper.map({ firstName: "" }).issues[0].message;
  const mapper = createMapper({ messages: { required } });
  assert.equal(typeof mapper.map({ firstName: "" }).issues[0].message, "string");
  assert.equal(mapper.map({ firstName: "Ada" }).value.defaultFields.firstName, "Ada");
});
