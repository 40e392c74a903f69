import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "Server action of Next.js", package: "next", code: true });
inBrowsers("Server action", "/next", story({ code: true }));

inBrowsers(
  "A server action that throws for bad data says nothing at any field",
  "/next?broken=exception",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/./);
  },
);
