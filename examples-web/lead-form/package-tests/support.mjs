/**
 * The form in a real browser, with the package in `pkg/` and a stand-in of Quo behind it. The browser is `CHROME`,
 * or Playwright's own; Playwright and axe are among the project's JavaScript tools.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { builtPackage } from "../../demo/built-package.mjs";
import { createStandIn } from "../../quo-stand-in/stand-in.mjs";
import { serveForm, settings } from "../server/app.mjs";

const tools = createRequire(new URL("../../../tests/js/package.json", import.meta.url));
const { chromium } = tools("playwright-core");
export const axeSource = /** @type {string} */ (tools("axe-core").source);
export const built = builtPackage(new URL("../../../pkg/", import.meta.url));

const pictures = fileURLToPath(new URL("../../../target/screenshots/", import.meta.url));

/** What a test has to do with. @type {{ url: string, standIn: ReturnType<typeof createStandIn>, fault: string | undefined }} */
export const world = { url: "", standIn: createStandIn(settings), fault: undefined };

/** @type {any} */
let browser;
/** @type {Awaited<ReturnType<typeof serveForm>> | undefined} */
let app;

/** The form's server, and the stand-in behind it. @param {string} [entry] */
export function useServer(entry) {
  before(async () => {
    world.standIn = createStandIn({ definitions: settings.definitions, perSecond: Infinity });
    const client = built.module.createClient({
      deadline: 1_000,
      fetch: (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
        const fault = world.fault && { "x-stand-in-fault": world.fault };
        const headers = { ...init.headers, authorization: "any-key", ...fault };
        return world.standIn.request(new URL(url).pathname + new URL(url).search, {
          .../** @type {any} */ (init),
          headers,
        });
      },
    });
    app = await serveForm({ built, client, ...(entry && { entry }), log: () => {} });
    world.url = app.url;
  });
  after(() => app?.close());
}

/** A browser before them. @param {string} [entry] */
export function useWorld(entry) {
  useServer(entry);
  before(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await chromium.launch({
      ...(process.env.CHROME && { executablePath: process.env.CHROME }),
      args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"].concat([
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ]),
    });
  });
  after(() => browser?.close());
}

/**
 * The form, loaded, with the engine there. By the end it must not have said anything to the console, broken its
 * policy, asked for anything elsewhere, or moved anything.
 * @param {object} options @param {(page: any) => Promise<void>} use @param {RegExp} [expected] what may be said
 */
export async function withForm(options, use, expected) {
  world.standIn.reset();
  world.fault = undefined;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    /** @type {string[]} */
    const said = [];
    const say = (/** @type {string} */ text) => expected?.test(text) || said.push(text);
    page.on("console", (/** @type {any} */ message) => say(message.text()));
    page.on("pageerror", (/** @type {unknown} */ error) => say(String(error)));
    page.on("request", (/** @type {any} */ request) => {
      if (!request.url().startsWith(world.url)) say(`left the page: ${request.url()}`);
    });
    await page.addInitScript(watch);
    await page.goto(world.url);
    await page.locator("#country option:nth-child(200)").waitFor({ state: "attached" });
    await use(page);
    const { violations, shifts } = await page.evaluate(() => /** @type {any} */ (window).watched);
    assert.deepEqual(said, []);
    assert.deepEqual(violations, []);
    assert.deepEqual(shifts, [], "layout shifts that no input explains");
  } finally {
    await page.close();
  }
}

/** In the page: what breaks the policy, and what moves without a person's doing (that is what CLS counts). */
function watch() {
  const watched = {
    violations: /** @type {string[]} */ ([]),
    shifts: /** @type {object[]} */ ([]),
  };
  Object.assign(window, { watched });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    watched.violations.push(`${violatedDirective}: ${blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map((/** @type {any} */ { node, previousRect, currentRect }) => {
        const [from, to] = [previousRect, currentRect].map(({ x, y }) => `${x},${y}`);
        return `${node?.id || node?.className} from ${from} to ${to}`;
      });
      watched.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** @param {any} page @param {string} name @param {object} [more] */
export async function picture(page, name, more) {
  // Without what blinks, and after what fades.
  const options = { fullPage: true, animations: "disabled", caret: "hide", ...more };
  await page.screenshot({ path: `${pictures}lead-form-${name}.png`, ...options });
}

/** Whatever axe finds fault with, as lines to read. @param {any} page @returns {Promise<string[]>} */
export async function faults(page) {
  // The policy keeps scripts out that the page did not bring; the tools of the browser may run them.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations, incomplete } = await /** @type {any} */ (window).axe.run(document, {
      resultTypes: ["violations", "incomplete"],
    });
    const lines = (/** @type {any[]} */ rules) =>
      rules.flatMap(({ id, nodes }) =>
        nodes.map((/** @type {any} */ { target, failureSummary }) => {
          return `${id} ${target.join(" ")}: ${failureSummary}`;
        }),
      );
    return [...lines(violations), ...lines(incomplete).map((line) => `unsure: ${line}`)];
  });
}

/** What a field shows: its state, and what is said there. @param {any} page @param {string} id of its first control */
export const shown = (page, id) =>
  page.evaluate((/** @type {string} */ id) => {
    const control = /** @type {HTMLElement} */ (document.getElementById(id));
    const field = /** @type {HTMLElement} */ (control.closest(".field"));
    return {
      state: field.dataset.state ?? "",
      said: field.querySelector(".said")?.textContent?.trim() ?? "",
      invalid: (control.closest("[role=radiogroup]") ?? control).getAttribute("aria-invalid"),
    };
  }, id);

/** The text of an input, with the caret in it. @param {any} page @param {string} id */
export const withCaret = (page, id) =>
  page.evaluate((/** @type {string} */ id) => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById(id));
    const { value, selectionStart, selectionEnd } = input;
    return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionEnd ?? 0)}`;
  }, id);

/** The id of what has the focus. @param {any} page */
export const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** What is in Quo. */
export const contacts = () => [.../** @type {Iterable<any>} */ (world.standIn.contacts.all())];
