// The texts of issues: that every language has all of them, and which one is chosen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { directory, file, load, requireFrom, root } from "../support/app.mjs";
import { codes, languages, placeholders, rendered, textOf } from "../support/messages.mjs";
import { source } from "../support/source.mjs";

const { contactSchema, createClient, createMapper, normalizePhone, normalizePhones } = await load();
const { render, wording } = await source("messages");
const { en, de, fr, ja } = languages;

/** What a code's texts have to name. `expected` and `why` choose a text; `found` is left to programs. */
const named = (params) =>
  Object.keys(params).filter((name) => !["expected", "found", "why"].includes(name));

/** An issue as the engine tells it. */
const issue = (code, params = {}) => ({ code, params, path: [] });
const said = (given, ...asked) => render([given], wording(en.messages, ...asked))[0].message;

for (const [name, { locale, messages }] of Object.entries(languages)) {
  test(`${name}: a text for every code, and for no other`, () => {
    assert.equal(locale, name);
    const missing = codes.filter(({ code }) => !Object.hasOwn(messages, code));
    assert.deepEqual(missing, []);
    const variants = codes.map(({ code, params }) => `${code}.${params.expected ?? params.why}`);
    const known = new Set([...codes.map(({ code }) => code), ...variants]);
    assert.deepEqual(
      Object.keys(messages).filter((key) => !known.has(key)),
      [],
    );
    // The variants of one language are those of all.
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(en.messages).sort());
  });

  test(`${name}: a text names what its code requires, and is one plain sentence or two`, () => {
    for (const { code, params } of codes) {
      const template = textOf(messages, code, params);
      assert.deepEqual(placeholders(template), named(params).sort(), `${code}: ${template}`);
      const text = said(issue(code, params), { languages: [languages[name]], locale: name });
      assert.equal(text, rendered(messages, code, params));
      assert.doesNotMatch(text, /[{}]/);
      assert.ok(text.length <= 140, `${code} has ${text.length} characters`);
      assert.match(text, /^[^\s].*[.。]$/, code);
      assert.doesNotMatch(text, /\s{2}|`|\b(JSON|null|array|boolean|surrogate|found|undefined)\b/i);
      assert.doesNotMatch(text, /\bexpected\b/i);
    }
  });

  test(`${name}: its examples are let through`, () => {
    const text = (code) => messages[code];
    const definitions = ["number", "date", "url"].map((type) => ({ key: type, name: type, type }));
    const mapper = createMapper({ definitions, locale: name, mode: "lenient" });
    const accepted = (field, code, pattern) => {
      const [example] = pattern.exec(text(code)) ?? [];
      assert.ok(example, `${code} has an example: ${text(code)}`);
      const phone = "+14155552671";
      const verdict = mapper.map({ firstName: "Ada", phone, [field]: example });
      assert.ok(verdict.value, `${example}: ${verdict.issues?.[0].code}`);
      assert.deepEqual(verdict.warnings, [], example);
    };
    for (const code of ["invalid_date", "ambiguous_date", "undeclared_date_format"]) {
      accepted("date", code, /\d{4}-\d\d-\d\d/);
    }
    accepted("number", "invalid_number", /\d+/);
    accepted("url", "invalid_url", /https:[\w:/]+\.\w+/);
    accepted("email", "invalid_email", /[a-z]+@[a-z]+\.[a-z]+/);
    accepted("phone", "country_required", /\+\d[\d ]+\d/);
    const [e164] = /\+\d+/.exec(text("not_e164"));
    assert.ok(createMapper({ mode: "strict" }).map({ firstName: "Ada", phone: e164 }).value, e164);
    const [country] = /\b[A-Z]{2}\b/.exec(text("unknown_country"));
    assert.doesNotThrow(() => normalizePhone("1", { country }));
  });
}

test("no text stands in two languages", () => {
  const all = Object.entries(languages).flatMap(([name, { messages }]) =>
    Object.entries(messages).map(([code, text]) => [text, `${name} ${code}`]),
  );
  const seen = new Map();
  for (const [text, place] of all) {
    const [name] = place.split(" ");
    const other = seen.get(text) ?? name;
    assert.equal(other, name, `${place}: ${text}`);
    seen.set(text, name);
  }
});

test("people are addressed politely", () => {
  const rude = {
    de: /(?<!\p{L})(du|dich|dir|dein\p{L}*|gib|wähle)(?!\p{L})/iu,
    fr: /(?<!\p{L})(tu|toi|ton|tes|saisis|choisis)(?!\p{L})/iu,
    es: /(?<!\p{L})(tú|tu|tus|introduce|elige|escribe|usa)(?!\p{L})/iu,
    it: /(?<!\p{L})(tu|tuo|tua|inserisci|scegli)(?!\p{L})/iu,
    nl: /(?<!\p{L})(je|jij|jouw)(?!\p{L})/iu,
    pt: /(?<!\p{L})(tu|teu|tua|insere|escolhe)(?!\p{L})/iu,
  };
  for (const [name, pattern] of Object.entries(rude)) {
    for (const text of Object.values(languages[name].messages)) assert.doesNotMatch(text, pattern);
  }
  const polite = /(ます|ません|ました|です|ください)(（[^）]+）)?。$/;
  for (const text of Object.values(ja.messages)) assert.match(text, polite);
});

test("French keeps its spaces before marks from breaking", () => {
  for (const text of Object.values(fr.messages)) {
    assert.doesNotMatch(text, /[^\u00A0](:(?!\/\/)|[;!?»])|«[^\u00A0]/);
  }
});

test("a language by its locale", () => {
  const hant = { locale: "zh-Hant", messages: { required: "必填" } };
  const brazil = { locale: "pt-BR", messages: { required: "Obrigatório" } };
  const all = [...Object.values(languages), hant, brazil];
  for (const [locale, expected] of [
    ["de", de],
    ["de-AT", de],
    ["DE-ch-1996", de],
    ["de_CH", de],
    ["de-x-private", de],
    ["zh-Hant-TW", hant],
    ["zh-hant-x-foo", hant],
    ["zh-Hans", en],
    ["zh", en],
    ["pt-BR", brazil],
    ["pt-PT", languages.pt],
    ["d", en],
    ["den", en],
    ["fy", en],
    ["", en],
    ["-", en],
    [undefined, en],
    [null, en],
  ]) {
    const text = said(issue("required"), { languages: all, locale });
    assert.equal(text, expected.messages.required, locale);
  }
  assert.equal(said(issue("required"), { locale: "de" }), en.messages.required);
  assert.equal(said(issue("required"), { languages: null, locale: "de" }), en.messages.required);
});

test("a text that is empty is none", () => {
  for (const required of ["", () => "", () => undefined])
    assert.equal(said(issue("required"), { messages: { required } }), en.messages.required);
});

test("a language of the caller's own needs no text for every code", () => {
  const eo = { locale: "eo", messages: { required: "Plenigu tion." } };
  const asked = { languages: [eo], locale: "eo" };
  assert.equal(said(issue("required"), asked), "Plenigu tion.");
  assert.equal(said(issue("local_only"), asked), en.messages.local_only);
});

test("what a call asks for goes before the options", () => {
  const options = { languages: [de], locale: "de", messages: { required: "options" } };
  const local = issue("local_only");
  assert.equal(said(local, options, { locale: "fr", languages: [fr] }), fr.messages.local_only);
  assert.equal(said(local, options, { languages: [fr] }), de.messages.local_only);
  assert.equal(said(local, options, { locale: "fr" }), en.messages.local_only);
  const mine = { locale: "de", messages: { local_only: "mine" } };
  assert.equal(said(local, options, { languages: [mine] }), "mine");
  assert.equal(said(issue("required"), options, { locale: "fr" }), "options");
  assert.equal(said(issue("required"), options, { messages: { required: "call" } }), "call");
  assert.equal(said(issue("required"), options, { messages: { local_only: "no" } }), "options");
  // A text that an issue has is replaced, so that one verdict can be shown in several languages.
  const [again] = render([{ ...local, message: "before" }], wording(en.messages, options));
  assert.equal(again.message, de.messages.local_only);
});

test("templates", () => {
  const messages = (text) => ({ messages: { x: text } });
  const params = { max: 7, name: "$& {max}", keys: ["a", "b"] };
  const filled = (text) => said(issue("x", params), messages(text));
  assert.equal(filled("{max} of {max}"), "7 of 7");
  assert.equal(filled("{name}"), "$& {max}");
  assert.equal(filled("{keys}"), "a, b");
  assert.equal(
    filled("{constructor} {toString} {} {other}"),
    "{constructor} {toString} {} {other}",
  );
  assert.equal(
    filled(() => "{max}"),
    "7",
  );
});

test("variants of a code go before the code, in whatever has either", () => {
  const date = issue("wrong_type", { expected: "date", found: "text" });
  assert.equal(said(date, {}), en.messages["wrong_type.date"]);
  assert.equal(said(issue("wrong_type", { expected: "quark" }), {}), en.messages.wrong_type);
  const depth = issue("unreadable", { why: "depth" });
  assert.equal(said(depth, {}), en.messages["unreadable.depth"]);
  assert.equal(said(date, { messages: { wrong_type: "all" } }), "all");
  const both = { wrong_type: "all", "wrong_type.date": "one" };
  assert.equal(said(date, { messages: both }), "one");
});

test("whatever a text does, the one below it stays", () => {
  const asked = { languages: [de], locale: "de" };
  const fails = () => {
    throw new Error("on purpose");
  };
  const traps = ["get", "getOwnPropertyDescriptor", "has"];
  const hostile = new Proxy({}, Object.fromEntries(traps.map((trap) => [trap, fails])));
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const endless = () => said(issue("required"), { messages: { required: endless } });
  for (const messages of [
    hostile,
    proxy,
    { required: fails },
    { required: () => undefined },
    { required: () => Promise.resolve("late") },
    { required: () => 7 },
    { required: null },
    { required: ["a"] },
    {
      get required() {
        return fails();
      },
    },
    Object.create({ required: "inherited" }),
  ]) {
    assert.equal(said(issue("required"), { ...asked, messages }), de.messages.required);
    const language = { locale: "de", messages };
    const broken = { languages: [language], locale: "de" };
    assert.equal(said(issue("required"), broken), en.messages.required);
  }
  assert.equal(typeof said(issue("required"), { messages: { required: endless } }), "string");
});

test("a code that every object has a property of", () => {
  const own = JSON.parse('{"__proto__":"mine","constructor":"built"}');
  for (const [code, expected] of [
    ["__proto__", "mine"],
    ["constructor", "built"],
  ]) {
    assert.equal(said(issue(code), {}), code);
    assert.equal(said(issue(code), { messages: own }), expected);
  }
  for (const code of ["toString", "hasOwnProperty", "a_code_of_tomorrow"]) {
    assert.equal(said(issue(code), {}), code);
  }
});

test("a text may be made of the one that would stand", () => {
  const seen = [];
  const messages = { required: (given) => seen.push(given.message) && `→ ${given.message}` };
  const text = said(issue("required"), { languages: [de], locale: "de-DE", messages });
  assert.equal(text, `→ ${de.messages.required}`);
  assert.deepEqual(seen, [de.messages.required]);
});

test("a mapper, a schema and a number speak the language of their locale", () => {
  const asked = { languages: [de, fr], locale: "de-AT" };
  const record = { firstName: "", "Lead scor": "x" };
  const texts = [de.messages.required, de.messages.unknown_field];
  const messagesOf = ({ issues }) => issues.map(({ message }) => message);
  const mapper = createMapper(asked);
  assert.deepEqual(messagesOf(mapper.map(record)), texts);
  assert.deepEqual(messagesOf(contactSchema(asked)["~standard"].validate(record)), texts);
  const { warnings } = mapper.map({ firstName: "Ada" });
  assert.deepEqual(warnings[0].message, de.messages.invisible_without_phone);
  const options = { ...asked, country: "US" };
  assert.deepEqual(messagesOf(normalizePhone("555-2671", options)), [de.messages.local_only]);
  const [bad, good] = normalizePhones(["555-2671", "4155552671 x1"], options);
  assert.deepEqual(messagesOf(bad), [de.messages.local_only]);
  assert.equal(good.warnings[0].message, de.messages.extension_left_out);
});

test("each call to a schema in the language that it asks for", () => {
  const schema = contactSchema({ languages: [de, fr], locale: "de", country: "DE" });
  const { validate } = schema["~standard"];
  const record = { firstName: "", phone: "+14155552671" };
  const texts = (verdict) => verdict.issues.map(({ message }) => message);
  for (let again = 0; again < 2; again++) {
    assert.deepEqual(texts(validate(record)), [de.messages.required]);
    const french = validate(record, { libraryOptions: { locale: "fr-CA" } });
    assert.deepEqual(texts(french), [fr.messages.required]);
    const own = schema.safeParse(record, { locale: "ja", languages: [ja] });
    assert.deepEqual(texts(own), [ja.messages.required]);
    assert.deepEqual(texts(schema.safeParse(record, { locale: "ja" })), [en.messages.required]);
    const field = schema.field("phoneNumbers[].value").safeParse("1", { locale: "fr" });
    assert.deepEqual(texts(field), [rendered(fr.messages, field.issues[0].code, {})]);
  }
});

test("languages that are none are misuse", () => {
  const wrong = {
    languages: [de, "de", [null], [{ locale: "de" }], [{ messages: {} }], [de.messages], ["de"]],
    messages: [7, "required"],
  };
  for (const [option, values] of Object.entries(wrong)) {
    for (const value of values) {
      for (const make of [
        createMapper,
        contactSchema,
        (options) => normalizePhone("+14155552671", options),
        (options) => normalizePhones([], options),
      ]) {
        assert.throws(() => make({ [option]: value }), {
          code: "invalid_options",
          details: { option },
        });
      }
    }
  }
  assert.throws(() => normalizePhone("1", { locale: 7 }), { details: { option: "locale" } });
  assert.throws(() => createMapper({ locale: 7 }), { code: "invalid_options" });
});

test("what is no contact says why in English", async () => {
  const client = createClient({ fetch: () => assert.fail("nothing is sent") });
  const wrong = [
    () => client.create({ defaultFields: {} }),
    () => client.update("1", 7),
    async () => {
      throw (await client.upsert([{ defaultFields: {} }]))[0].error;
    },
  ];
  for (const call of wrong) {
    await assert.rejects(call, ({ code, message, details }) => {
      assert.equal(code, "invalid_payload");
      assert.match(message, new RegExp(`^not a contact: ${details.issues[0].code}$`));
      for (const { code, params, message } of details.issues) {
        assert.equal(message, rendered(en.messages, code, params));
      }
      return true;
    });
  }
});

test("the engines hold no text of an issue", () => {
  for (const name of ["contact.wasm", "phone.wasm", "phone-format.wasm"]) {
    const wasm = readFileSync(file(name));
    assert.ok(wasm.includes(name === "contact.wasm" ? "invalid_boolean" : "\0asm"));
    const texts = codes.flatMap(({ code, params, message }) => [
      message,
      textOf(en.messages, code, params),
    ]);
    // A mapping may name such a field, too, and then a diagnostic says so.
    const others = "expected the key of one custom field, found a name that several share";
    const held = texts.filter((text) => wasm.includes(text));
    assert.deepEqual(held, name === "contact.wasm" ? [others] : []);
  }
});

test("each language is a file of its own, by two names, as ESM and CommonJS", async () => {
  const index = requireFrom("quo-contacts/messages");
  assert.deepEqual(Object.keys(index).sort(), Object.keys(languages).sort());
  for (const [name, language] of Object.entries(languages)) {
    const required = requireFrom(`quo-contacts/messages/${name}`);
    assert.deepEqual(required[name], language);
    assert.equal(required.default, required[name]);
    assert.equal(index[name], required[name]);
    const imported = await import(`file://${file(`messages/${name}.js`)}`);
    assert.equal(imported[name], language, "the index has the same object");
    assert.equal(imported.default, language);
  }
});

test("a bundler keeps the languages that are used", async () => {
  const bundle = async (contents) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: directory },
      bundle: true,
      write: false,
      format: "esm",
      charset: "utf8",
      logLevel: "error",
    });
    return outputFiles[0].text;
  };
  const text = await bundle('import { de } from "quo-contacts/messages"; console.log(de);');
  assert.ok(text.includes(de.messages.local_only));
  for (const [name, { messages }] of Object.entries(languages)) {
    assert.equal(text.includes(messages.local_only), name === "de", name);
  }
  assert.equal((await bundle('import "quo-contacts/messages/de";')).trim(), "");
  const unused = 'import { fr } from "quo-contacts/messages"; console.log(1);';
  assert.ok((await bundle(unused)).length < 200);
});

test("every language is built, declared and exported", async () => {
  const { languages: built } = await import(
    `file://${join(root, "pkg-template/build/entries.mjs")}`
  );
  assert.deepEqual(Object.keys(built).sort(), Object.keys(languages).sort());
  const { exports, sideEffects } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  assert.ok(exports["./messages"] && exports["./messages/*"]);
  assert.ok(!sideEffects.some((name) => name.includes("messages")));
});
