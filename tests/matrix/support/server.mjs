// A tool that serves.
import { spawn } from "node:child_process";

/** What `use` says of the address that a tool's script prints; then the tool is ended. */
export function serving(app, words, env, use) {
  const child = spawn(process.execPath, words, {
    cwd: app.directory,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const closed = new Promise((done) => child.on("close", done));
  const address = new Promise((done, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) done(found[0]);
      });
    }
    child.on("error", fail);
    closed.then(() => fail(new Error(`${words.join(" ")} printed no address\n${said}`)));
  });
  return address.then(use).finally(() => {
    child.kill();
    return closed;
  });
}
