import { inBrowsers, library, story } from "./support/library.mjs";
import { bad } from "./support/form.mjs";

library({ name: "Server action of Next.js", package: "next", code: true });
inBrowsers("Server action", "/next", story({ code: true }));
