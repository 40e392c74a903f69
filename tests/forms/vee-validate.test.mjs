import { inBrowsers, library, story } from "./support/library.mjs";
import { good } from "./support/form.mjs";

library({ name: "VeeValidate", package: "vee-validate", code: false });
inBrowsers("VeeValidate", "/vee-validate", story({ code: false }));

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
