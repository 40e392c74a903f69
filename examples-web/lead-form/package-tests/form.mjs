/** The form as a person has it: what is said when, and how it is put right. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNeeded, posts, settled, summary, thanked } from "./steps.mjs";
import { contacts, focused, shown, useWorld, withForm } from "./support.mjs";

useWorld();

test("right shows at once, wrong only when the field was left, and then with every key", () =>
  withForm({}, async (page) => {
    await page.locator("#firstName").pressSequentially("A");
    assert.equal((await shown(page, "firstName")).state, "ok");
    await page.locator("#email").pressSequentially("ada@");
    const early = await shown(page, "email");
    assert.deepEqual(early, { state: "", said: "", invalid: null });
    await page.keyboard.press("Tab");
    await settled(page);
    const left = await shown(page, "email");
    assert.deepEqual([left.state, left.invalid], ["error", "true"]);
    assert.match(left.said, /\S/);
    await page.locator("#email").focus();
    await page.keyboard.press("End");
    await page.keyboard.type("example.or");
    assert.equal((await shown(page, "email")).state, "ok");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    assert.equal((await shown(page, "email")).state, "error", "at once, from now on");
  }));

test("a field that was passed without a letter is not blamed", () =>
  withForm({}, async (page) => {
    await page.locator("#firstName").focus();
    for (let times = 0; times < 6; times++) await page.keyboard.press("Tab");
    await settled(page);
    assert.equal(await page.locator("[aria-invalid]").count(), 0);
  }));

test("what is wrong is the description of its control, and is said once the typing pauses", () =>
  withForm({}, async (page) => {
    await page.locator("#email").fill("ada@");
    await page.locator("#lastName").focus();
    const { said } = await shown(page, "email");
    const described = await page.evaluate(() =>
      document
        .getElementById("email")
        ?.getAttribute("aria-describedby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent)
        .join(" "),
    );
    assert.equal(described, said);
    const spoken = page.locator("#spoken[role=status]");
    await page.waitForFunction(() => document.getElementById("spoken")?.textContent !== "");
    assert.match(await spoken.textContent(), /^Work e-mail: \S/);
    await page.locator("#email").fill("ada@example.org");
    await page.locator("#spoken:text-is('Work e-mail: Corrected.')").waitFor();
  }));

test("a message that comes with a click does not move the button away from under it", () =>
  withForm({}, async (page) => {
    await page
      .locator("#custom-website")
      .fill("javascript:alert(1) of a text that has more than one line");
    await page.locator("#send").scrollIntoViewIfNeeded();
    const { x, y, width, height } = await page.locator("#send").boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await settled(page);
    assert.deepEqual(await page.locator("#send").boundingBox(), { x, y, width, height });
    assert.equal((await shown(page, "custom-website")).state, "");
    await page.mouse.up();
    await page.locator("#summary").waitFor();
    assert.equal((await shown(page, "custom-website")).state, "error");
  }));

test("sending with errors moves the focus to the first, and lists them as links", () =>
  withForm({}, async (page) => {
    const sent = posts(page);
    await page.locator("#email").fill("ada@");
    await page.locator("#custom-website").fill("javascript:alert(1)");
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    assert.equal(await focused(page), "firstName");
    assert.equal((await summary(page)).length, 3);
    assert.equal(await page.locator("#summary h2").textContent(), "3 things to correct");
    assert.equal(await page.locator("#spoken").textContent(), "3 things to correct");
    await page.locator("#summary a", { hasText: "Website" }).click();
    assert.equal(await focused(page), "custom-website");
    await page.locator("#firstName").fill("Ada");
    assert.equal(await page.locator("#summary h2").textContent(), "2 things to correct");
    await page.locator("#email").fill("ada@example.org");
    await page.locator("#custom-website").fill("");
    assert.equal(await page.locator("#summary").isHidden(), true, "nothing is left");
    assert.equal(sent.length, 0);
  }));

test("who can't be reached is asked for a number or an address, and either will do", () =>
  withForm({}, async (page) => {
    const sent = posts(page);
    await page.locator("#firstName").fill("Ada");
    await page.locator("#email").fill(" ");
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    const asked = "Enter a phone number or an e-mail address, so that we can reach you.";
    assert.deepEqual(await summary(page), [`Phone: ${asked}`]);
    assert.equal(await focused(page), "phone");
    assert.equal((await shown(page, "phone")).said, `To correct: ${asked}`, "and nothing else");
    await page.locator("#phone").fill("(415) 555-2671");
    assert.equal(await page.locator("#summary").isHidden(), true);
    await page.locator("#phone").fill("");
    await page.locator("#email").fill("ada@example.org");
    const { state, said, invalid } = await shown(page, "phone");
    assert.deepEqual([state, invalid], ["warning", null]);
    assert.equal(said, "Note: Without a phone number we can only write to you.");
    await page.locator("#send").click();
    await thanked(page);
    assert.match(await page.locator("#done-promise").textContent(), /in touch/);
    assert.equal(sent.length, 1);
  }));

test("Japanese has no spaces between its words, and names a person by the last name", () =>
  withForm({ locale: "ja-JP" }, async (page) => {
    await page.locator("#lastName").fill("山田");
    await page.locator("#custom-website").fill("example.com");
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    const said = [
      ...(await summary(page)),
      ...(await page.locator(".said p").allTextContents()),
      await page.locator("#summary h2").textContent(),
    ];
    assert.equal(said.length, 6);
    for (const text of said) assert.doesNotMatch(text, /\s/);
    await page.locator("#firstName").fill("花子");
    await page.locator("#phone").fill("+1 415 555 2671");
    await page.locator("#send").click();
    await thanked(page);
    assert.match(await page.locator("#done-title").textContent(), /^山田様、/);
    await page.evaluate(() => {
      /** @type {any} */ (window).watched.shifts = [];
    });
  }));

