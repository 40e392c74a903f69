/**
 * The page in a real browser, with the package in `pkg/`. The browser is `CHROME`, or Playwright's own;
 * Playwright is the one among the project's JavaScript tools.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { builtPackage } from "../built-package.mjs";
import { servePage } from "../page-server.mjs";
import { readDefinitions, readGroups } from "../samples.mjs";

const { chromium } = createRequire(new URL("../../../tests/js/package.json", import.meta.url))(
  "playwright-core",
);
const built = builtPackage(new URL("../../../pkg/", import.meta.url));
const definitions = readDefinitions();
const groups = readGroups();
const [first = { options: {}, records: [] }] = groups;

/** @type {any} */
let browser;
/** @type {Awaited<ReturnType<typeof servePage>>} */
let served;

before(async () => {
  served = await servePage({ built, definitions });
  browser = await chromium.launch({
    ...(process.env.CHROME && { executablePath: process.env.CHROME }),
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"].concat([
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ]),
  });
});

after(async () => {
  await browser?.close();
  await served?.close();
});

/**
 * The page, started; it must not have said anything to the console by the end.
 * @param {object} options @param {(page: any) => Promise<void>} use
 */
async function withPage(options, use) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options });
  /** @type {string[]} */
  const said = [];
  page.on("console", (/** @type {any} */ message) => said.push(message.text()));
  page.on("pageerror", (/** @type {unknown} */ error) => said.push(String(error)));
  page.on("request", (/** @type {any} */ request) => {
    if (!request.url().startsWith(served.url)) said.push(`left the page: ${request.url()}`);
  });
  await page.goto(served.url);
  await page.locator("#engine:not(:empty)").waitFor();
  await use(page);
  assert.deepEqual(said, []);
  await page.close();
}

/** @param {any} page @param {unknown} record */
const write = (page, record) => page.locator("#text").fill(JSON.stringify(record, null, 2));
/** @param {any} page */
const state = (page) => page.locator("#status").getAttribute("data-state");

test("every sample gets the verdict that it gets in Node", () =>
  withPage({}, async (page) => {
    assert.equal(await page.locator("#sample option").count(), 200);
    const mappers = groups.map(({ options }) =>
      built.module.createMapper({ definitions, ...options }),
    );
    for (const [index, { records }] of groups.entries()) {
      for (const [place, record] of records.entries()) {
        await page.locator("#sample").selectOption(`${index}.${place}`);
        const { value, issues, warnings } = mappers[index].map(record);
        const shown = await page.evaluate(() => ({
          state: document.getElementById("status")?.dataset.state,
          payload: document.getElementById("payload-part")?.hidden
            ? undefined
            : document.getElementById("payload")?.textContent,
          codes: ["issues", "warnings"].map((id) =>
            document.getElementById(`${id}-part`)?.hidden
              ? []
              : [...document.querySelectorAll(`#${id} .top code`)].map((code) => code.textContent),
          ),
        }));
        assert.equal(shown.state, value ? "good" : "bad");
        assert.deepEqual(shown.payload && JSON.parse(shown.payload), value);
        const codes = (/** @type {any[]} */ list) => list.map(({ code }) => code);
        assert.deepEqual(shown.codes, [codes(issues ?? []), codes(warnings)]);
      }
    }
  }));

test("the verdict follows the typing, and an issue is marked where it is", () =>
  withPage({}, async (page) => {
    await write(page, { firstName: "Ada", phone: "(212) 555-0123" });
    assert.equal(await state(page), "good");
    assert.match(await page.locator("#payload").textContent(), /"\+12125550123"/);

    await write(page, { firstName: "Ada", phone: "555-0123" });
    assert.equal(await state(page), "bad");
    assert.equal(await page.locator("#issues .top code").textContent(), "local_only");
    assert.equal(await page.locator(".editor .at-issue").textContent(), '"555-0123"');
    assert.equal(await page.locator("#payload-part").isHidden(), true);

    await page.locator("#issues .path").click();
    const selected = await page.evaluate(() => getSelection()?.toString());
    assert.equal(selected, '"555-0123"');
    await page.keyboard.type('"+1 212 555 0123"');
    assert.equal(await state(page), "good");
  }));

test("what is missing is marked at the record, in one letter", () =>
  withPage({}, async (page) => {
    await write(page, { phone: "(212) 555-0123" });
    assert.equal(await page.locator("#issues .top code").textContent(), "required");
    assert.equal(await page.locator(".editor .at-issue").textContent(), "{");
  }));

