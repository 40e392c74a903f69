import { bad } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "none: a server action in Next.js",
  packages: ["next"],
  code: true,
  value: "made by `validate` in the action",
});
inBrowsers("Server action", "/next", story(row));

inBrowsers(
  "A server action that throws for bad data says nothing at any field",
  "/next?broken=exception",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/./);
  },
);
