/** What becomes of the form when it is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNeeded, posts, summary, thanked } from "./steps.mjs";
import { contacts, focused, shown, useWorld, withForm, world } from "./support.mjs";

useWorld();

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
    await fillNeeded(page);
    await page.locator("#send").click();
    await thanked(page);
    assert.deepEqual(sent[0].postDataJSON(), { firstName: "Ada", email: "ada@example.org" });
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
        "Work e-mail: This address is known to us.",
        "Website: Not this one.",
        "Something else.",
      ]);
      await page.locator("#email").pressSequentially("x");
      assert.equal((await shown(page, "email")).state, "ok");
      await page.unroute("**/contacts");
      await page.locator("#send").click();
      await page.locator("#summary").waitFor();
      assert.deepEqual(await summary(page), ["Website: Not this one."]);
      await page.locator("#custom-website").fill("https://example.com");
      await page.locator("#send").click();
      await thanked(page);
    },
    /status of 422/,
  ));

test("whoever answers well has the form, whatever else the answer says", () =>
  withForm({}, async (page) => {
    for (const answer of [
      { status: 200, contentType: "text/html", body: "<p>Thank you" },
      { status: 204, body: "" },
    ]) {
      await page.route("**/contacts", (/** @type {any} */ route) => route.fulfill(answer));
      await fillNeeded(page);
      await page.locator("#send").click();
      await thanked(page);
      await page.locator("#another").click();
      await page.unroute("**/contacts");
    }
  }));

test("a failed network keeps what was typed and says what to do; the next try has the same key", () =>
  withForm(
    {},
    async (page) => {
      const sent = posts(page);
      await page.route("**/contacts", (/** @type {any} */ route) => route.abort());
      await fillNeeded(page);
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
      await fillNeeded(page, "Grace");
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
    await fillNeeded(page);
    await page.locator("#send").dblclick();
    await page.locator("#firstName").press("Enter");
    await page.locator("#send").click({ force: true });
    assert.equal(await page.locator("#send").getAttribute("aria-disabled"), "true");
    assert.equal(await page.locator("#send").textContent(), "Sending…");
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

test("without its settings the page says so", () =>
  withForm(
    {},
    async (page) => {
      await page.route("**/form.json", (/** @type {any} */ route) => route.abort());
      await page.reload();
      await page.locator("#failure:has-text('did not load')").waitFor();
    },
    /ERR_FAILED|Failed to fetch/,
  ));

test("without the texts of a language the page stays in the one before, and works", () =>
  withForm(
    {},
    async (page) => {
      await page.route("**/texts/de.mjs", (/** @type {any} */ route) => route.abort());
      await page.locator("#language").selectOption("de");
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector("#language")).value === "en",
      );
      await fillNeeded(page);
      await page.locator("#send").click();
      await thanked(page);
    },
    /ERR_FAILED/,
  ));
