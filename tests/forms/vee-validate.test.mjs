import { good } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "VeeValidate",
  packages: ["vee-validate"],
  code: false,
  value: "handed to `handleSubmit`",
});
inBrowsers("VeeValidate", "/vee-validate", story(row));

inBrowsers(
  "VeeValidate submits the form instead of the payload with `issues: []`",
  "/vee-validate?broken=emptyIssues",
  async (form) => {
    await form.enter(good);
    await form.submit();
    const { phone, ...rest } = good;
    await form.receives({ ...rest, phoneNumbers: [{ value: phone }], newsletter: false });
  },
);
