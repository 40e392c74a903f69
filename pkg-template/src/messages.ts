// A verdict as the engine writes it, and the caller's own texts in it.
import type { Issue, Messages, Verdict } from "#types";

export const read = <T>(json: string, messages: Messages | undefined): Verdict<T> => {
  const verdict = JSON.parse(json) as Verdict<T>;
  if (messages) {
    for (const issue of verdict.issues ?? []) say(issue, messages);
    for (const warning of verdict.warnings) say(warning, messages);
  }
  return verdict;
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
