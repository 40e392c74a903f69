import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "Superforms", package: "sveltekit-superforms", code: false });
inBrowsers("Superforms", "/superforms", story({ code: false }));

inBrowsers(
  "Superforms takes bad data for good with a key `value` beside its issues",
  "/superforms?broken=valueKey",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.receives("nothing");
  },
);
