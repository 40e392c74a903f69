/** The form as a person has it: what is said when, by keyboard alone, and what becomes of it when it is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contacts, focused, shown, useWorld, withForm, world } from "./support.mjs";

useWorld();

/** What was posted, as long as the page lives. @param {any} page */
function posts(page) {
  /** @type {any[]} */
  const seen = [];
  page.on("request", (/** @type {any} */ request) => {
    if (request.method() === "POST") seen.push(request);
  });
  return seen;
}
/** @param {any} page */
const summary = (page) => page.locator("#summary li").allTextContents();
/** @param {any} page */
const thanked = (page) => page.locator("#done").waitFor();
/** Until the messages that wait for a click to pass have come. @param {any} page */
const settled = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));

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

test("did you mean: one click, and undo takes it back", () =>
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
    await page.locator("#firstName").fill("Ada");
    for (const [label, expected] of [
      ["1.200", 1.2],
      ["1200", 1200],
    ]) {
      await budget.fill("1,200");
      await page.locator("#lastName").focus();
      await page.getByRole("button", { name: String(label), exact: true }).click();
      assert.equal((await shown(page, "custom-monthly-budget")).state, "ok", String(label));
      await page.locator("#send").click();
      await thanked(page);
      assert.equal(contacts().at(-1).customFields[0].value, expected);
      await page.locator("#another").click();
      assert.equal(await budget.inputValue(), "");
      await page.locator("#firstName").fill("Ada");
    }
  }));

test("a warning is no error: other words, another mark, and the form is sent", () =>
  withForm({}, async (page) => {
    await page.locator("#firstName").fill("Ada");
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
    await page.locator("#firstName").fill("Ada");
    const date = page.locator('input[type="date"]');
    await date.focus();
    await page.keyboard.type("02");
    await page.keyboard.press("Tab");
    await page.keyboard.type("31");
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    assert.equal((await summary(page)).length, 1);
    assert.equal(await date.getAttribute("aria-invalid"), "true");
    await date.fill("2031-02-28");
    assert.equal(await page.locator("#summary").isHidden(), true);
  }));

test("all seven types by keyboard alone, and Quo has what was meant", () =>
  withForm({}, async (page) => {
    const sent = posts(page);
    await page.locator("#firstName").focus();
    const next = () => page.keyboard.press("Tab");
    const type = async (/** @type {string} */ text) => {
      await page.keyboard.type(text);
      await next();
    };
    await type("Ada");
    await type("Lovelace");
    await type("ada@example.org");
    await type("Analytical Engines");
    await type("Germany");
    assert.equal(await page.locator("#country").inputValue(), "DE");
    await type("030 901820");
    await page.keyboard.press("Space");
    await next();
    await next();
    await page.keyboard.press("Space");
    await next();
    await next();
    await type("$ 1,250.50");
    await page.keyboard.type("03042031");
    while ((await focused(page)) !== "custom-website") await next();
    await type("https://example.org/a b");
    await type("A friend");
    // From `no answer`, where radio buttons begin, up to `no`.
    await page.keyboard.press("ArrowUp");
    await next();
    await type("12 Main Street\nSpringfield");
    assert.equal(await focused(page), "send");
    await page.keyboard.press("Enter");
    await thanked(page);
    assert.equal(await focused(page), "done-title");
    assert.equal(await page.locator("#done-title").textContent(), "Thank you, Ada.");
    assert.match(await page.locator("#done-promise").textContent(), /\+49 30 901820/);

    assert.equal(sent.length, 1);
    const headers = await sent[0].allHeaders();
    assert.match(headers["idempotency-key"], /^[0-9a-f-]{36}$/);
    assert.equal(headers.authorization, undefined);
    const [contact] = contacts();
    assert.equal(contact.externalId, headers["idempotency-key"]);
    assert.equal(contact.source, "lead-form");
    assert.match(await page.locator("#done-reference").textContent(), new RegExp(contact.id));
    const { firstName, lastName, company, emails, phoneNumbers } = contact.defaultFields;
    assert.deepEqual(
      [firstName, lastName, company, emails[0].value, phoneNumbers[0].value],
      ["Ada", "Lovelace", "Analytical Engines", "ada@example.org", "+4930901820"],
    );
    const values = contact.customFields.map((/** @type {any} */ { key, value }) => [key, value]);
    assert.deepEqual(Object.fromEntries(values), {
      interests: ["Numbers", "Recording"],
      "monthly-budget": 1250.5,
      "66e0a1b2c3d4e5f601234567": "2031-03-04T00:00:00.000Z",
      website: "https://example.org/a%20b",
      "inbound-lead": "A friend",
      4815162: false,
      1710000000042: "12 Main Street, Springfield",
    });
  }));

test("no answer is no answer", () =>
  withForm({}, async (page) => {
    const sent = posts(page);
    await page.locator("#firstName").fill("Ada");
    await page.locator("#send").click();
    await thanked(page);
    assert.deepEqual(sent[0].postDataJSON(), { firstName: "Ada" });
    assert.deepEqual(contacts()[0].customFields, []);
  }));