test("the painted copy lies exactly under the text, and grows with it", () =>
  withPage({ viewport: { width: 360, height: 700 } }, async (page) => {
    await write(page, { firstName: "Ada", note: "long ".repeat(80), phone: "(212) 555-0123" });
    const sizes = await page.evaluate(() => {
      const text = /** @type {HTMLElement} */ (document.getElementById("text"));
      const copy = /** @type {HTMLElement} */ (document.querySelector(".editor pre"));
      const { font, padding, whiteSpace, overflowWrap } = getComputedStyle(text);
      const other = getComputedStyle(copy);
      return {
        same:
          [font, padding, whiteSpace, overflowWrap].join() ===
          [other.font, other.padding, other.whiteSpace, other.overflowWrap].join(),
        hidden: text.scrollHeight - text.clientHeight,
        widths: [text.clientWidth, copy.clientWidth],
      };
    });
    assert.equal(sizes.same, true);
    assert.equal(sizes.hidden, 0);
    assert.equal(sizes.widths[0], sizes.widths[1]);
  }));

test("text that is not JSON is said to be so, and nothing is lost", () =>
  withPage({}, async (page) => {
    await page.locator("#text").fill('{ "firstName": "Ada", ');
    assert.equal(await state(page), "broken");
    assert.match(await page.locator("#syntax").textContent(), /not JSON yet/);
    await write(page, { firstName: "Ada", phone: "(212) 555-0123" });
    assert.equal(await state(page), "good");
    assert.equal(await page.locator("#syntax").textContent(), "");
  }));

test("country, level and mode count, and an unusual record is a verdict, not a failure", () =>
  withPage({}, async (page) => {
    assert.ok((await page.locator("#country option").count()) > 200);
    await write(page, { firstName: "Ada", phone: "020 7946 0958" });
    assert.equal(await state(page), "bad");
    await page.locator("#country").selectOption("GB");
    assert.equal(await state(page), "good");
    await page.locator("#mode").selectOption("strict");
    assert.equal(await state(page), "bad");
    await page.locator("#mode").selectOption("lenient");
    await page.locator("#country").selectOption("US");
    await write(page, { firstName: "Ada", phone: "(555) 555-5555" });
    assert.equal(await state(page), "bad");
    await page.locator("#level").selectOption("possible");
    assert.equal(await state(page), "good");
    for (const record of [null, 7, "text", [], {}, [[]]]) {
      await write(page, record);
      assert.equal(await state(page), "bad", JSON.stringify(record));
    }
  }));

test("everything can be done with the keyboard", () =>
  withPage({}, async (page) => {
    const { records } = first;
    const place = records.findIndex((record) => "Lead scor" in record);
    await page.locator("#sample").selectOption(`0.${place - 1}`);
    await page.locator("#sample").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#sample").inputValue(), `0.${place}`);
    assert.equal(await state(page), "bad");
    for (const id of ["country", "level", "mode", "text"]) {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.id), id);
    }
    // The text area does not keep the Tab key for itself.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const suggestion = await page.evaluate(() => document.activeElement?.textContent);
    assert.match(suggestion ?? "", /^lead.score$/i);
    await page.keyboard.press("Enter");
    assert.equal(await state(page), "good");
    await page.keyboard.press("Control+z");
    assert.equal(await state(page), "bad", "a suggestion can be taken back");
  }));

test("the verdict is said aloud, once the typing pauses", () =>
  withPage({}, async (page) => {
    const spoken = page.locator("#spoken[aria-live=polite]");
    await write(page, { firstName: "Ada", phone: "555-0123" });
    await page.locator("#spoken:has-text('1 issue against it')").waitFor();
    await write(page, { firstName: "Ada", phone: "(212) 555-0123" });
    assert.match(await spoken.textContent(), /1 issue/, "not yet");
    await page.locator("#spoken:has-text('It makes a contact')").waitFor();
  }));

test("markup in a record is text", () =>
  withPage({}, async (page) => {
    const markup =
      "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    await write(page, { firstName: markup, [markup]: markup, phone: "555-0123" });
    assert.equal(await state(page), "bad");
    assert.equal(await page.locator("section img, section script").count(), 0);
    assert.notEqual(await page.title(), "run");
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`nothing is cut off on a narrow screen, and the letters stand out: ${colorScheme}`, () =>
    withPage({ viewport: { width: 320, height: 640 }, colorScheme }, async (page) => {
      await page.locator("summary").click();
      for (const value of ["0.0", "0.18", "1.11", "4.10"]) {
        await page.locator("#sample").selectOption(value);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, value);
        assert.deepEqual(await page.evaluate(faint), [], value);
      }
    }));
}

/** In the page: every text whose contrast with what is behind it is below 4.5, as WCAG asks for. */
function faint() {
  const parse = (/** @type {string} */ color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (/** @type {number[]} */ channels) => {
    const [r = 0, g = 0, b = 0] = channels.slice(0, 3).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (/** @type {Element | null} */ element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      // The text area lies over its copy without hiding it.
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element?.checkVisibility() || !node.nodeValue?.trim() || element.id === "text") continue;
    const letters = luminance(parse(getComputedStyle(element).color));
    const ground = luminance(behind(element));
    const contrast = (Math.max(letters, ground) + 0.05) / (Math.min(letters, ground) + 0.05);
    if (contrast < 4.5) found.push(`${contrast.toFixed(2)} ${node.nodeValue.slice(0, 40)}`);
  }
  return found;
}
