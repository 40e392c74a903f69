/** The whole way: a person fills the lead form in, the edge worker takes it, and the contact is in Quo. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { builtPackage } from "../built-package.mjs";
import { startWhole } from "../whole.mjs";

const { chromium } = createRequire(new URL("../../../tests/js/package.json", import.meta.url))(
  "playwright-core",
);
const built = builtPackage(new URL("../../../pkg/", import.meta.url));

/** @type {any} */
let browser;
/** @type {Awaited<ReturnType<typeof startWhole>>} */
let whole;

before(async () => {
  whole = await startWhole({ built });
  browser = await chromium.launch({
    ...(process.env.CHROME && { executablePath: process.env.CHROME }),
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
});
after(async () => {
  await browser?.close();
  await whole?.close();
});

test("a form that is filled in is a contact in Quo", async () => {
  const page = await browser.newPage();
  await page.goto(whole.url);
  await page.locator("#country option:nth-child(200)").waitFor({ state: "attached" });
  await page.locator("#firstName").fill("Ada");
  await page.locator("#email").fill("ada@example.com");
  await page.locator("#phone").pressSequentially("4155552671");
  await page.locator("#send").click();
  await page.locator("#done").waitFor();
  const [contact, ...others] = whole.contacts();
  assert.equal(others.length, 0);
  assert.equal(contact?.defaultFields.firstName, "Ada");
  assert.equal(contact?.defaultFields.phoneNumbers[0]?.value, "+14155552671");
});

test("what the worker refuses is said at the page's fields", async () => {
  const answer = await fetch(new URL("contacts", whole.url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(whole.url).origin },
    body: JSON.stringify({ firstName: "", phone: "555-2671" }),
  });
  assert.equal(answer.status, 422);
  const { issues } = /** @type {any} */ (await answer.json());
  assert.deepEqual(
    issues.map((/** @type {any} */ { code, path }) => `${path.join(".")} ${code}`),
    ["firstName required", "phone local_only"],
  );
});
