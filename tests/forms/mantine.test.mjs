import { bad } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "Mantine form",
  packages: ["@mantine/form"],
  code: false,
  value: "made by `validate` in `transformValues`",
});
inBrowsers("Mantine form", "/mantine", story(row));

inBrowsers(
  "Mantine form takes bad data whose verdict is a thenable and no Promise",
  "/mantine?broken=thenable",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.receives("nothing");
  },
);
