import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeBy } from "../page/schema.mjs";

const warning = (/** @type {string} */ code) => ({ code, message: code, path: [] });
const settings = { options: { country: "US", fields: {} }, definitions: [] };
const call = { country: "US", messages: { unreachable: "How can we reach you?" } };

/** @param {import("../page/schema.mjs").Verdict} verdict the package's */
const judgeWith = (verdict) =>
  judgeBy(() => ({ "~standard": { validate: () => verdict } }), settings);

test("who leaves neither a number nor an address is asked for one, besides what else is wrong", () => {
  const sound = {
    value: { defaultFields: { firstName: "Ada" } },
    warnings: [warning("invisible_without_phone"), warning("scheme_added")],
  };
  const asked = { code: "unreachable", message: "How can we reach you?", path: ["phone"] };
  for (const nothing of [undefined, "", " ", "\u00A0", "\u200B"]) {
    assert.deepEqual(judgeWith(sound)({ phone: nothing, email: nothing }, call), {
      issues: [asked],
      warnings: [warning("scheme_added")],
    });
  }
  const name = { code: "required", message: "a name, please", path: ["firstName"] };
  const { issues } = judgeWith({ issues: [name], warnings: [] })({}, call);
  assert.deepEqual(issues, [name, asked]);
});

test("whatever stands in one of the two is the package's to judge", () => {
  const verdict = { value: { defaultFields: {} }, warnings: [warning("invisible_without_phone")] };
  for (const record of [{ phone: "-" }, { email: "ada@" }, { phone: "", email: "a" }])
    assert.equal(judgeWith(verdict)(record, call), verdict);
});
