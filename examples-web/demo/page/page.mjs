/**
 * The page: a record as text on one side, the verdict on the other.
 *
 * It holds one mapper, for the options in force, and asks it again on every change. All text from
 * records reaches the page as text, never as markup.
 */
// @ts-expect-error: the server puts the built package under this address.
import { createMapper, init, normalizePhone, version } from "/quo-contacts.mjs";
import { layOut } from "./json-layout.mjs";
import { JsonText } from "./json-text.mjs";
import { nameOf } from "./name-of.mjs";
import { paint } from "./paint.mjs";
import { pathText } from "./path-text.mjs";

/** @typedef {{ code: string, message: string, path: (string | number)[], suggestions?: string[] }} Issue */
/** @typedef {{ value?: object, issues?: Issue[], warnings: Issue[] }} Verdict */
/** @typedef {{ name: string, about: string, options: Record<string, any>, records: Record<string, any>[] }} Group */

/** @param {string} id @returns {any} */
const get = (id) => document.getElementById(id);
const [sample, country, level, mode] = ["sample", "country", "level", "mode"].map(get);
/** @type {HTMLTextAreaElement} */
const text = get("text");

/** @type {{ name: string, key: string, type: string }[]} */
let definitions = [];
/** The options of the group that the sample is from; country, level and mode come from the form. @type {Record<string, any>} */
let groupOptions = {};
/** @type {{ map: (record: unknown) => Verdict } | undefined} */
let mapper;
let outline = new JsonText("");

/**
 * @param {string} name @param {Record<string, any>} [properties] @param {...(string | Node)} children
 */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** @param {number} count @param {string} noun */
const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// The choice of a sample.

/** @param {Group[]} groups */
function listSamples(groups) {
  for (const [group, { name, options, records }] of groups.entries()) {
    const judge = createMapper({ definitions, ...options });
    const list = element("optgroup", { label: name });
    for (const [index, record] of records.entries()) {
      const mark = judge.map(record).issues ? "✗" : "✓";
      const label = `${mark} ${nameOf(record, options.mapping)}`;
      list.append(element("option", { value: `${group}.${index}`, textContent: label }));
    }
    sample.append(list);
  }

  const choose = () => {
    const [group = 0, index = 0] = sample.value.split(".").map(Number);
    const { about, options, records } = /** @type {Group} */ (groups[group]);
    groupOptions = options;
    get("about").textContent = about;
    country.value = options.country ?? "";
    level.value = options.level ?? "valid";
    mode.value = options.mode ?? "lenient";
    text.value = layOut(records[index]);
    makeMapper();
  };
  const step = (/** @type {number} */ by) => () => {
    sample.selectedIndex = (sample.selectedIndex + by + sample.length) % sample.length;
    choose();
  };
  sample.addEventListener("change", choose);
  get("previous").addEventListener("click", step(-1));
  get("next").addEventListener("click", step(1));
  choose();
}

/** Every country that the engine knows, by name: it is asked, so that no second list can be wrong. */
function listCountries() {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const known = [];
  for (const code of [...letters].flatMap((first) =>
    [...letters].map((second) => first + second),
  )) {
    try {
      normalizePhone("0", { country: code });
      known.push({ code, name: names.of(code) ?? code });
    } catch {
      // An unknown country is a misuse, and throws.
    }
  }
  known.sort((a, b) => a.name.localeCompare(b.name, "en"));
  country.append(element("option", { value: "", textContent: "none given" }));
  for (const { code, name } of known) {
    country.append(element("option", { value: code, textContent: `${name} (${code})` }));
  }
}

// The verdict.

function options() {
  const { country: _, level: __, mode: ___, ...rest } = groupOptions;
  return {
    ...(country.value && { country: country.value }),
    ...(level.value !== "valid" && { level: level.value }),
    ...(mode.value !== "lenient" && { mode: mode.value }),
    ...rest,
  };
}

function makeMapper() {
  const chosen = options();
  const given = layOut({ definitions: 0, ...chosen }).replace('"definitions": 0', "definitions");
  const call = `const mapper = createMapper(${given});\nmapper.map(record);`;
  paint(get("call"), call, []);
  try {
    mapper = createMapper({ definitions, ...chosen });
  } catch (error) {
    mapper = undefined;
    show("broken", /** @type {Error} */ (error).message);
  }
  judge();
}

function judge() {
  outline = new JsonText(text.value);
  let record;
  try {
    record = JSON.parse(text.value);
  } catch (error) {
    get("syntax").textContent = `This is not JSON yet: ${/** @type {Error} */ (error).message}`;
    paintRecord([], []);
    for (const part of ["issues-part", "warnings-part", "payload-part"]) {
      get(part).classList.add("stale");
    }
    show("broken", "Waiting for the text to be JSON");
    return;
  }
  get("syntax").textContent = "";
  if (!mapper) return;
  try {
    showVerdict(mapper.map(record));
  } catch (error) {
    show("broken", /** @type {Error} */ (error).message);
  }
}

