// The tests of the libraries, each registered under the browsers that it runs in, with the row that it proves.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { names } from "./browsers.mjs";
import { bad, codes, Form, good, messages, payload } from "./form.mjs";

/** The rows of the table in README.md: what each library is claimed to do. */
export const rows = [];

const inBrowser = Object.fromEntries(names.map((name) => [name, []]));
const elsewhere = [];

/** Claims a row: `code` says whether codes come through, `value` where the payload is had. */
export function library(row) {
  rows.push(row);
  return row;
}

/** A test in a page of each browser. */
export function inBrowsers(name, path, body) {
  for (const tests of Object.values(inBrowser)) tests.push({ name, path, body });
}

/** A test without a browser; it is given what posts a request, and what reads a page. */
export const onServer = (name, body) => elsewhere.push({ name, body });

/** Fills in mistakes, sees what is said where, corrects them, and looks at what arrives. */
export const story = ({ code }) =>
  async function story(form) {
    await form.enter(bad);
    await form.submit();
    await form.sees(messages);
    assert.deepEqual(await form.codes(), code ? codes : {}, "codes");
    assert.equal(await form.received(), "", "nothing is sent while something is wrong");
    await form.enter(good);
    await form.submit();
    await form.receives(payload);
    await form.sees({});
    assert.deepEqual(form.errors, []);
  };

/** With a `--broken` rule all pages get it: then tests are to fail. */
const { BROKEN } = process.env;

/** Runs what was registered: the browsers at once, the tests of each one after the other. */
export function run(origin) {
  describe("form libraries", { concurrency: true }, () => {
    for (const [browser, tests] of Object.entries(inBrowser)) {
      describe(browser, () => {
        for (const { name, path, body } of tests) {
          test(`${name}, ${browser}`, async () => {
            const address = new URL(path, origin());
            if (BROKEN && !address.searchParams.has("broken"))
              address.searchParams.set("broken", BROKEN);
            const form = await Form.open(browser, address.href);
            try {
              await body(form);
            } finally {
              await form.close();
            }
          });
        }
      });
    }
    describe("servers", () => {
      for (const { name, body } of elsewhere) {
        const post = (path, request) => {
          const whole = /^\/hono\/\w+$/.test(path);
          const place = BROKEN && whole ? path.replace(/[^/]+$/, `${BROKEN}/$&`) : path;
          return fetch(new URL(place, origin()), { method: "POST", ...request });
        };
        const get = async (path, request) => (await fetch(new URL(path, origin()), request)).text();
        test(name, () => body(post, get));
      }
    });
  });
}