test("what the server says stands at its field, until the field is changed", () =>
  withForm(
    {},
    async (page) => {
      const issues = [
        { code: "taken", message: "This address is known to us.", path: ["email"] },
        { code: "no", message: "Not this one.", path: ["customFields", "website"] },
        { code: "odd", message: "Something else.", path: ["nowhere"] },
      ];
      await page.route("**/contacts", (/** @type {any} */ route) =>
        route.fulfill({ status: 422, json: { issues } }),
      );
      await page.locator("#firstName").fill("Ada");
      await page.locator("#email").fill("ada@example.org");
      await page.locator("#custom-website").fill("https://example.org");
      await page.locator("#send").click();
      await page.locator("#summary").waitFor();
      assert.equal(await focused(page), "email");
      assert.match((await shown(page, "email")).said, /This address is known to us\./);
      assert.deepEqual(await summary(page), [
        "Work e-mail This address is known to us.",
        "Website Not this one.",
        "Something else.",
      ]);
      await page.locator("#email").pressSequentially("x");
      assert.equal((await shown(page, "email")).state, "ok");
      await page.unroute("**/contacts");
      await page.locator("#send").click();
      await page.locator("#summary").waitFor();
      assert.deepEqual(await summary(page), ["Website Not this one."]);
      await page.locator("#custom-website").fill("https://example.com");
      await page.locator("#send").click();
      await thanked(page);
    },
    /status of 422/,
  ));

test("a failed network keeps what was typed and says what to do; the next try has the same key", () =>
  withForm(
    {},
    async (page) => {
      const sent = posts(page);
      await page.route("**/contacts", (/** @type {any} */ route) => route.abort());
      await page.locator("#firstName").fill("Ada");
      await page.locator("#send").click();
      await page.locator("#failure:not(:empty)[role=alert]").waitFor();
      assert.match(await page.locator("#failure").textContent(), /still here.*send it again/);
      assert.equal(await page.locator("#firstName").inputValue(), "Ada");
      assert.equal(await page.locator("#send").getAttribute("aria-disabled"), "false");
      await page.unroute("**/contacts");

      // Quo is down: the contact may have been made, and its answer lost.
      world.fault = "drop-after";
      await page.locator("#send").click();
      await page.locator("#failure:has-text('in a moment')").waitFor();
      world.fault = undefined;
      await page.locator("#send").click();
      await thanked(page);
      const keys = await Promise.all(
        sent.map(async (request) => (await request.allHeaders())["idempotency-key"]),
      );
      assert.equal(keys.length, 3);
      assert.equal(new Set(keys).size, 1);
      assert.equal(contacts().length, 1);

      await page.locator("#another").click();
      await page.locator("#firstName").fill("Grace");
      await page.locator("#send").click();
      await thanked(page);
      const last = await sent.at(-1).allHeaders();
      assert.notEqual(last["idempotency-key"], keys[0]);
      assert.equal(contacts().length, 2);
    },
    /ERR_FAILED|status of 503/,
  ));

test("a form is sent once, however often the button is pressed", () =>
  withForm({}, async (page) => {
    const sent = posts(page);
    /** @type {(value?: unknown) => void} */
    let go = () => {};
    const gate = new Promise((resolve) => {
      go = resolve;
    });
    await page.route("**/contacts", async (/** @type {any} */ route) => {
      await gate;
      await route.continue();
    });
    await page.locator("#firstName").fill("Ada");
    await page.locator("#send").dblclick();
    await page.locator("#firstName").press("Enter");
    await page.locator("#send").click({ force: true });
    assert.equal(await page.locator("#send").getAttribute("aria-disabled"), "true");
    assert.equal(await page.locator("#send").textContent(), "Sending …");
    go();
    await thanked(page);
    assert.equal(sent.length, 1);
    assert.equal(contacts().length, 1);
  }));

test("the server checks again, whatever the page has let through", () =>
  withForm(
    {},
    async (page) => {
      const answers = await page.evaluate(async () => {
        const send = async (/** @type {object} */ record) => {
          const response = await fetch("/contacts", {
            method: "POST",
            headers: {
              "content-type": "application/json",
              "idempotency-key": crypto.randomUUID(),
            },
            body: JSON.stringify(record),
          });
          const { issues = [] } = await response.json();
          return [response.status, ...issues.map((/** @type {any} */ { path }) => path.join("."))];
        };
        return Promise.all([
          send({ firstName: "Ada", phone: "+14155552671" }),
          send({ firstName: "", phone: "555", customFields: { "monthly-budget": "many" } }),
          send({ firstName: "Ada", apiKey: "x", customFields: { nothing: 1 } }),
          send([]),
        ]);
      });
      assert.deepEqual(
        answers.map((/** @type {any[]} */ [status]) => status),
        [201, 422, 422, 422],
      );
      assert.deepEqual(answers[1].slice(1), ["firstName", "phone", "customFields.monthly-budget"]);
      assert.deepEqual(answers[2].slice(1), ["apiKey", "customFields.nothing"]);
    },
    /status of 422/,
  ));

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

test("without the engine the page says so, and sends nothing", () =>
  withForm(
    {},
    async (page) => {
      const sent = posts(page);
      await page.route("**/quo-contacts/**", (/** @type {any} */ route) => route.abort());
      await page.reload();
      await page.locator("#failure:has-text('did not load')").waitFor();
      await page.locator("#firstName").fill("Ada");
      await page.locator("#send").click();
      assert.match(await page.locator("#failure").textContent(), /did not load/);
      assert.equal(sent.length, 0);
    },
    /ERR_FAILED/,
  ));

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
    await page.locator("#send").click();
    await thanked(page);
    assert.equal(await page.locator("#done-title").textContent(), `Thank you, ${markup}.`);
    assert.equal(await page.locator("main img").count(), 0);
  }));
