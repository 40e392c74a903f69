// What is said of issues, and in which language. The engine tells codes and what they require; here they
// become texts, at the end of a verdict, so that nothing that a caller's function does can disturb one.
import type { Issue, Language, Messages, MessagesOptions, Verdict } from "#types";
import { invalidOptions, type QuoContactsError } from "./errors.js";

/** Texts by code; each has the last word over those before it. */
export type Wording = readonly Messages[];

/**
 * Whose texts: English, those of the locale's language, of the options, and of one call, which may also bring a
 * locale and languages.
 */
export const wording = (
  english: Messages,
  options: MessagesOptions,
  call: MessagesOptions = {},
): Wording => {
  const asked = [checked(call), checked(options)];
  const languages = asked.flatMap(({ languages }) => languages ?? []);
  const language = chosen(languages, call.locale ?? options.locale ?? "");
  const texts = [english, language?.messages, options.messages, call.messages];
  return texts.filter((messages) => messages !== undefined && messages !== null);
};

/** The same options, if they have the shape that is documented. */
export const checked = (asked: MessagesOptions): MessagesOptions => {
  const { languages, locale, messages } = asked;
  if (typeof (messages ?? {}) !== "object") throw wrong("messages", "texts by code");
  if (typeof (locale ?? "") !== "string") throw wrong("locale", "a BCP 47 tag such as `de-DE`");
  if (!Array.isArray(languages ?? []) || languages?.some(isNone))
    throw wrong("languages", "an array of languages such as `quo-contacts/messages/de`");
  return asked;
};

const wrong = (option: string, expected: string): QuoContactsError =>
  invalidOptions(`\`${option}\`: expected ${expected}`, option);

const isNone = (language: Language): boolean =>
  typeof language?.locale !== "string" || typeof language.messages !== "object";

/** BCP 47's look-up (RFC 4647, 3.4), but for single letters, with which no language ends: `de-AT`, then `de`. */
const chosen = (languages: readonly Language[], locale: string): Language | undefined => {
  for (let tag = canonical(locale); tag !== ""; ) {
    const language = languages.find((language) => canonical(language.locale) === tag);
    if (language) return language;
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
  }
  return undefined;
};

const canonical = (tag: string): string => tag.toLowerCase().replaceAll("_", "-");

/** A verdict with its texts. */
export const worded = <T>(verdict: Verdict<T>, wording: Wording): Verdict<T> => {
  render(verdict.issues ?? [], wording);
  render(verdict.warnings, wording);
  return verdict;
};

/** Gives each issue its text, also in place of one that it has. */
export const render = (issues: Issue[], wording: Wording): Issue[] => {
  for (const issue of issues) say(issue, wording);
  return issues;
};

const say = (issue: Issue, wording: Wording): void => {
  const { code, params } = issue;
  const { expected, why } = params;
  const variant = `${code}.${expected ?? why}`;
  issue.message = code;
  for (const messages of wording) {
    try {
      const text = own(messages, variant) ?? own(messages, code);
      const said = typeof text === "function" ? text(issue) : text;
      if (typeof said === "string" && said !== "") issue.message = filled(said, params);
    } catch {
      // A text that can't be made must not cost the verdict: the one before it stays.
    }
  }
};

/** A code may be any word, and `constructor` is one. */
const own = <T>(texts: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

const filled = (template: string, params: Issue["params"]): string =>
  template.replace(/\{(\w+)\}/g, (place, name) => [own(params, name) ?? place].flat().join(", "));
