import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "Mantine form", package: "@mantine/form", code: false });
inBrowsers("Mantine form", "/mantine", story({ code: false }));

inBrowsers(
  "Mantine form takes bad data whose verdict is a thenable and no Promise",
  "/mantine?broken=thenable",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.receives("nothing");
  },
);