test("what may have been meant is said, and is no correction", () =>
  withForm({}, async (page) => {
    await page.locator("#send").click();
    await page.locator("#email").fill("ada@gmial.com");
    await page.locator("#lastName").focus();
    const expected = "Work e-mail: Perhaps you meant: ada@gmail.com";
    await page.locator(`#spoken:text-is("${expected}")`).waitFor();
    const button = page.locator(".perhaps button");
    assert.equal(await button.getAttribute("aria-label"), "Perhaps you meant: ada@gmail.com");
    await button.click();
    await page.locator("#spoken:text-is('Work e-mail: Corrected.')").waitFor();
  }));

test("what was meant is one click, and undo takes it back", () =>
  withForm({}, async (page) => {
    await page.locator("#email").fill("ada@gmial.com");
    await page.locator("#phone").focus();
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("phone-format")),
    );
    await page.keyboard.type("02079460958");
    await page.locator("#lastName").focus();
    await page.getByRole("button", { name: "ada@gmail.com" }).click();
    assert.equal(await page.locator("#email").inputValue(), "ada@gmail.com");
    assert.equal(await focused(page), "email");
    assert.equal((await shown(page, "email")).state, "ok");
    // The browser takes back what was put in, and then what made room for it.
    for (let times = 0; times < 2; times++) {
      if ((await page.locator("#email").inputValue()) === "ada@gmial.com") break;
      await page.keyboard.press("Control+z");
    }
    assert.equal(await page.locator("#email").inputValue(), "ada@gmial.com");

    await page.getByRole("button", { name: "+44 20 7946 0958" }).click();
    assert.equal(await page.locator("#phone").inputValue(), "+44 20 7946 0958");
    assert.equal((await shown(page, "phone")).state, "ok");
  }));

test("a number that reads in two ways is asked about, and the answer counts", () =>
  withForm({}, async (page) => {
    const budget = page.locator("#custom-monthly-budget");
    await fillNeeded(page);
    for (const [label, expected] of [
      ["1.2", 1.2],
      ["1200", 1200],
    ]) {
      await budget.fill("1,200");
      await page.locator("#lastName").focus();
      await page.locator(".perhaps button", { hasText: String(label) }).click();
      assert.equal((await shown(page, "custom-monthly-budget")).state, "ok", String(label));
      await page.locator("#send").click();
      await thanked(page);
      assert.equal(contacts().at(-1).customFields[0].value, expected);
      await page.locator("#another").click();
      assert.equal(await budget.inputValue(), "");
      await fillNeeded(page);
    }
  }));

test("a warning is no error: other words, another mark, and the form is sent", () =>
  withForm({}, async (page) => {
    await fillNeeded(page);
    await page.locator("#custom-website").fill("example.com");
    await page.locator("#lastName").focus();
    await settled(page);
    const { state, said, invalid } = await shown(page, "custom-website");
    assert.deepEqual([state, invalid], ["warning", null]);
    assert.match(said, /^Note: /);
    assert.equal(await page.locator("svg.mark.warning").count(), 1);
    assert.equal(await page.locator("svg.mark.error").count(), 0);
    await page.locator("#send").click();
    await thanked(page);
    assert.equal(contacts()[0].customFields[0].value, "https://example.com");
  }));

