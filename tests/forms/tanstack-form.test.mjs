import { bad } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "TanStack Form",
  packages: ["@tanstack/react-form"],
  code: true,
  value: "made by `validate` in `onSubmit`",
});
inBrowsers("TanStack Form", "/tanstack-form", story(row));

inBrowsers(
  "TanStack Form throws where a synchronous validator gets a Promise",
  "/tanstack-form?broken=promise",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/async function passed to sync validator/);
    await form.sees({});
  },
);
