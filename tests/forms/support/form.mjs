// A form in a page, as a person uses it: all apps give their controls the same ids, and put `data-message` on messages.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { browser } from "./browsers.mjs";

/** A busy machine may need long; where tests are to fail nobody wants to wait for each. */
const patience = process.env.BROKEN ? 5_000 : 30_000;

/** What a person enters: one mistake in each text field. */
export const bad = {
  firstName: "",
  email: "ada@",
  phone: "555",
  seats: "many",
  since: "2025-02-30",
};

/** The messages of `bad`, by the ids of the controls, and their codes. */
export const messages = {
  firstName: "Please fill this in.",
  email: "Please give us an e-mail address.",
  phone: "This phone number is too short.",
  seats: "Please give us a number.",
  since: "No such day in since.",
};
export const codes = {
  firstName: "required",
  email: "invalid_email",
  phone: "phone_too_short",
  seats: "invalid_number",
  since: "impossible_date",
};

/** The same corrected, and what Quo is to get: nobody asked for the newsletter. */
export const good = {
  firstName: "Ada",
  email: "ada@Example.com",
  phone: "(415) 555-2671",
  seats: "1,234.50",
  since: "2024-09-11",
};
export const payload = {
  defaultFields: {
    firstName: "Ada",
    emails: [{ name: "email", value: "ada@example.com" }],
    phoneNumbers: [{ name: "phone", value: "+14155552671" }],
  },
  customFields: [
    { key: "newsletter", value: false },
    { key: "seats", value: 1234.5 },
    { key: "since", value: "2024-09-11T00:00:00.000Z" },
  ],
};

/** A payload with its custom fields in the order of their keys: a record's order is the form's. */
export const sorted = (given) =>
  given?.customFields
    ? { ...given, customFields: given.customFields.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }
    : given;

/** Asks again until the check holds, or says why it does not. */
async function eventually(ask, check) {
  for (const end = Date.now() + patience; ; await pause(15)) {
    const answer = await ask();
    try {
      return check(answer);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

export class Form {
  /** What the page threw and nobody caught. */
  errors = [];
  #page;

  static async open(browserName, address) {
    const form = new Form();
    form.#page = await browser(browserName).newPage();
    form.#page.on("pageerror", (error) => form.errors.push(error.message));
    await form.#page.goto(address);
    // What a server renders is there before its script is.
    await form.#page.waitForSelector("html[data-ready] button", { timeout: patience });
    return form;
  }

  close = () => this.#page.close();

  /** Replaces what stands in the fields, key by key. */
  async enter(values) {
    for (const [id, text] of Object.entries(values)) await this.#type(id, text, 3);
  }

  /** Looks at what arrived, as a person does: a busy browser was seen to lose keys. */
  async #type(id, text, tries) {
    await this.#page.$eval(`#${id}`, (field) => {
      field.focus();
      field.select();
    });
    if (text) await this.#page.keyboard.type(text);
    else await this.#page.keyboard.press("Backspace");
    const there = await this.#page.$eval(`#${id}`, (field) => field.value);
    if (there === text) return;
    assert.ok(tries > 1, `typed ${text} into ${id}, and ${there} stands there`);
    await this.#type(id, text, tries - 1);
  }

  /** Leaves the last field first: its message may move the button from under a click that has begun. */
  async submit() {
    await this.#page.$eval("button", (button) => {
      button.focus();
      return new Promise((shown) => setTimeout(shown, 50));
    });
    await this.#page.click("button");
  }

  messages = () =>
    this.#page.$$eval("[data-message]", (all) =>
      Object.fromEntries(all.map((shown) => [shown.dataset.message, shown.textContent.trim()])),
    );

  codes = () =>
    this.#page.$$eval("[data-code]", (all) =>
      Object.fromEntries(
        all.map((shown) => [shown.dataset.message, shown.dataset.code]).filter(([, code]) => code),
      ),
    );

  received = () => this.#page.$eval("output", (output) => output.textContent);

  evaluate = (...words) => this.#page.evaluate(...words);

  /** Waits until these messages, and no others, stand at their fields. */
  sees = (expected) =>
    eventually(this.messages, (shown) => assert.deepEqual(shown, expected, "messages"));

  /** Waits until the server says that it received this. */
  receives = (expected) =>
    eventually(this.received, (text) => {
      assert.notEqual(text, "", "nothing was sent");
      assert.deepEqual(text.startsWith("{") ? sorted(JSON.parse(text)) : text, expected);
    });

  /** Waits until the page has thrown something like this. */
  throws = (expected) =>
    eventually(
      () => this.errors.join("\n"),
      (text) => assert.match(text, expected),
    );
}
