import { cpSync } from "node:fs";
import { join } from "node:path";
import { matrix } from "../support/app.mjs";
import { expected } from "../support/expected.mjs";
import { row } from "../support/row.mjs";
import { serving } from "../support/server.mjs";

const next = join(matrix, "node_modules/next/dist/bin/next");
const env = { NEXT_TELEMETRY_DISABLED: "1" };

const { contact, form, phone, format } = expected;
const all = { contact, form, phone, format };

/** The app gets the files of `next/` for a runtime of the server. */
function files(app, runtime) {
  cpSync(join(matrix, "next", runtime), app.directory, { recursive: true });
  cpSync(join(matrix, "next/next.config.mjs"), app.path("next.config.mjs"));
}

const build = (app, bundler) =>
  app.run(process.execPath, [next, "build", `--${bundler.toLowerCase()}`], { env });

/** What `use` makes of the app's address while a command serves it. */
const served = (app, command, use, flags = []) => {
  const words = [...flags, next, command, "--hostname", "127.0.0.1", "--port", "0"];
  return serving(app, words, env, use);
};

/** The page prints what each place answers: the component, the routes, the proxy, and itself. */
const onNode = {
  packages: ["next"],
  takes: ["default"],
  also: { component: all, route: all, built: all, external: all, proxy: all },
};

// Next.js lets code of the edge runtime compile WebAssembly, and warns of some; Vercel, for whom it is, does not let it.
const refusing = `const vm = require("node:vm");

const { createContext } = vm;
const codeGeneration = { strings: false, wasm: false };
vm.createContext = (object, options) => createContext(object, { ...options, codeGeneration });
`;

async function answered(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

for (const bundler of ["Turbopack", "webpack"]) {
  row({
    ...onNode,
    name: `Next.js by ${bundler}, its server and Chromium`,
    async answer(app, pages) {
      files(app, "node");
      await build(app, bundler);
      return served(app, "start", (address) => pages.answer(address));
    },
  });

  row({
    name: `Next.js by ${bundler}, route and middleware in the edge runtime`,
    packages: ["next"],
    takes: ["edge-light"],
    also: { middleware: all },
    async answer(app) {
      files(app, "edge");
      await build(app, bundler);
      app.write("refusing.cjs", refusing);
      const use = async (address) => ({
        ...(await answered(`${address}/answers`)),
        middleware: await answered(`${address}/middleware`),
      });
      return served(app, "start", use, ["--require", "./refusing.cjs"]);
    },
  });
}

row({
  ...onNode,
  name: "Next.js, its development server and Chromium",
  answer(app, pages) {
    files(app, "node");
    return served(app, "dev", (address) => pages.answer(address));
  },
});
