import { inBrowsers, library, story } from "./support/library.mjs";
import { good, bad } from "./support/form.mjs";

library({ name: "React Hook Form", package: "react-hook-form", code: false });
inBrowsers("React Hook Form", "/react-hook-form", story({ code: false }));

inBrowsers(
  "React Hook Form submits an empty object for good data with `issues: []`",
  "/react-hook-form?broken=emptyIssues",
  async (form) => {
    await form.enter(good);
    await form.submit();
    await form.receives({});
  },
);

inBrowsers(
  "React Hook Form takes bad data whose verdict is a thenable and no Promise",
  "/react-hook-form?broken=thenable",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.receives("nothing");
  },
);
