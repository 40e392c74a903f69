import { build, createServer } from "vite";
import { createServer as createServer7 } from "vite7";
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

/** The page of the development server. */
async function developed(createServer, app, pages, more) {
  const server = await createServer({
    ...config(app),
    ...more,
    server: { host: "127.0.0.1", port: 0 },
  });
  try {
    await server.listen();
    return await pages.answer(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}

const names = ["contact", "form", "phone", "format", "url", "messages"];

row({
  name: "Vite, its development server, in Chromium",
  packages: ["vite"],
  names,
  takes: ["default"],
  answer: (app, pages) => developed(createServer, app, pages),
});

// What Vite 7 makes of dependencies beforehand looks for the files beside them in its cache.
row({
  name: "Vite 7, its development server with `optimizeDeps.exclude`, in Chromium",
  packages: ["vite7"],
  names,
  takes: ["default"],
  answer: (app, pages) =>
    developed(createServer7, app, pages, { optimizeDeps: { exclude: ["quo-contacts"] } }),
});
