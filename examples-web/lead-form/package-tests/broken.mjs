/**
 * The same scenario with a schema that keeps its rules, and with schemas that break one each: so a rule that is
 * broken in the engine makes the tests of this page fail, and here is the proof.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contacts, focused, shown, useWorld, withForm } from "./support.mjs";

useWorld();

/** What `validate` answers with, by the rule that it breaks; `verdict` is the sound one. @type {Record<string, string>} */
const BROKEN = {
  "a path addresses the form's own shape":
    "verdict.issues ? { ...verdict, issues: verdict.issues.map((one) => ({ ...one, path: one.target })) } : verdict",
  "bad data is never let through": "{ value: { defaultFields: {} }, warnings: [] }",
  "good data is let through":
    "{ issues: [{ code: 'x', message: 'x', path: [], params: {} }], warnings: [] }",
  "bad data never throws": "verdict.issues ? (() => { throw new Error('bad data'); })() : verdict",
  "a verdict is there at once": "Promise.resolve(verdict)",
  "there are warnings, if only none": "({ ...verdict, warnings: undefined })",
  "suggestions are not lost":
    "verdict.issues ? { ...verdict, issues: verdict.issues.map(({ suggestions, ...one }) => one) } : verdict",
  "a value is as Quo takes it":
    "verdict.value ? { ...verdict, value: { ...verdict.value, customFields: [{ key: 'monthly-budget', value: '1200' }] } } : verdict",
};

/** @param {string} answer */
const engineWith = (answer) => `
import { contactSchema as sound } from "/quo-contacts/form.js";
export * from "/quo-contacts/form.js";
export const loadPhoneFormat = () => import("/quo-contacts/phone-format.js");
export const loadMessages = async () => ({});
export const contactSchema = (options) => {
  const schema = sound(options);
  const validate = (...words) => {
    const verdict = schema["~standard"].validate(...words);
    return ${answer};
  };
  return { "~standard": { ...schema["~standard"], validate } };
};
`;

/** Bad data at its field, corrected by a suggestion, sent, and arrived. @param {any} page */
async function scenario(page) {
  await page.locator("#email").fill("ada@example.org");
  await page.locator("#custom-monthly-budget").fill("1,200");
  await page.locator("#send").click();
  await page.locator("#summary").waitFor();
  assert.equal(await focused(page), "firstName");
  assert.equal(await page.locator("#summary a").count(), 2);
  await page.locator("#firstName").fill("Ada");
  assert.equal((await shown(page, "firstName")).state, "ok");
  await page.getByRole("button", { name: "Perhaps you meant: 1200", exact: true }).click();
  assert.equal(await page.locator("#summary").isHidden(), true);
  await page.locator("#send").click();
  await page.locator("#done").waitFor();
  assert.equal(contacts()[0].defaultFields.firstName, "Ada");
  assert.equal(contacts()[0].customFields[0].value, 1200);
}

/** @param {string} answer @param {number} patience in milliseconds: what fails is not waited for */
const run = (answer, patience) =>
  withForm(
    {},
    async (page) => {
      await page.route("**/engine.mjs", (/** @type {any} */ route) =>
        route.fulfill({ contentType: "text/javascript", body: engineWith(answer) }),
      );
      page.setDefaultTimeout(patience);
      await page.reload();
      await page.locator("#country option:nth-child(200)").waitFor({ state: "attached" });
      await scenario(page);
    },
    /status of 422/,
  );

test("a schema that keeps its rules passes", () => run("verdict", 20_000));
for (const [rule, answer] of Object.entries(BROKEN)) {
  test(`a schema that breaks a rule fails: ${rule}`, () => assert.rejects(run(answer, 1_500)));
}
