// A build by webpack, or by what takes its configuration.

/** Bundles the app for a target, into `out/` with a page `out.html`. */
export function built(bundler, app, target) {
  app.write(
    "out.html",
    '<!doctype html>\n<title>app</title>\n<script src="./out/main.js"></script>\n',
  );
  return new Promise((done, fail) => {
    const compiler = bundler({
      context: app.directory,
      entry: "./main.mjs",
      mode: "production",
      performance: { hints: false },
      target,
      output: { path: app.path("out"), filename: "main.js" },
    });
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) fail(error);
        else if (stats.hasErrors()) fail(new Error(stats.toString("errors-only")));
        else done();
      });
    });
  });
}
