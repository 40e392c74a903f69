/**
 * The whole way of a form: the lead form as a page, the edge worker in workerd, and a stand-in of Quo behind it.
 * miniflare and esbuild are among the project's JavaScript tools.
 */
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { serveForm, settings } from "../lead-form/server/app.mjs";
import { createStandIn } from "../quo-stand-in/stand-in.mjs";

const repository = new URL("../../", import.meta.url);
const { Miniflare } = createRequire(new URL("tests/js/package.json", repository))("miniflare");

/** @typedef {{ id: string, defaultFields: { firstName: string | null, phoneNumbers: { value: string }[] } }} Contact */

/**
 * @param {object} options
 * @param {{ directory: URL, module: any, messages: () => Record<string, { locale: string, messages: object }> }} options.built the package
 * @param {number} [options.port] of the page; 0 is any free one
 * @returns {Promise<{ url: string, standIn: ReturnType<typeof createStandIn>, contacts: () => Contact[], close: () => Promise<void> }>}
 */
export async function startWhole({ built, port = 0 }) {
  const standIn = createStandIn({ definitions: settings.definitions });
  const { url: quo } = await standIn.listen();
  /** @type {URL | undefined} */
  let worker;
  const page = await serveForm({ built, forward: () => worker ?? new URL(quo), port });
  const miniflare = new Miniflare({
    ...(await workerOf(built.directory, {
      QUO_URL: quo,
      QUO_KEY: "any-key-will-do-here",
      ORIGINS: new URL(page.url).origin,
    })),
    handleRuntimeStdio: () => {},
  });
  worker = await miniflare.ready;
  return {
    url: page.url,
    standIn,
    contacts: () => [.../** @type {Iterable<any>} */ (standIn.contacts.all())],
    close: async () => {
      await page.close();
      await miniflare.dispose();
      await standIn.close();
    },
  };
}

/** The worker as wrangler would deploy it, with the package as it was built. @param {URL} directory @param {object} bindings */
async function workerOf(directory, bindings) {
  const { bundle, workerOptions } = await import(
    new URL("tests/js/support/worker.mjs", repository).href
  );
  const modules = fileURLToPath(new URL("target/demo/node_modules/", repository));
  mkdirSync(modules, { recursive: true });
  rmSync(`${modules}quo-contacts`, { force: true });
  symlinkSync(fileURLToPath(directory), `${modules}quo-contacts`, "junction");
  return workerOptions(await bundle(undefined, modules), bindings);
}
