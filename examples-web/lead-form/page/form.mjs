/**
 * The page: puts its parts together. What it needs to be seen and typed into is here at once; the engine comes
 * beside it, and judges what has been typed by then.
 */
import { knownCountries, likelyCountry, listCountries } from "./countries.mjs";
import { element, get } from "./dom.mjs";
import { drawField } from "./draw.mjs";
import { Field } from "./field.mjs";
import { layOutWhileTyping } from "./phone-typing.mjs";
import { submissionOf } from "./record.mjs";
import { judgeBy } from "./schema.mjs";
import { Sending } from "./sending.mjs";
import { speaker } from "./speech.mjs";
import { Summary } from "./summary.mjs";
import { english, LANGUAGES, likelyLanguage, loadTexts, writePage } from "./texts.mjs";
import { Verdicts } from "./verdicts.mjs";

const loadingEngine = import("./engine.mjs");
// Whoever waits for it hears of it; this one only keeps it from being called unhandled.
loadingEngine.catch(() => {});
const form = get("form", HTMLFormElement);
const [country, language] = [get("country", HTMLSelectElement), get("language", HTMLSelectElement)];
const [send, failure] = [get("send", HTMLButtonElement), get("failure", HTMLElement)];
const summary = new Summary(get("summary", HTMLElement));
const speech = speaker(get("spoken", HTMLElement));
const sending = new Sending();
const settings = await loadSettings();
let texts = english;
/** What issues say: the package's words in the language of the page, and the page's own. */
let messages = english.messages;

/** @returns {Promise<import("./schema.mjs").Settings>} */
async function loadSettings() {
  try {
    return await (await fetch("form.json")).json();
  } catch (error) {
    failure.textContent = english.failures.engine;
    throw error;
  }
}

// The fields.

const drawn = settings.definitions.flatMap((definition) => {
  const options = settings.options.fields[definition.key] ?? {};
  return drawField(definition, options, texts.page) ?? [];
});
get("custom", HTMLElement).append(...drawn);
get("rest", HTMLElement).hidden = false;
const fields = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".field"))].map(
  (root) => new Field(root),
);

// The engine: it starts when the browser has time for it, or with the first key.

/** @type {typeof import("./engine.mjs") | undefined} */
let engine;
/** @type {ReturnType<typeof judgeBy> | undefined} */
let judge;
/** @type {Awaited<ReturnType<typeof import("./engine.mjs")["loadPhoneFormat"]>> | undefined} */
let phoneFormat;

const verdicts = new Verdicts(form, fields, {
  judge: (record) => {
    if (engine) judge ??= judgeBy(engine.contactSchema, settings);
    return judge?.(record, { country: country.value, messages });
  },
  readPhone: (text) => {
    const number = engine?.normalizePhone(text, { country: country.value }).value?.e164;
    return number ? texts.reading(writePhone(number)) : "";
  },
  writePhone,
  writeNumber: (number) => {
    const plain = { useGrouping: false, maximumFractionDigits: 20 };
    return new Intl.NumberFormat(language.value, plain).format(number);
  },
  writeChoice: (choices) =>
    new Intl.ListFormat(language.value, { type: "disjunction" }).format(choices),
  texts: () => texts,
  say: speech.soon,
});

/** @param {string} number in E.164 */
function writePhone(number) {
  return phoneFormat?.formatPhone(number, { style: "international" }) ?? number;
}

// The phone number.

const phone = get("phone", HTMLInputElement);
phone.addEventListener("focus", async () => {
  try {
    phoneFormat ??= await (await loadingEngine).loadPhoneFormat();
    verdicts.update();
  } catch {
    // The field works without it; only the layout is missing.
  }
});
/** @param {string} text */
const layOut = (text) =>
  phoneFormat?.phoneState(text, { country: country.value }).formatted ?? text;
layOutWhileTyping(phone, layOut);
country.addEventListener("change", () => {
  phone.value = layOut(phone.value);
  verdicts.update(verdicts.fieldOf(country));
});

// The language.

/** @type {ReturnType<typeof knownCountries>} */
let countries = [];
const listCountriesNow = () => {
  if (countries.length > 0) listCountries(country, countries, language.value);
};
const languageOptions = LANGUAGES.map((code) => {
  const name = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
  // As in a list, and not as within a sentence, where many languages write it small.
  const listed = name.replace(/^./u, (first) => first.toLocaleUpperCase(code));
  return element("option", { value: code, lang: code }, listed);
});

