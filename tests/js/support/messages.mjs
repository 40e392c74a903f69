// The languages of the package, the codes that the engine has, and texts made as simply as can be.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load, root } from "./app.mjs";

/** A row for each code and each variant: `{ code, params, message }`, the last for Rust programs. */
export const codes = JSON.parse(readFileSync(join(root, "tests/codes.json"), "utf8"));

/** By name. */
export const languages = { ...(await load("messages.mjs")) };

/** The template of a code. */
export const textOf = (messages, code, { expected, why }) =>
  messages[`${code}.${expected ?? why}`] ?? messages[code];

/** The names in a template, sorted. */
export const placeholders = (template) =>
  [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name).sort();

/** What stands in a verdict. */
export function rendered(messages, code, params) {
  let text = textOf(messages, code, params);
  for (const [name, value] of Object.entries(params)) {
    text = text.split(`{${name}}`).join([value].flat().join(", "));
  }
  return text;
}
