/**
 * How the form looks in each of its states: axe finds no fault, nothing is cut off on a narrow screen, nothing moves
 * by itself. The pictures are for people: `target/screenshots/`.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { faults, focused, picture, useWorld, withForm } from "./support.mjs";

useWorld();

/** What a person does to see each state. @type {Record<string, (page: any) => Promise<void>>} */
const STATES = {
  fresh: async () => {},
  filled: async (page) => {
    await atPhone(page);
    await page.keyboard.type("4155552671");
    await fill(page, {
      firstName: "Ada",
      lastName: "Lovelace",
      email: "ada@example.org",
      "custom-website": "https://example.org",
    });
    await page.locator("#custom-interests").check();
    await page.locator("#custom-4815162-1").check();
  },
  errors: async (page) => {
    await atPhone(page);
    await page.keyboard.type("555 2671");
    await fill(page, {
      email: "ada@example",
      "custom-monthly-budget": "about 500",
      "custom-website": "javascript:alert(1)",
    });
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    assert.equal(await focused(page), "firstName");
  },
  suggestions: async (page) => {
    await atPhone(page);
    await page.keyboard.type("02079460958");
    await fill(page, {
      firstName: "Ada",
      email: "ada@gmial.com",
      "custom-monthly-budget": "1,200",
      "custom-website": "example.org/offers",
    });
    await page.locator("#lastName").focus();
    await page.getByRole("button", { name: "+44 20 7946 0958" }).waitFor();
  },
  failure: async (page) => {
    await page.route("**/contacts", (/** @type {any} */ route) => route.abort());
    await fill(page, { firstName: "Ada", email: "ada@example.org" });
    await page.locator("#send").click();
    await page.locator("#failure:not(:empty)").waitFor();
  },
  done: async (page) => {
    await fill(page, { firstName: "Ada", phone: "(415) 555-2671" });
    await page.locator("#send").click();
    await page.locator("#done").waitFor();
  },
};

/** Which states are worth a look on which screen. @type {Record<string, { options: object, states: string[] }>} */
const SCREENS = {
  light: { options: {}, states: Object.keys(STATES) },
  dark: {
    options: { colorScheme: "dark" },
    states: ["filled", "errors", "suggestions", "failure", "done"],
  },
  narrow: {
    options: { viewport: { width: 320, height: 640 } },
    states: ["fresh", "errors", "suggestions", "done"],
  },
  contrast: { options: { forcedColors: "active" }, states: ["errors", "suggestions"] },
};

/** @param {any} page */
async function atPhone(page) {
  await page.locator("#phone").focus();
  await page.waitForFunction(async () => {
    const { loadPhoneFormat } = await import(/** @type {any} */ ("/engine.mjs"));
    return Boolean(await loadPhoneFormat());
  });
}
/** @param {any} page @param {Record<string, string>} texts by the ids of controls */
async function fill(page, texts) {
  for (const [id, text] of Object.entries(texts)) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.type(text);
  }
}

/** In the page: what is wider than the box that it is in. */
function cutOff() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = [...document.querySelectorAll("main *, header *")].filter((one) => {
    const box = one.closest(".card, #summary, .intro, header");
    return (
      one.checkVisibility() &&
      !one.closest("option, .visually-hidden, .error strong, .language span") &&
      one.getBoundingClientRect().right > (box?.getBoundingClientRect().right ?? 0) + 0.5
    );
  });
  const names = wide.map((one) => one.id || one.className || one.tagName);
  return scrollWidth > clientWidth ? ["the page", ...names] : names;
}

for (const [screen, { options, states }] of Object.entries(SCREENS)) {
  for (const state of states) {
    test(`${screen}, ${state}`, () =>
      withForm(
        options,
        async (page) => {
          await STATES[state]?.(page);
          await page.mouse.move(0, 0);
          assert.deepEqual(await faults(page), []);
          assert.deepEqual(await page.evaluate(cutOff), []);
          await picture(page, `${screen}-${state}`);
        },
        /ERR_FAILED/,
      ));
  }
}

test("the picture in the README: docs/lead-form.png is a copy of it", () =>
  withForm({ viewport: { width: 1200, height: 760 } }, async (page) => {
    await atPhone(page);
    await page.keyboard.type("02079460958");
    await fill(page, { lastName: "Lovelace", email: "ada@gmial.com" });
    await page.locator("#send").click();
    await page.locator("#summary").waitFor();
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await picture(page, "readme", { fullPage: false });
    assert.equal(await page.locator(".perhaps button").count(), 2);
  }));

test("texts may be twice as large", () =>
  withForm({ viewport: { width: 640, height: 900 } }, async (page) => {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      /** @type {any} */ (window).watched.shifts = [];
    });
    assert.deepEqual(await page.evaluate(cutOff), []);
    await picture(page, "large");
    await page.evaluate(() => {
      /** @type {any} */ (window).watched.shifts = [];
    });
  }));

test("who wants less motion gets none", () =>
  withForm({ reducedMotion: "reduce" }, async (page) => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((one) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
          const still = /^0s(, 0s)*$/.test(transitionDuration) && animationName === "none";
          return !still || scrollBehavior === "smooth";
        })
        .map((one) => one.tagName),
    );
    assert.deepEqual(moving, []);
  }));
