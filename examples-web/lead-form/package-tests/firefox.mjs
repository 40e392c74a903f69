/** The form in Firefox, `FIREFOX`: what is different there is keys, the caret, undo and focus. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { axeSource, contacts, useServer, world } from "./support.mjs";

const tools = createRequire(new URL("../../../tests/forms/package.json", import.meta.url));
const { default: puppeteer } = tools("puppeteer-core");

/** @type {any} */
let firefox;

useServer();
before(async () => {
  firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX });
});
after(() => firefox?.close());

/** The form, loaded; it may not say anything to the console. @param {(page: any) => Promise<void>} use */
async function withForm(use) {
  world.standIn.reset();
  const page = await firefox.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("console", (/** @type {any} */ message) => said.push(message.text()));
  page.on("pageerror", (/** @type {unknown} */ error) => said.push(String(error)));
  try {
    await page.goto(world.url);
    await page.waitForSelector("#country option:nth-child(200)");
    await use(page);
    assert.deepEqual(said, []);
  } finally {
    await page.close();
  }
}

/** The value of a control, with the caret in it. @param {any} page @param {string} id */
const value = (page, id) =>
  page.$eval(`#${id}`, (/** @type {any} */ { value, selectionStart: at }) =>
    at === null ? value : `${value.slice(0, at)}|${value.slice(at)}`,
  );
/** The state of a control's field. @param {any} page @param {string} id */
const state = (page, id) =>
  page.$eval(`#${id}`, (/** @type {any} */ control) => control.closest(".field").dataset.state);
/** @param {any} page @param {string} id @param {string} expected */
const becomes = (page, id, expected) =>
  page.waitForFunction(
    (/** @type {string} */ id, /** @type {string} */ expected) =>
      /** @type {any} */ (document.getElementById(id)).closest(".field").dataset.state === expected,
    {},
    id,
    expected,
  );
/** @param {any} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}
/** @param {any} page @param {string} key with Control */
async function control(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** @param {any} page */
async function atPhone(page) {
  const loaded = page.waitForResponse((/** @type {any} */ response) =>
    response.url().endsWith("/phone-format.js"),
  );
  await page.focus("#phone");
  await loaded;
  await page.evaluate(async () => {
    const { loadPhoneFormat } = await import(/** @type {any} */ ("/engine.mjs"));
    await loadPhoneFormat();
  });
}

test("errors come when a field is left, the focus goes to the first, and what is right is sent", () =>
  withForm(async (page) => {
    await page.type("#email", "ada@");
    assert.notEqual(await state(page, "email"), "error");
    await press(page, "Tab");
    await becomes(page, "email", "error");
    await page.click("#send");
    await page.waitForSelector("#summary", { visible: true });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "firstName");
    assert.equal((await page.$$("#summary li")).length, 2);
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run(document);
      return violations.map((/** @type {any} */ { id }) => id);
    });
    assert.deepEqual(violations, []);

    await page.type("#firstName", "Ada");
    await page.focus("#email");
    await press(page, "End");
    await page.keyboard.type("example.org");
    await becomes(page, "email", "ok");
    await press(page, "Enter");
    await page.waitForSelector("#done", { visible: true });
    const [{ defaultFields }] = contacts();
    assert.equal(defaultFields.firstName, "Ada");
    assert.deepEqual(
      defaultFields.emails.map((/** @type {any} */ { value }) => value),
      ["ada@example.org"],
    );
  }));

test("a phone number lays itself out, and leaves the caret behind its digit", () =>
  withForm(async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    assert.equal(await value(page, "phone"), "(415) 555-2671|");
    await press(page, "Home", "ArrowRight", "ArrowRight", "ArrowRight", "Backspace");
    assert.equal(await value(page, "phone"), "(4|55) 552-671");
    await press(page, "1");
    assert.equal(await value(page, "phone"), "(41|5) 555-2671");
    await becomes(page, "phone", "ok");
  }));

test("undo goes back through what was typed, to the empty field", () =>
  withForm(async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    await becomes(page, "phone", "ok");
    for (let times = 0; times < 12; times++) {
      await control(page, "z");
      const digits = (await value(page, "phone")).replace(/\D/g, "");
      assert.ok("4155552671".startsWith(digits), digits);
    }
    assert.equal(await value(page, "phone"), "|");
  }));

test("what was meant is one click", () =>
  withForm(async (page) => {
    await page.type("#email", "ada@gmial.com");
    await press(page, "Tab");
    await page.click("::-p-aria([name='Perhaps you meant: ada@gmail.com'][role='button'])");
    assert.equal(await value(page, "email"), "ada@gmail.com");
    await becomes(page, "email", "ok");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "email");
  }));
