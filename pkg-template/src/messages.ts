// A verdict as the engine writes it, and the caller's own texts in it.
import type { Issue, Messages, Verdict } from "#types";

export const read = <T>(json: string, messages: Messages | undefined): Verdict<T> => {
  const verdict = JSON.parse(json) as Verdict<T>;
  if (verdict.issues) inOwnWords(verdict.issues, messages);
  inOwnWords(verdict.warnings, messages);
  return verdict;
};

/** The same issues, with the caller's texts in place. */
export const inOwnWords = (issues: Issue[], messages: Messages | undefined): Issue[] => {
  if (messages) for (const issue of issues) say(issue, messages);
  return issues;
};

/** Puts the caller's text in place of the English one. */
export const say = (issue: Issue, messages: Messages): void => {
  const message = Object.hasOwn(messages, issue.code) ? messages[issue.code] : undefined;
  try {
    const said = typeof message === "function" ? message(issue) : message;
    if (typeof said === "string") issue.message = said;
  } catch {
    // A text that can't be made must not cost the verdict: English stays.
  }
};
