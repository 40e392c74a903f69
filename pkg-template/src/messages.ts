// What is said of issues, and in which language. The engine tells codes and what they require; here they
// become texts, at the end of a verdict, so that nothing that a caller's function does can disturb one.
import type { Issue, Language, Messages, MessagesOptions, Verdict } from "#types";
import { invalidOptions } from "./errors.js";

/** Texts by code; each has the last word over those before it. */
export type Wording = readonly Messages[];

/**
 * Whose texts: English, those of the locale's language, of the options, and of one call, which may also bring a
 * locale and languages.
 */
export const wording = (
  english: Messages,
  options: MessagesOptions,
  call?: MessagesOptions,
): Wording => {
  const asked = call ? [call, options] : [options];
  const language = chosen(asked.flatMap(known), call?.locale ?? options.locale);
  const texts = [english, language?.messages, options.messages, call?.messages];
  return texts.filter((messages) => messages !== undefined && messages !== null);
};

const known = ({ languages, messages }: MessagesOptions): readonly Language[] => {
  if (messages !== undefined && messages !== null && typeof messages !== "object")
    throw invalidOptions("`messages`: expected an object of texts by code", "messages");
  if (languages === undefined || languages === null) return [];
  const fits = ({ locale, messages }: Partial<Language>): boolean =>
    typeof locale === "string" && typeof messages === "object" && messages !== null;
  if (Array.isArray(languages) && languages.every((language) => fits(Object(language))))
    return languages;
  throw invalidOptions(
    "`languages`: expected an array of languages, as `quo-contacts/messages/de` exports one",
    "languages",
  );
};

/** BCP 47's look-up (RFC 4647, 3.4): `de-AT`, then `de`. */
const chosen = (languages: readonly Language[], locale: unknown): Language | undefined => {
  if (locale === undefined || locale === null) return undefined;
  if (typeof locale !== "string")
    throw invalidOptions("`locale`: expected a BCP 47 tag such as `de-DE`", "locale");
  for (let tag = canonical(locale); tag !== ""; ) {
    const language = languages.find((language) => canonical(language.locale) === tag);
    if (language) return language;
    tag = tag.slice(0, Math.max(0, tag.search(/(-\w)?-[^-]*$/)));
  }
  return undefined;
};

const canonical = (tag: string): string => tag.toLowerCase().replaceAll("_", "-");

/** A verdict as the engine writes it, with its texts. */
export const read = <T>(json: string, wording: Wording): Verdict<T> => {
  const verdict = JSON.parse(json) as Verdict<T>;
  if (verdict.issues) render(verdict.issues, wording);
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
  const variant = `${code}.${params["expected"] ?? params["why"]}`;
  issue.message = code;
  for (const messages of wording) {
    try {
      const text = own(messages, variant) ?? own(messages, code);
      const said = typeof text === "function" ? text(issue) : text;
      if (typeof said === "string") issue.message = filled(said, params);
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
