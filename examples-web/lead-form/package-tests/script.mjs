/** The form where the policy allows no WebAssembly: the same engine as JavaScript. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contacts, shown, useWorld, withForm, world } from "./support.mjs";

useWorld("js");

test("judges, lays numbers out and sends under `script-src 'self'`", () =>
  withForm(
    {},
    async (page) => {
      const policy = (await fetch(world.url)).headers.get("content-security-policy") ?? "";
      assert.match(policy, /script-src 'self';/);
      const refused = await page.evaluate(() =>
        WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).catch(String),
      );
      assert.match(String(refused), /Content Security Policy|CompileError/);
      // It was tried to see that it can't be done.
      await page.evaluate(() => /** @type {any} */ (window).watched.violations.splice(0));
      await page.locator("#firstName").fill("Ada");
      await page.locator("#email").fill("ada@");
      await page.locator("#phone").pressSequentially("415555267");
      await page.locator("#send").click();
      assert.equal((await shown(page, "email")).state, "error");
      assert.equal((await shown(page, "phone")).state, "error");
      await page.locator("#email").fill("ada@example.com");
      await page.locator("#phone").focus();
      await page.keyboard.press("End");
      await page.keyboard.type("1");
      assert.equal(await page.locator("#phone").inputValue(), "(415) 555-2671");
      await page.locator("#send").click();
      await page.locator("#done").waitFor();
      const [contact] = contacts();
      assert.equal(contact.defaultFields.phoneNumbers[0].value, "+14155552671");
    },
    /Content Security Policy/,
  ));
