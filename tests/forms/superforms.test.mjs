import { bad } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "Superforms",
  packages: ["sveltekit-superforms", "@sveltejs/kit"],
  code: false,
  value: "`form.data` in the action",
});
inBrowsers("Superforms", "/superforms", story(row));
inBrowsers("Superforms, judged by the server", "/superforms?serverOnly", story(row));

inBrowsers(
  "Superforms takes bad data for good with a key `value` beside its issues",
  "/superforms?broken=valueKey",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.receives("nothing");
  },
);
