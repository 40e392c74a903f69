import webpack from "webpack";
import { row } from "../support/row.mjs";
import { built } from "../support/webpack.mjs";

row({
  name: "webpack, in Chromium",
  packages: ["webpack"],
  names: ["contact", "form", "phone", "format", "url"],
  takes: ["module-sync, default"],
  async answer(app, pages) {
    await built(webpack, app, "web");
    return pages.served(app.directory, "out.html");
  },
});
