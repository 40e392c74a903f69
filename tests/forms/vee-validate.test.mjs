import { inBrowsers, library, story } from "./support/library.mjs";
import { good } from "./support/form.mjs";

library({ name: "VeeValidate", package: "vee-validate", code: false });
inBrowsers("VeeValidate", "/vee-validate", story({ code: false }));

inBrowsers(
  "VeeValidate submits nothing for good data with `issues: []`",
  "/vee-validate?broken=emptyIssues",
  async (form) => {
    await form.enter(good);
    await form.submit();
    await form.receives("nothing");
  },
);
