// Wrangler, which needs no account to bundle a worker and to run it here.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { matrix } from "./app.mjs";

const words = (...words) => [join(matrix, "node_modules/wrangler/bin/wrangler.js"), ...words];

/** Its files stay in the app; it looks for no newer version, and for no place that requests could come from. */
const env = (app) => ({
  XDG_CONFIG_HOME: app.path("config"),
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  NODE_ENV: "test",
});

export const wrangler = (app, ...more) =>
  app.run(process.execPath, words(...more), { env: env(app) });

/** What `use` makes of the address at which `wrangler dev` serves the app. */
export async function served(app, use) {
  const dev = words("dev", "--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0");
  const child = spawn(process.execPath, dev, {
    cwd: app.directory,
    env: { ...process.env, ...env(app) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise((done) => child.on("close", done));
  try {
    return await use(await ready(child));
  } finally {
    child.kill();
    await closed;
  }
}

/** The address, once it is said; a worker that fails to build waits for a change, and is not ready. */
const ready = (child) =>
  new Promise((done, fail) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
        const address = /Ready on (http:\S+)/.exec(said);
        if (address) done(address[1]);
      });
    }
    child.on("error", fail);
    child.on("close", (status) => fail(new Error(`wrangler dev: ${status}\n${said}`)));
    setTimeout(() => fail(new Error(`wrangler dev is not ready\n${said}`)), 60_000).unref();
  });
