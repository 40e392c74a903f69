import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "Angular signal forms", package: "@angular/forms", code: true });
inBrowsers("Angular signal forms", "/angular", story({ code: true }));

inBrowsers(
  "Angular signal forms throw for a path that the form does not have",
  "/angular?broken=payloadPaths",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/undefined/);
  },
);
