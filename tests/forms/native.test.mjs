import assert from "node:assert/strict";
import { bad, messages } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "none: constraint validation by `applyToForm`",
  packages: [],
  code: true,
  value: "made by `validate` on submit",
});
inBrowsers("Constraint validation", "/native", story(row));

inBrowsers("Constraint validation holds a bad form back", "/native", async (form) => {
  const prevented = await form.evaluate(() => {
    let submitted = false;
    const native = document.querySelector("form");
    native.addEventListener("submit", () => {
      submitted = true;
    });
    native.requestSubmit();
    return [submitted, native.matches(":invalid"), document.activeElement.id];
  });
  assert.deepEqual(prevented, [false, true, "firstName"]);
});

inBrowsers(
  "Constraint validation has no place for a path of the payload",
  "/native?broken=payloadPaths",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.sees({ form: Object.values(messages).join(" ") });
  },
);
