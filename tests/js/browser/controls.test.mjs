// `applyToForm` on the controls of a real page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { file } from "../support/app.mjs";

const page = `<!doctype html><meta charset="utf-8"><title>Form</title><body>
<script type="module">
  Object.assign(window, await import("/index.js"));
  window.ready = true;
</script>`;
let browser;
let tab;
let server;
before(async () => {
  server = createServer((request, response) => {
    const script = /^\/(index|core)\.js$/.test(request.url);
    const type = script ? "text/javascript" : "text/html";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
    response.end(script ? readFileSync(file(request.url)) : page);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
  ];
  browser = await chromium.launch({ executablePath: process.env.CHROME, args });
  tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => window.ready);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/**
 * Puts issues, by their paths, on a form; says by id what each control says then, which is first, and which paths
 * have no control.
 */
const applied = (html, ...paths) =>
  tab.evaluate(
    ([html, paths]) => {
      document.body.innerHTML = `<form id="form">${html}</form>`;
      const { form } = document.forms;
      const issues = paths.map((path) => ({ path, message: path.join("/") || "whole" }));
      const { first, unplaced } = window.applyToForm(form, issues);
      const said = Array.from(form.elements, (one) => [one.id, one.validationMessage]);
      return {
        said: Object.fromEntries(said.filter(([, text]) => text)),
        first: first?.id,
        unplaced: unplaced.map(({ path }) => path.join("/")),
        valid: form.checkValidity(),
      };
    },
    [html, paths],
  );

const NAMES = ["emails[0].value", "emails[0][value]", "emails.0.value", "/emails/0/value"];
NAMES.push(`emails[0]["value"]`, "emails[0]['value']");
for (const name of NAMES) {
  test(`a control named ${name}`, async () => {
    const html = `<input id="x"><input id="a" name="${name.replaceAll('"', "&quot;")}"><input id="b" name="emails[1].value">`;
    const { said, first, unplaced, valid } = await applied(html, ["emails", 0, "value"]);
    assert.deepEqual(said, { a: "emails/0/value" });
    assert.deepEqual([first, unplaced, valid], ["a", [], false]);
  });
}

for (const [value, label, custom] of [
  ["phoneNumbers[1].value", "phoneNumbers[1].name", "customFields[tier]"],
  ["phoneNumbers.1.value", "phoneNumbers.1.name", "customFields.tier"],
  ["/phoneNumbers/1/value", "/phoneNumbers/1/name", "/customFields/tier"],
]) {
  test(`a form with controls named ${value} is read as it is answered`, async () => {
    const answer = await tab.evaluate(
      ([value, label, custom]) => {
        document.body.innerHTML = `<form id="form"><input name="firstName" value="Ada">
          <input id="label" name="${label}" value="cell"><input id="phone" name="${value}" value="555-2671">
          <input id="tier" name="${custom}" value="many"></form>`;
        const { form } = document.forms;
        const definitions = [{ name: "Tier", key: "tier", type: "number" }];
        const schema = window.contactSchema({ country: "US", definitions });
        const check = () => schema["~standard"].validate(new FormData(form));
        const { unplaced } = window.applyToForm(form, check().issues);
        const said = Array.from(form.elements, ({ id, validity }) => validity.customError && id);
        form.elements.phone.value = "(415) 555-2671";
        form.elements.tier.value = "3";
        return { said: said.filter(Boolean), unplaced, payload: check().value };
      },
      [value, label, custom],
    );
    assert.deepEqual(answer, {
      said: ["phone", "tier"],
      unplaced: [],
      payload: {
        defaultFields: {
          firstName: "Ada",
          phoneNumbers: [{ name: "cell", value: "+14155552671" }],
        },
        customFields: [{ key: "tier", value: 3 }],
      },
    });
  });
}

test("names that are names, whatever is in them", async () => {
  const html = `<input id="a" name="Lead score"><input id="b" name="a.b"><input id="c" name="customFields[x.y]">
    <input id="d" name="/customFields/m~1n~0o"><input id="e" name="__proto__"><input id="f" name="constructor">`;
  const { said, unplaced } = await applied(
    html,
    ["Lead score"],
    ["a.b"],
    ["customFields", "x.y"],
    ["customFields", "m/n~o"],
    ["__proto__"],
    ["constructor"],
    ["toString"],
  );
  assert.deepEqual(Object.keys(said).sort(), ["a", "b", "c", "d", "e", "f"]);
  assert.deepEqual(unplaced, ["toString"]);
});

test("several issues on one control, and the first control of the page", async () => {
  const html = `<input id="a" name="a"><input id="b" name="b"><input id="c" name="c">`;
  const { said, first } = await applied(html, ["c"], ["b"], ["c"]);
  assert.deepEqual(said, { b: "b", c: "c\nc" });
  assert.equal(first, "b", "as the page has it, not as the issues come");
});

test("no control, no place", async () => {
  const { said, first, unplaced, valid } = await applied(
    `<input id="a" name="a"><input id="n">`,
    [],
    ["b"],
    ["a", "b"],
    [""],
  );
  assert.deepEqual([said, first, valid], [{}, undefined, true]);
  assert.deepEqual(unplaced, ["", "b", "a/b", ""]);
});

test("what nobody sees shows nothing", async () => {
  const { said, unplaced, valid } = await applied(
    `<input name="a" hidden><p style="display: none"><input name="b"></p>
     <input name="c" style="visibility: hidden"><details><input name="d"></details>
     <input name="e" type="hidden"><input id="f" name="f" style="opacity: 0">`,
    ["a"],
    ["b"],
    ["c"],
    ["d"],
    ["e"],
    ["f"],
  );
  assert.deepEqual([said, valid], [{ f: "f" }, false]);
  assert.deepEqual(unplaced, ["a", "b", "c", "d", "e"]);
});

test("what is mended is valid again, and the browser's own rules stay", async () => {
  const answer = await tab.evaluate(() => {
    document.body.innerHTML = `<form id="form"><input name="a"><input name="b" required></form>`;
    const { form } = document.forms;
    const states = [];
    for (const paths of [["a"], ["b"], []]) {
      const issues = paths.map((name) => ({ path: [name], message: "no" }));
      window.applyToForm(form, issues);
      states.push(
        Array.from(form.elements, ({ validity }) => [validity.customError, validity.valid]),
      );
    }
    return states;
  });
  assert.deepEqual(answer, [
    [
      [true, false],
      [false, false],
    ],
    [
      [false, true],
      [true, false],
    ],
    [
      [false, true],
      [false, false],
    ],
  ]);
});

test("names that come several times: the value at an index", async () => {
  const html = `<input id="a" name="phone"><input id="b" name="phone"><input id="c" name="phone">`;
  assert.deepEqual((await applied(html, ["phone", 1])).said, { b: "phone/1" });
  assert.deepEqual((await applied(html, ["phone", 2])).said, { c: "phone/2" });
  assert.deepEqual((await applied(html, ["phone"])).said, { a: "phone" });
  const listed = html.replaceAll(`"phone"`, `"phone[]"`);
  assert.deepEqual((await applied(listed, ["phone", 1])).said, { b: "phone/1" });
  // A disabled one sends nothing, so it is not counted.
  const disabled = html.replace(`id="a"`, `id="a" disabled`);
  assert.deepEqual((await applied(disabled, ["phone", 1])).said, { c: "phone/1" });
  assert.deepEqual((await applied(`<input id="a" name="tags">`, ["tags", 3])).said, {
    a: "tags/3",
  });
});

test("checkboxes: those that are checked are counted", async () => {
  const box = (id, checked = "") => `<input type="checkbox" id="${id}" name="topics" ${checked}>`;
  const html = box("a") + box("b", "checked") + box("c") + box("d", "checked");
  assert.deepEqual((await applied(html, ["topics", 1])).said, { d: "topics/1" });
  assert.deepEqual((await applied(html, ["topics"])).said, { b: "topics" });
  assert.deepEqual((await applied(box("a") + box("b"), ["topics"])).said, { a: "topics" });
});

test("radio buttons: the one that is chosen, else the first that can be", async () => {
  const radio = (id, more = "") => `<input type="radio" id="${id}" name="news" ${more}>`;
  const said = async (...ids) => (await applied(ids.join(""), ["news"])).said;
  assert.deepEqual(await said(radio("a"), radio("b")), { a: "news" });
  assert.deepEqual(await said(radio("a"), radio("b", "checked")), { b: "news" });
  assert.deepEqual(await said(radio("a", "disabled"), radio("b")), { b: "news" });
});

test("selects: each chosen option is a value", async () => {
  const html = `<select id="a" name="topics" multiple><option selected>1<option>2<option selected>3</select>
    <input id="b" name="topics">`;
  assert.deepEqual((await applied(html, ["topics", 1])).said, { a: "topics/1" });
  assert.deepEqual((await applied(html, ["topics", 2])).said, { b: "topics/2" });
  const one = `<select id="a" name="tier"><option>1<option>2</select>`;
  assert.deepEqual((await applied(one, ["tier"])).said, { a: "tier" });
  const none = `<select id="a" name="topics" multiple><option>1</select>`;
  assert.deepEqual((await applied(none, ["topics"])).said, { a: "topics" });
});

test("fieldsets: the first control inside", async () => {
  const html = `<fieldset id="f" name="office"><input id="a" disabled><textarea id="b" name="office.city"></textarea></fieldset>`;
  assert.deepEqual((await applied(html, ["office"])).said, { b: "office" });
  assert.deepEqual((await applied(html, ["office", "city"])).said, { b: "office/city" });
  const disabled = html.replace("<fieldset", "<fieldset disabled");
  assert.deepEqual((await applied(disabled, ["office"])).unplaced, ["office"]);
});

test("what can't say anything gets nothing", async () => {
  for (const how of ["disabled", "readonly", 'type="hidden"', 'type="button"']) {
    const { said, first, unplaced, valid } = await applied(`<input id="a" name="a" ${how}>`, ["a"]);
    assert.deepEqual([said, first, unplaced, valid], [{}, undefined, ["a"], true], how);
  }
  // The hidden one that says what an unchecked box means.
  const pair = `<input type="hidden" name="news" value="no"><input type="checkbox" id="a" name="news">`;
  assert.deepEqual((await applied(pair, ["news"])).said, { a: "news" });
});

test("controls outside of the form that belong to it", async () => {
  const answer = await tab.evaluate(() => {
    document.body.innerHTML = `<input id="a" name="a" form="form"><form id="form"><input id="b" name="b"></form><input id="c" name="c">`;
    const { form } = document.forms;
    const issues = ["b", "a", "c"].map((name) => ({ path: [name], message: name }));
    const { first, unplaced } = window.applyToForm(form, issues);
    return [first.id, unplaced.map(({ message }) => message), form.checkValidity()];
  });
  assert.deepEqual(answer, ["a", ["c"], false]);
});

test("a form's own data, from the schema to the controls and back", async () => {
  const answer = await tab.evaluate(() => {
    document.body.innerHTML = `<form id="form"><input name="firstName"><input name="phone" value="(415) 555-2671">
      <input name="phone" value="555"><input name="Lead score" value="many"><object name="o"></object></form>`;
    const { form } = document.forms;
    const schema = window.contactSchema({
      country: "US",
      definitions: [{ key: "score", name: "Lead score", type: "number" }],
    });
    const states = [];
    const check = () => {
      const { issues = [] } = schema["~standard"].validate(new FormData(form));
      const { first, unplaced } = window.applyToForm(form, issues);
      const bad = Array.from(form.querySelectorAll(":invalid"), ({ value }) => value);
      states.push([bad, first?.value, unplaced.length, form.checkValidity()]);
    };
    check();
    form.elements.firstName.value = "Ada";
    form.elements.phone[1].value = "";
    form.elements["Lead score"].value = "7";
    check();
    return states;
  });
  assert.deepEqual(answer, [
    [["", "555", "many"], "", 0, false],
    [[], undefined, 0, true],
  ]);
});
