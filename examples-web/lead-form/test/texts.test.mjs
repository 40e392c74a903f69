import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { english, LANGUAGES, likelyLanguage, loadTexts } from "../page/texts.mjs";

const page = (/** @type {string} */ name) => new URL(`../page/${name}`, import.meta.url);
const html = readFileSync(page("index.html"), "utf8");
const { definitions, options } = JSON.parse(readFileSync(page("form.json"), "utf8"));

test("English is what stands in the page", () => {
  const found = [...html.matchAll(/data-text="(\w+)"[^>]*>([^<]*)</g)];
  assert.ok(found.length > 15);
  for (const [, key = "", text] of found) assert.equal(english.page[key], text, key);
  assert.ok(html.includes(`<title>${english.page.title}</title>`));
  assert.ok(html.includes(`id="send">${english.send}<`));
});

/** All that a language says. @param {import("../page/texts.mjs").Texts} texts */
const everything = (texts) => [
  ...Object.values(texts.page),
  ...Object.values(texts.words),
  ...Object.values(texts.messages),
  ...Object.values(texts.failures),
  ...[texts.afterName, texts.send, texts.sending, texts.corrected],
  ...[texts.toCorrect(1), texts.toCorrect(3), texts.reading("1"), texts.reference("1")],
  ...[texts.thanks("Ada", ""), texts.thanks("Ada", "Lovelace"), texts.thanks("", "")],
  ...[texts.promise("1"), texts.promise("")],
];

test("each language has a file, and each file says everything", async () => {
  const files = readdirSync(page("texts/")).map((name) => name.replace(".mjs", ""));
  assert.deepEqual(files.sort(), [...LANGUAGES].sort());
  const drawn = definitions.flatMap((/** @type {{ key: string }} */ { key }) => [
    `label:${key}`,
    ...(options.fields[key]?.options ?? []).map((/** @type {string} */ one) => `option:${one}`),
  ]);
  for (const language of LANGUAGES) {
    const texts = await loadTexts(language);
    const keys = Object.keys(english.page).concat(language === "en" ? [] : drawn);
    assert.deepEqual(Object.keys(texts.page).sort(), keys.sort(), language);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(texts.messages), Object.keys(english.messages));
    for (const text of everything(texts)) assert.match(text, /\S/, language);
    assert.ok(texts.toCorrect(3).includes("3"));
    assert.ok(texts.thanks("Ada", "").includes("Ada"));
    assert.match(texts.thanks("Ada", "Lovelace"), /Ada|Lovelace/);
    assert.doesNotMatch(texts.thanks("", ""), /undefined|null/);
    for (const write of [texts.reading, texts.promise, texts.reference]) {
      assert.ok(write("+1 415").includes("+1 415"), language);
    }
  }
});

test("spaces are those of the language", async () => {
  for (const text of everything(await loadTexts("fr")))
    assert.doesNotMatch(text, /[^\u00A0]:|[^\u202F][;!?]/);
  const name = "Juniper Lines";
  for (const text of everything(await loadTexts("ja")))
    assert.doesNotMatch(text.replace(name, ""), /\s/);
  for (const language of LANGUAGES) {
    const { afterName, words } = await loadTexts(language);
    const end = language === "ja" ? /：$/ : /: $/;
    for (const text of [afterName, ...Object.values(words)]) assert.match(text, end, language);
  }
});

test("the person's first language that there is", () => {
  assert.equal(likelyLanguage(["xx", "de-AT", "en"]), "de");
  assert.equal(likelyLanguage(["xx"]), "en");
  assert.equal(likelyLanguage([]), "en");
  assert.equal(likelyLanguage(["@posix", "C", "pt_BR", "de"]), "pt");
});
