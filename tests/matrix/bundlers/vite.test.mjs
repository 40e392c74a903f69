import { build, createServer } from "vite";
import { row } from "../support/row.mjs";

const config = (app) => ({
  root: app.directory,
  base: "./",
  configFile: false,
  logLevel: "silent",
  cacheDir: app.path("cache"),
});

row({
  name: "Vite, built, in Chromium",
  quick: true,
  packages: ["vite"],
  names: ["contact", "form", "phone", "format", "url", "messages"],
  takes: ["default"],
  async answer(app, pages) {
    await build(config(app));
    return pages.served(app.path("dist"));
  },
});

row({
  name: "Vite, its development server, in Chromium",
  packages: ["vite"],
  takes: ["default"],
  async answer(app, pages) {
    const server = await createServer({ ...config(app), server: { host: "127.0.0.1", port: 0 } });
    try {
      await server.listen();
      return await pages.answer(server.resolvedUrls.local[0]);
    } finally {
      await server.close();
    }
  },
});
