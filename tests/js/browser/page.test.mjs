// A page without a bundler, under a strict policy, in a headless Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { file } from "../support/app.mjs";

const types = { js: "text/javascript", html: "text/html; charset=utf-8", wasm: "application/wasm" };
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lead</title>
<form><input name="firstName"><input name="phone"></form><output></output>
<script type="module" src="/page.js"></script></html>`;
const script = `
import { contactSchema, isReady, normalizePhone } from "/quo-contacts/index.js";
window.before = isReady();
const schema = contactSchema({ country: "US" });
const form = document.querySelector("form");
const show = () => {
  const verdict = schema["~standard"].validate(new FormData(form));
  document.querySelector("output").textContent = JSON.stringify(verdict);
};
form.addEventListener("input", show);
show();
window.normalizePhone = normalizePhone;
`;
const slim = `
import { init, isReady, version } from "/quo-contacts/slim.js";
const before = isReady();
await init(fetch("/quo-contacts/contact.wasm"));
document.querySelector("output").textContent = JSON.stringify([before, isReady(), version()]);
`;

const phones = `
import { formatPhone, isReady, normalizePhones, phoneState } from "/quo-contacts/phone-format.js";
import * as phone from "/quo-contacts/phone.js";
const before = [phone.isReady(), isReady()];
const texts = ["(415) 555-2671", "", "(415) 555-2671 x9"];
const [batch, one] = [normalizePhones(texts, { country: "US" }), texts.map((text) => phone.normalizePhone(text, { country: "US" }))];
document.querySelector("output").textContent = JSON.stringify({
  before, batch, one,
  many: phone.normalizePhones(Array(100_000).fill("+49 30 1234567")).every(({ value }) => value.e164 === "+49301234567"),
  state: phoneState("415555", { country: "US" }).formatted,
  written: formatPhone("+14155552671", { style: "rfc3966" }),
});
`;

const asked = [];
let policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'";
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  asked.push(pathname);
  const own = {
    "/": page,
    "/slim": page.replace("/page.js", "/slim.js"),
    "/phones": page.replace("/page.js", "/phones.js"),
    "/phones.js": phones,
    "/page.js": script,
    "/slim.js": slim,
  }[pathname];
  const name = /^\/quo-contacts\/([a-z.-]+)$/.exec(pathname)?.[1];
  const body = own ?? (name && readFileSync(file(name)));
  if (body === undefined) return response.writeHead(404).end();
  const ending = own && !pathname.endsWith(".js") ? "html" : pathname.split(".").pop();
  response
    .writeHead(200, { "content-type": types[ending], "content-security-policy": policy })
    .end(body);
});

let browser;
let base;
before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROME,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
});
after(async () => {
  await browser?.close();
  server.close();
});

async function open(path, work) {
  const tab = await browser.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error));
  try {
    await tab.goto(base + path);
    return await work(tab, errors);
  } finally {
    await tab.close();
  }
}
const verdict = async (tab) => JSON.parse(await tab.textContent("output"));

test("verdicts while a person types", async () => {
  asked.length = 0;
  await open("/", async (tab, errors) => {
    await tab.waitForFunction(() => document.querySelector("output").textContent !== "");
    assert.equal(await tab.evaluate(() => window.before), false, "importing starts nothing");
    assert.ok((await verdict(tab)).issues.length > 0);
    await tab.fill("[name=firstName]", "Ada");
    await tab.fill("[name=phone]", "(415) 555-2671");
    const { value } = await verdict(tab);
    assert.equal(value.defaultFields.firstName, "Ada");
    assert.equal(value.defaultFields.phoneNumbers[0].value, "+14155552671");
    await tab.fill("[name=phone]", "(415) 555");
    const { issues } = await verdict(tab);
    assert.deepEqual(issues[0].path, ["phone"]);
    assert.deepEqual(errors, []);
  });
  assert.deepEqual(
    asked.filter((path) => path.endsWith(".wasm")),
    [],
    "the engine came with the script",
  );
});

test("slim, with the engine fetched", async () => {
  await open("/slim", async (tab, errors) => {
    await tab.waitForFunction(() => document.querySelector("output").textContent !== "");
    const [before, ready, version] = await verdict(tab);
    assert.deepEqual([before, ready], [false, true]);
    assert.match(version, /^\d/);
    assert.deepEqual(errors, []);
  });
});

test("phone numbers alone, and with their formats", async () => {
  await open("/phones", async (tab, errors) => {
    await tab.waitForFunction(() => document.querySelector("output").textContent !== "");
    const { before, batch, one, many, state, written } = await verdict(tab);
    assert.deepEqual(before, [false, false]);
    assert.deepEqual(batch, one);
    assert.equal(batch[0].value.e164, "+14155552671");
    assert.equal(batch[2].value.ext, "9");
    assert.deepEqual([many, state, written], [true, "415-555", "tel:+1-415-555-2671"]);
    assert.deepEqual(errors, []);
  });
});

test("a policy that forbids WebAssembly gives a typed error", async () => {
  policy = "script-src 'self'";
  try {
    await open("/", async (tab, errors) => {
      await tab.waitForLoadState("load");
      for (let wait = 0; errors.length === 0 && wait < 50; wait++) await tab.waitForTimeout(20);
      assert.equal(errors.length, 1);
      assert.equal(errors[0].name, "QuoContactsError");
      assert.match(errors[0].message, /did not start/);
    });
  } finally {
    policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'";
  }
});
