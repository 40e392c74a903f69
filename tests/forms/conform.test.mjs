import { bad, messages } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "Conform",
  packages: ["@conform-to/react"],
  code: false,
  value: "handed to `onSubmit`; made by `validate` in a server action",
});
inBrowsers("Conform", "/conform", story(row));
inBrowsers("Conform, judged by a server action", "/action/conform", story(row));

inBrowsers(
  "Conform loses the message of a list's item whose index is text",
  "/conform?broken=stringIndices",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    const { phone, ...rest } = messages;
    await form.sees(rest);
  },
);

inBrowsers("Conform throws for paths of symbols", "/conform?broken=symbolKeys", async (form) => {
  await form.enter(bad);
  await form.submit();
  await form.throws(/Only string or numeric path segment/);
});
