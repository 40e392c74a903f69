import { bad } from "./support/form.mjs";
import { inBrowsers, library, story } from "./support/library.mjs";

const row = library({
  name: "Angular signal forms",
  packages: ["@angular/forms"],
  code: true,
  value: "made by `validate` in the action",
});
inBrowsers("Angular signal forms", "/angular", story(row));

inBrowsers(
  "Angular signal forms throw for a path that the form does not have",
  "/angular?broken=payloadPaths",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/undefined/);
  },
);
