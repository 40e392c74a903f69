import { rspack } from "@rspack/core";
import { row } from "../support/row.mjs";
import { built } from "../support/webpack.mjs";

row({
  name: "Rspack, in Chromium",
  packages: ["@rspack/core"],
  names: ["contact", "form", "phone", "format", "url"],
  takes: ["default"],
  async answer(app, pages) {
    await built(rspack, app, "web");
    return pages.served(app.directory, "out.html");
  },
});
