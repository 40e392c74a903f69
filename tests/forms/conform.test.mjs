import { inBrowsers, library, story } from "./support/library.mjs";
import { bad, messages } from "./support/form.mjs";

library({ name: "Conform", package: "@conform-to/react", code: false });
inBrowsers("Conform", "/conform", story({ code: false }));

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
