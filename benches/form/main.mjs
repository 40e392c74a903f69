// The lead form in Chromium: how soon the first key has its verdict on a cold page, and what a key costs.
import { createRequire } from "node:module";
import { builtPackage } from "../../examples-web/demo/built-package.mjs";
import { serveForm } from "../../examples-web/lead-form/server/app.mjs";
import { median } from "../median.mjs";
import { perKey, traceOf } from "./trace.mjs";

const { chromium } = createRequire(new URL("../../tests/js/package.json", import.meta.url))(
  "playwright-core",
);
const ROUNDS = 9;
const KEYS_OF = {
  firstName: "Maximiliana-Theodora",
  email: "ada.lovelace@analytical-engines.example",
  phone: "4155552671",
  "custom-monthly-budget": "12,345,678.90",
  "custom-website": "https://example.org/a/long/way?to=go",
  "custom-inbound-lead": "A friend told me about you, and said good things",
};

const built = builtPackage(new URL("../../pkg/", import.meta.url));
const app = await serveForm({ built, client: undefined });
const launch = () =>
  chromium.launch({
    ...(process.env.CHROME && { executablePath: process.env.CHROME }),
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
const percentile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ];
const ms = (number) => `${number.toFixed(2)} ms`;

/** In the page: from the first key, as the browser has timed it, to the verdict at its field. */
function watchFirst({ idle }) {
  if (!idle) window.requestIdleCallback = () => 0;
  const first = new Promise((resolve) => {
    let pressed;
    addEventListener("keydown", ({ timeStamp }) => (pressed ??= timeStamp), true);
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver(() => pressed && resolve(performance.now() - pressed)).observe(
        document,
        {
          attributeFilter: ["data-state"],
          subtree: true,
        },
      );
    });
  });
  Object.assign(window, { first });
}

/** A browser of its own each time: no cache, no compiled code. */
async function firstVerdict({ idle, wait }) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.addInitScript(watchFirst, { idle });
  await page.goto(app.url, { waitUntil: wait ? "load" : "commit" });
  await page.locator("#rest").waitFor();
  if (wait) await page.evaluate(() => import("/engine.mjs"));
  if (wait) await page.waitForTimeout(300);
  await page.locator("#firstName").focus();
  await page.keyboard.press("A");
  const time = await page.evaluate(() => window.first);
  await browser.close();
  return time;
}

async function rounds(how) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await firstVerdict(how));
  return `${ms(median(times))} (${ms(Math.min(...times))} to ${ms(Math.max(...times))})`;
}

console.log(`first verdict after the first key, cold page, median of ${ROUNDS}:`);
console.log(`  engine started by the page when idle   ${await rounds({ idle: true, wait: true })}`);
console.log(
  `  engine started by that key             ${await rounds({ idle: false, wait: true })}`,
);
console.log(
  `  key as soon as the form is there       ${await rounds({ idle: true, wait: false })}`,
);

/** Types into all fields; the times of each key. `bare`: without the page's scripts. */
async function typing({ bare }) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(app.url);
  await page.locator("#country option:nth-child(200)").waitFor({ state: "attached" });
  await page.locator("#phone").focus();
  await page.waitForTimeout(300);
  if (bare) {
    await page.evaluate(() => {
      const quiet = (event) => event.stopImmediatePropagation();
      for (const type of ["beforeinput", "input", "focusout"]) addEventListener(type, quiet, true);
    });
  }
  const keys = [];
  // The first round is for the compiler of the browser.
  for (const [round, keep] of [false, true, true, true].entries()) {
    const events = await traceOf(page, async () => {
      for (const [id, text] of Object.entries(KEYS_OF)) {
        await page.locator(`#${id}`).focus();
        // In the last rounds every field has been judged, and shows its errors with every key.
        if (round > 0) await page.keyboard.press("Control+a");
        await page.keyboard.type(text, { delay: 30 });
      }
      await page.waitForTimeout(100);
    });
    if (keep) keys.push(...perKey(events));
  }
  await browser.close();
  return keys;
}

for (const bare of [false, true]) {
  const keys = await typing({ bare });
  const [handlers, all] = [keys.map((key) => key.handlers), keys.map((key) => key.all)];
  console.log(
    `${bare ? "the same page with its handlers kept out" : "the form"}, ${keys.length} keys:`,
  );
  for (const [name, times] of [
    ["handlers of a key", handlers],
    ["main thread in all", all],
  ]) {
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
    console.log(`  ${name.padEnd(20)} p50 ${ms(half)}, p95 ${ms(most)}`);
  }
}
await app.close();
