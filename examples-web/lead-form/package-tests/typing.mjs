/** A phone number that lays itself out while it is typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { shown, useWorld, withCaret, withForm } from "./support.mjs";

useWorld();

/** @param {any} page */
async function atPhone(page) {
  const loaded = page.waitForResponse((/** @type {any} */ response) =>
    response.url().endsWith("/phone-format.js"),
  );
  await page.locator("#phone").focus();
  await loaded;
  await page.waitForFunction(async () => {
    const { loadPhoneFormat } = await import(/** @type {any} */ ("/engine.mjs"));
    return (await loadPhoneFormat()).isReady !== undefined;
  });
}
/** @param {any} page @param {number} place */
const putCaret = (page, place) =>
  page.evaluate((/** @type {number} */ place) => {
    /** @type {HTMLInputElement} */ (document.getElementById("phone")).setSelectionRange(
      place,
      place,
    );
  }, place);
/** @param {any} page */
const phone = (page) => withCaret(page, "phone");

test("the format is loaded for whoever types a number, and for nobody else", () =>
  withForm({}, async (page) => {
    const asked = () =>
      page.evaluate(
        () =>
          performance
            .getEntriesByType("resource")
            .filter(({ name }) => name.includes("phone-format")).length,
      );
    await page.locator("#firstName").fill("Ada");
    assert.equal(await asked(), 0);
    await atPhone(page);
    assert.equal(await asked(), 1);
  }));

test("digits are laid out as they come, and the caret stays at the end", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    const states = [];
    for (const digit of "4155552671") {
      await page.keyboard.press(digit);
      states.push(await phone(page));
    }
    assert.deepEqual(states.slice(2, 4), ["415|", "415-5|"]);
    assert.equal(states.at(-1), "(415) 555-2671|");
    const { state, said } = await shown(page, "phone");
    assert.deepEqual([state, said], ["ok", "We’ll call +1 415-555-2671."]);
  }));

test("in the middle the caret stays behind its digit", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    await putCaret(page, 3);
    await page.keyboard.press("Backspace");
    assert.equal(await phone(page), "(4|55) 552-671");
    await page.keyboard.press("9");
    assert.equal(await phone(page), "(49|5) 555-2671");
    await page.keyboard.press("Delete");
    assert.equal(await phone(page), "(49|5) 552-671");
  }));

test("a separator can be deleted in both directions", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    await putCaret(page, 6);
    await page.keyboard.press("Backspace");
    assert.equal(await phone(page), "(41|5) 552-671");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("4155552671");
    await putCaret(page, 9);
    await page.keyboard.press("Delete");
    assert.equal(await phone(page), "(415) 555|-671");
    // A key that is held down ends with an empty field, and not at a mark that comes back again and again.
    await page.keyboard.press("End");
    for (let times = 0; times < 9; times++) await page.keyboard.press("Backspace");
    assert.equal(await phone(page), "|");
  }));

test("a paste is laid out; what is selected is replaced", () =>
  withForm({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await atPhone(page);
    const paste = async (/** @type {string} */ text) => {
      await page.evaluate(
        (/** @type {string} */ text) => navigator.clipboard.writeText(text),
        text,
      );
      await page.keyboard.press("Control+v");
    };
    await paste("415.555.2671");
    assert.equal(await phone(page), "(415) 555-2671|");
    await page.keyboard.press("Control+a");
    await paste("+44 2079460958");
    assert.equal(await phone(page), "+44 20 7946 0958|");
    await page.keyboard.press("Control+a");
    await paste("1-800-FLOWERS");
    assert.equal(await phone(page), "1-800-FLOWERS|");
  }));

test("an input method is left alone until it is done", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    const client = await page.context().newCDPSession(page);
    const compose = (/** @type {string} */ text) =>
      client.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("4155");
    assert.equal(await phone(page), "4155|");
    await compose("4155552671");
    assert.equal(await phone(page), "4155552671|");
    await client.send("Input.insertText", { text: "4155552671" });
    assert.equal(await phone(page), "(415) 555-2671|");
  }));

test("undo and redo go through what was there, and are not laid out again", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    const value = async () => (await phone(page)).replace("|", "");
    const digits = (/** @type {string} */ text) => text.replace(/\D/g, "");
    for (let times = 0; times < 12; times++) {
      await page.keyboard.press("Control+z");
      assert.ok("4155552671".startsWith(digits(await value())), await value());
    }
    assert.equal(await value(), "");
    for (let times = 0; times < 12; times++) {
      await page.keyboard.press("Control+Shift+z");
      assert.ok("4155552671".startsWith(digits(await value())), await value());
    }
    assert.equal(await value(), "(415) 555-2671");
  }));

test("another country lays the number out anew, and reads it anew", () =>
  withForm({}, async (page) => {
    await atPhone(page);
    await page.locator("#country").selectOption("GB");
    await page.locator("#phone").focus();
    await page.keyboard.type("02079460958");
    assert.equal(await phone(page), "020 7946 0958|");
    assert.equal((await shown(page, "phone")).said, "We’ll call +44 20 7946 0958.");
    await page.locator("#country").selectOption("US");
    assert.equal((await shown(page, "phone")).state, "");
    await page.locator("#email").focus();
    await page.locator("#phone").focus();
    await page.locator("#email").focus();
    await page.waitForTimeout(50);
    assert.equal((await shown(page, "phone")).state, "error");
  }));

test("every country is there by name and calling code, in the order of the language", () =>
  withForm({}, async (page) => {
    const options = await page.locator("#country option").allTextContents();
    assert.equal(options.length, 245);
    for (const text of [
      "Germany (+49)",
      "United States (+1)",
      "Madagascar (+261)",
      "Italy (+39)",
    ]) {
      assert.ok(options.includes(text), text);
    }
    assert.deepEqual(options, options.toSorted(new Intl.Collator("en").compare));
    assert.equal(await page.locator("#country").inputValue(), "US");
  }));
