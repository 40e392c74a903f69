/**
 * Verdicts while a person types: the whole form is judged on every change, and each field shows its part.
 *
 * Politely: that something is right shows at once, that something is wrong only when the person has left the
 * field or has tried to send; from then on it follows every key.
 */
import { likelyEmail } from "./email-typos.mjs";
import { nothing } from "./field.mjs";
import { put } from "./record.mjs";
import { replaceText } from "./undoable.mjs";

/** @typedef {import("./field.mjs").Field} Field */
/** @typedef {import("./field.mjs").Findings} Findings */
/** @typedef {import("./schema.mjs").Issue} Issue */
/** @typedef {import("./schema.mjs").Verdict} Verdict */

/**
 * @typedef {object} Surroundings
 * @property {(record: object) => Verdict | undefined} judge nothing while the engine is on its way
 * @property {(phone: string) => string} readPhone how a phone number is understood; empty if it is not
 * @property {(phone: string) => string} writePhone a number in E.164, as people write it
 * @property {(number: number) => string} writeNumber a number, as people of the page's language write it
 * @property {(texts: string[]) => string} writeChoice one or another of them, likewise
 * @property {() => import("./texts.mjs").Texts} texts
 * @property {(text: string) => void} say said once the typing pauses
 */

export class Verdicts {
  /** @type {Verdict | undefined} */
  last;
  /** What the server said of a value: it stands until the value is another. @type {Map<Field, { value: string, messages: string[] }>} */
  #refused = new Map();
  /** @type {Set<Field>} */
  #changed = new Set();
  /** @type {Map<Field, Findings>} */
  #findings = new Map();
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {HTMLFormElement} form @param {Field[]} fields @param {Surroundings} around */
  constructor(form, fields, around) {
    this.form = form;
    this.fields = fields;
    this.around = around;
    form.addEventListener("input", ({ target }) => {
      const field = this.fieldOf(target);
      if (field) this.#changed.add(field);
      this.update(field);
    });
    form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest(".perhaps button") : undefined;
      const field = this.fieldOf(button);
      if (field && button instanceof HTMLButtonElement) this.#accept(field, button);
    });
    judgeOnLeaving(form, (target, to) => {
      const field = this.fieldOf(target);
      if (!field || field === this.fieldOf(to) || !this.#changed.has(field)) return;
      field.judged = true;
      this.update(field);
    });
  }

  /** @param {EventTarget | null | undefined} target @returns {Field | undefined} */
  fieldOf(target) {
    return target instanceof Node
      ? this.fields.find(({ root }) => root.contains(target))
      : undefined;
  }

  /** @param {() => void} listener called after every verdict */
  onUpdate(listener) {
    this.#listeners.push(listener);
  }

  /** What the person has given. */
  get record() {
    const record = /** @type {import("./record.mjs").Tree} */ (Object.create(null));
    for (const field of this.fields) put(record, field.path, field.value);
    return record;
  }

  /** Judges anew, and shows it. @param {Field} [about] the field that the person is at: a change of it is said aloud */
  update(about) {
    const verdict = this.around.judge(this.record);
    this.last = verdict;
    if (!verdict) return;
    const before = about && this.#findings.get(about);
    const findings = this.#sort(verdict);
    this.#findings = findings;
    const { words } = this.around.texts();
    for (const field of this.fields) {
      const found = findings.get(field) ?? nothing();
      field.show(found, words, (suggestion) => this.#written(field, suggestion));
    }
    if (about) this.#speak(about, before, findings.get(about));
    for (const listener of this.#listeners) listener();
  }

  /** From now on every field shows what is wrong with it. */
  judgeAll() {
    for (const field of this.fields) field.judged = true;
    this.update();
  }

  /** As after loading. */
  reset() {
    this.#changed.clear();
    this.#refused.clear();
    for (const field of this.fields) field.judged = false;
    this.update();
  }

  /** Shows what the server said. @param {Issue[]} issues @returns {string[]} what belongs to no field */
  refuse(issues) {
    /** @type {string[]} */
    const elsewhere = [];
    for (const issue of issues) {
      const field = this.#placeOf(issue);
      if (!field) elsewhere.push(issue.message);
      else {
        const value = JSON.stringify(field.value);
        const messages = [...(this.#refused.get(field)?.messages ?? []), issue.message];
        this.#refused.set(field, { value, messages });
      }
    }
    this.judgeAll();
    return elsewhere;
  }

  /** What is wrong, in the order of the page. @returns {{ field?: Field, message: string }[]} */
  get errors() {
    const placed = this.fields.flatMap((field) =>
      (this.#findings.get(field)?.errors ?? []).map((message) => ({ field, message })),
    );
    const elsewhere = (this.last?.issues ?? []).filter((issue) => !this.#placeOf(issue));
    return [...placed, ...elsewhere.map(({ message }) => ({ message }))];
  }

  /** @param {Verdict} verdict */
  #sort({ issues = [], warnings }) {
    /** @type {Map<Field, Findings>} */
    const findings = new Map(this.fields.map((field) => [field, nothing()]));
    const wrong = new Set(issues.map((issue) => this.#placeOf(issue)));
    const of = (/** @type {Issue} */ issue) => {
      const field = this.#placeOf(issue);
      return field?.judged ? findings.get(field) : undefined;
    };
    for (const issue of issues) {
      const found = of(issue);
      found?.errors.push(issue.message);
      found?.suggestions.push(...(issue.suggestions ?? []));
    }
    for (const warning of warnings) of(warning)?.warnings.push(warning.message);
    for (const [field, found] of findings) {
      const refused = this.#refused.get(field);
      if (refused && refused.value !== JSON.stringify(field.value)) this.#refused.delete(field);
      else if (refused) found.errors.push(...refused.messages);
      if (field.blank) continue;
      found.ok = !wrong.has(field) && !this.#refused.has(field);
      if (field.type === "tel" && found.ok) {
        found.reading = this.around.readPhone(String(field.value));
      }
      if (field.type === "email" && field.judged) {
        const likely = likelyEmail(String(field.value));
        if (likely) found.suggestions.push(likely);
      }
    }
    return findings;
  }

  /** The field that an issue is about. What concerns the whole contact has a place in the payload. @param {Issue} issue */
  #placeOf({ path, target }) {
    const at = (/** @type {(string | number)[]} */ place) =>
      this.fields.find((field) => field.path.every((step, index) => step === String(place[index])));
    if (path.length > 0 || target?.[1] !== "phoneNumbers") return at(path);
    return at(["phone"]);
  }

  /** @param {Field} field @param {string} suggestion */
  #written(field, suggestion) {
    if (field.type === "tel") return this.around.writePhone(suggestion);
    return isNumber(field) ? this.around.writeNumber(Number(suggestion)) : suggestion;
  }

  /** A suggestion is taken: typed, so to speak, and undone like what is typed. @param {Field} field @param {HTMLButtonElement} button */
  #accept(field, { value, dataset }) {
    const { control } = field;
    if (control instanceof HTMLSelectElement) return;
    field.focus();
    replaceText(control, value);
    // `1,234` was ambiguous as a text; now it is known which number it is.
    if (isNumber(field)) field.mean(Number(dataset.suggestion));
    this.update(field);
  }

  /** @param {Field} field @param {Findings | undefined} before @param {Findings | undefined} now */
  #speak(field, before, now) {
    const { afterName, corrected, words } = this.around.texts();
    const told = ({ errors, warnings, suggestions } = nothing()) => {
      const written = new Set(suggestions.map((suggestion) => this.#written(field, suggestion)));
      const choice = this.around.writeChoice([...written]);
      const question = choice ? [words.perhaps + choice] : [];
      return [...errors, ...warnings, ...question].join(" ");
    };
    const [old, text] = [told(before), told(now)];
    if (old === text) return;
    this.around.say(field.name + afterName + (text || corrected));
  }
}

/** @param {Field} field */
const isNumber = ({ control }) => control.inputMode === "decimal";

/**
 * Calls when a control has been left. Not while a button of the mouse is down: a message that comes then moves
 * the button from under it, and the click goes astray.
 * @param {HTMLFormElement} form @param {(target: EventTarget | null, to: EventTarget | null) => void} left
 */
function judgeOnLeaving(form, left) {
  /** @type {(() => void)[]} */
  let waiting = [];
  let pressed = false;
  const flush = () => {
    const due = waiting;
    waiting = [];
    for (const judge of due) judge();
  };
  const release = () => {
    pressed = false;
    // The click comes after the release.
    setTimeout(flush);
  };
  document.addEventListener("pointerdown", () => {
    pressed = true;
  });
  for (const event of ["pointerup", "pointercancel"]) document.addEventListener(event, release);
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    waiting.push(() => left(target, relatedTarget));
    if (!pressed) setTimeout(flush);
  });
}