/** @param {string} wanted */
async function loadIssueTexts(wanted) {
  try {
    return wanted === "en" ? {} : await (await loadingEngine).loadMessages(wanted);
  } catch {
    // In English, then: better than nothing.
    return {};
  }
}

async function changeLanguage() {
  const wanted = language.value;
  const loading = loadTexts(wanted).catch(() => undefined);
  const [loaded, said] = await Promise.all([loading, loadIssueTexts(wanted)]);
  // Another one may have been chosen meanwhile.
  if (language.value !== wanted) return;
  if (!loaded) {
    language.value = document.documentElement.lang;
    return;
  }
  texts = loaded;
  messages = { ...said, ...texts.messages };
  writePage(texts, wanted);
  send.textContent = texts.send;
  listCountriesNow();
  verdicts.update();
}
language.replaceChildren(...languageOptions);
language.value = likelyLanguage(navigator.languages);
language.addEventListener("change", changeLanguage);
if (language.value !== "en") await changeLanguage();

// Sending.

/** Keeps the list of what is to be corrected in step, once it is there. */
const listErrors = (/** @type {string[]} */ elsewhere = []) => {
  /** @type {import("./summary.mjs").Entry[]} */
  const errors = [...verdicts.errors, ...elsewhere.map((message) => ({ message }))];
  summary.show(errors, texts.toCorrect(errors.length), texts.afterName);
  return errors;
};
verdicts.onUpdate(() => {
  failure.textContent = "";
  if (summary.open) listErrors();
});

/** @param {string[]} [elsewhere] what was said of no field */
function refuse(elsewhere) {
  const errors = listErrors(elsewhere);
  speech.now(texts.toCorrect(errors.length));
  errors.find(({ field }) => field)?.field?.focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (sending.running) return;
  verdicts.judgeAll();
  const verdict = verdicts.last;
  if (!verdict) {
    failure.textContent = texts.failures.engine;
    return;
  }
  if (verdicts.errors.length > 0 || !verdict.value) return refuse();

  showSending(true);
  const outcome = await sending.send(form.action, submissionOf(verdict.value), language.value);
  showSending(false);
  if (outcome === undefined) return;
  if ("issues" in outcome) refuse(verdicts.refuse(outcome.issues));
  else if ("failure" in outcome) failure.textContent = texts.failures[outcome.failure];
  else thank(verdict.value, outcome.id);
});

/** Not `disabled`: that would take the focus away. @param {boolean} running */
function showSending(running) {
  send.setAttribute("aria-disabled", String(running));
  send.textContent = running ? texts.sending : texts.send;
  form.setAttribute("aria-busy", String(running));
}

/** @param {import("./schema.mjs").Payload} payload @param {string | undefined} id */
function thank({ defaultFields }, id) {
  const [number] = /** @type {{ value: string }[]} */ (defaultFields.phoneNumbers ?? []);
  const { firstName, lastName } = defaultFields;
  get("done-title", HTMLElement).textContent = texts.thanks(
    String(firstName ?? ""),
    String(lastName ?? ""),
  );
  get("done-promise", HTMLElement).textContent = texts.promise(
    number ? writePhone(number.value) : "",
  );
  get("done-reference", HTMLElement).textContent = id ? texts.reference(id) : "";
  summary.show([]);
  form.hidden = true;
  get("done", HTMLElement).hidden = false;
  get("done-title", HTMLElement).focus();
}

get("another", HTMLButtonElement).addEventListener("click", () => {
  const chosen = country.value;
  form.reset();
  country.value = chosen;
  sending.reset();
  verdicts.reset();
  get("done", HTMLElement).hidden = true;
  form.hidden = false;
  fields[0]?.focus();
});

// The start.

const idle = () =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 200 });
    else setTimeout(resolve, 1);
  });

try {
  engine = await loadingEngine;
  await idle();
  // With what was typed before the engine was here.
  verdicts.update();
  await idle();
  countries = knownCountries(engine.normalizePhone);
  listCountries(country, countries, language.value, likelyCountry(navigator.languages, countries));
} catch {
  failure.textContent = texts.failures.engine;
}
