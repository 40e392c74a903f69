import { bad, good } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "React Hook Form",
  packages: ["react-hook-form", "@hookform/resolvers"],
  code: false,
  value: "handed to `onSubmit`",
});
inBrowsers("React Hook Form", "/react-hook-form", story(row));

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