test("half a date is an issue, not nothing", () =>
  withForm({}, async (page) => {
    await fillNeeded(page);
    const date = page.locator('input[type="date"]');
    await date.focus();
    await page.keyboard.type("02");
    await page.keyboard.press("Tab");
    await page.keyboard.type("31");
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    assert.deepEqual(await summary(page), [
      "Preferred start: Enter the complete date: day, month and year.",
    ]);
    assert.equal(await date.getAttribute("aria-invalid"), "true");
    await date.fill("2031-02-28");
    assert.equal(await page.locator("#summary").isHidden(), true);
  }));

test("what was typed before the engine was there is judged when it is", () =>
  withForm({}, async (page) => {
    /** @type {(value?: unknown) => void} */
    let go = () => {};
    const gate = new Promise((resolve) => {
      go = resolve;
    });
    await page.route("**/quo-contacts/**", async (/** @type {any} */ route) => {
      await gate;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await page.locator("#rest").waitFor();
    await page.locator("#firstName").fill("Ada");
    assert.equal((await shown(page, "firstName")).state, "");
    go();
    await page.locator("[data-state=ok] #firstName").waitFor();
  }));

test("another language changes every word, what is said of fields too, and keeps what was typed", () =>
  withForm(
    {},
    async (page) => {
      const text = (/** @type {string} */ selector) => page.locator(selector).textContent();
      await page.locator("#email").fill("ada@");
      await page.locator("#send").click();
      const english = (await shown(page, "email")).said;
      await page.locator("#language").selectOption("de");
      await page.locator("html[lang=de]").waitFor();
      assert.equal(await text("label[for=firstName]"), "Vorname");
      assert.equal(await text("label[for=custom-monthly-budget]"), "Monatliches Budget");
      assert.equal(await text("#country option:checked"), "Vereinigte Staaten (+1)");
      assert.equal(await text("#summary h2"), "2 Angaben sind zu berichtigen");
      assert.equal(await page.locator("#email").inputValue(), "ada@");
      assert.match((await shown(page, "email")).said, /^Zu berichtigen: Bitte geben Sie /);

      // The server's words are in the language of the page, too.
      await page.locator("#firstName").fill("Ada");
      await page.locator("#email").fill("ada@example.org");
      await page.route("**/contacts", async (/** @type {any} */ route) => {
        const record = { ...route.request().postDataJSON(), email: "ada@" };
        await route.continue({ postData: JSON.stringify(record) });
      });
      await page.locator("#send").click();
      await page.locator("[data-state=error] #email").waitFor();
      assert.match((await shown(page, "email")).said, /^Zu berichtigen: Bitte geben Sie /);

      await page.locator("#language").selectOption("en");
      await page.locator("html[lang=en]").waitFor();
      assert.equal(await text("label[for=custom-monthly-budget]"), "Monthly budget");
      await page.locator("#email").fill("ada@");
      assert.equal((await shown(page, "email")).said, english);
      await page.evaluate(() => {
        // Texts of another length are laid out anew: the one thing that may move.
        /** @type {any} */ (window).watched.shifts = [];
      });
    },
    /status of 422/,
  ));

test("the person's own language and country are there from the start", () =>
  withForm({ locale: "de-AT" }, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    assert.equal(await page.locator("#country").inputValue(), "AT");
    assert.equal(await page.locator("#send").textContent(), "Um Rückruf bitten");
    await page.evaluate(() => {
      /** @type {any} */ (window).watched.shifts = [];
    });
  }));

test("markup is text", () =>
  withForm({}, async (page) => {
    const markup = "<img src=x onerror=\"document.title='run'\">";
    await page.locator("#firstName").fill(markup);
    await page.locator("#email").fill(`${markup}@gmial.com`);
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    await page.locator("#email").fill("");
    await page.locator("#phone").fill("(415) 555-2671");
    await page.locator("#send").click();
    await thanked(page);
    assert.equal(await page.locator("#done-title").textContent(), `Thank you, ${markup}.`);
    assert.equal(await page.locator("main img").count(), 0);
  }));
