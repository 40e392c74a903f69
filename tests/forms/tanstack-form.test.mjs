import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "TanStack Form", package: "@tanstack/react-form", code: true });
inBrowsers("TanStack Form", "/tanstack-form", story({ code: true }));

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