/** @param {Verdict} verdict */
function showVerdict({ value, issues = [], warnings }) {
  paintRecord(issues, warnings);
  list("issues", issues);
  list("warnings", warnings);
  get("payload-part").hidden = value === undefined;
  get("payload-part").classList.remove("stale");
  if (value !== undefined) {
    const payload = layOut(value);
    paint(get("payload"), payload, new JsonText(payload).tokens);
  }
  const noted = warnings.length > 0 ? `, with ${plural(warnings.length, "warning")}` : "";
  if (value !== undefined) show("good", `It makes a contact${noted}`);
  else show("bad", `${plural(issues.length, "issue")} against it${noted}`);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let speaking;

/** @param {"good" | "bad" | "broken"} state @param {string} sentence */
function show(state, sentence) {
  get("status").dataset.state = state;
  get("status-text").textContent = sentence;
  // Said aloud once the typing pauses: a verdict per letter would drown the letters.
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    get("spoken").textContent = sentence;
  }, 600);
}

/** @param {"issues" | "warnings"} name @param {Issue[]} said */
function list(name, said) {
  const part = get(`${name}-part`);
  part.hidden = said.length === 0;
  part.classList.remove("stale");
  get(`${name}-count`).textContent = String(said.length);
  get(name).replaceChildren(...said.map(entry));
}

/** @param {Issue} issue */
function entry(issue) {
  const path = element("button", {
    type: "button",
    className: "path",
    textContent: pathText(issue.path),
    title: "Show it in the record",
  });
  path.addEventListener("click", () => select(placeOf(issue)));
  const item = element(
    "li",
    {},
    element("div", { className: "top" }, path, element("code", {}, issue.code)),
    element("p", {}, issue.message),
  );
  if (issue.suggestions?.length) {
    const suggestions = issue.suggestions.map((suggestion) => {
      const button = element("button", { type: "button", textContent: suggestion });
      button.addEventListener("click", () => apply(issue, suggestion));
      return button;
    });
    item.append(element("div", { className: "suggestions" }, "Perhaps", ...suggestions));
  }
  return item;
}

// The record's text.

/** Issues that are about a key, not about its value. */
const ABOUT_KEY = new Set(["unknown_field", "ambiguous_name", "duplicate_field"]);

/** Where an issue shows: at the value, or at the key of a value that has many lines. @param {Issue} issue */
function placeOf({ code, path }) {
  const { spot, exact } = outline.find(path);
  const start = spot.value?.start ?? 0;
  const plain = spot.value && !/[{[]/.test(text.value.charAt(start));
  // In `{ key, value }` the key that nobody knows is itself a value.
  const aboutKey = ABOUT_KEY.has(code) && typeof path.at(-2) !== "number";
  if (exact && plain && spot.value && !aboutKey) return spot.value;
  return spot.key ?? { start, end: Math.min(start + 1, text.value.length) };
}

/** @param {Issue[]} issues @param {Issue[]} warnings */
function paintRecord(issues, warnings) {
  paint(get("painted"), `${text.value}\n`, outline.tokens, [
    ...issues.map((issue) => ({ ...placeOf(issue), kind: /** @type {const} */ ("issue") })),
    ...warnings.map((issue) => ({ ...placeOf(issue), kind: /** @type {const} */ ("warning") })),
  ]);
}

/** @param {import("./json-text.mjs").Place} place */
function select({ start, end }) {
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, end);
  // The painted copy knows where the place is on the screen; the text area does not.
  const range = document.createRange();
  let seen = 0;
  const walker = document.createTreeWalker(get("painted"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (seen + length > start) {
      range.setStart(node, start - seen);
      break;
    }
    seen += length;
  }
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    const gentle = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const y = scrollY + top - innerHeight / 3;
    scrollTo({ top: y, behavior: gentle ? "smooth" : "auto" });
  }
}

/** Puts a suggestion where the issue is, in a way that Ctrl+Z takes back. @param {Issue} issue @param {string} suggestion */
function apply(issue, suggestion) {
  const place = placeOf(issue);
  select(place);
  // A number that was ambiguous as text is clear as a number.
  const written = issue.code === "ambiguous_number" ? suggestion : JSON.stringify(suggestion);
  // Deprecated, but still the one way to edit a text area and keep its history.
  if (!document.execCommand("insertText", false, written)) {
    text.setRangeText(written, place.start, place.end, "select");
    judge();
  }
}

// The start.

text.addEventListener("input", judge);
for (const control of [country, level, mode]) control.addEventListener("change", makeMapper);
get("copy").addEventListener("click", async () => {
  const copy = get("copy");
  try {
    await navigator.clipboard.writeText(get("payload").textContent);
    copy.textContent = "Copied";
  } catch {
    copy.textContent = "Not allowed";
  }
  setTimeout(() => {
    copy.textContent = "Copy";
  }, 1500);
});

/** @param {string} path */
const fetchJson = async (path) => (await fetch(path)).json();

try {
  const [answer, { groups }] = await Promise.all([
    fetchJson("data/definitions.json"),
    fetchJson("data/records.json"),
    init(),
  ]);
  definitions = answer;
  listCountries();
  listSamples(groups);
  get("engine").textContent = `quo-contacts ${version()}, ${definitions.length} custom fields.`;
} catch (error) {
  show("broken", `The page could not start: ${/** @type {Error} */ (error).message}`);
}
