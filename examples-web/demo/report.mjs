/** What the demo prints: a table of verdicts, a summary, and the ids of the contacts that were made. */
import { nameOf } from "./page/name-of.mjs";
import { pathText } from "./page/path-text.mjs";
import { fit, width } from "./terminal.mjs";

/** @typedef {import("./terminal.mjs").Terminal} Terminal */
/** @typedef {{ code: string, message: string, path: (string | number)[], suggestions?: string[] }} Issue */
/** @typedef {{ value?: any, issues?: Issue[], warnings: Issue[] }} Verdict */
/** @typedef {{ record: Record<string, any>, verdict: Verdict, mapping: Record<string, string> | undefined }} Row */

const NUMBER = 3;
const PHONE = 16;

/** @param {Issue} issue */
const note = ({ code, path, suggestions = [] }) =>
  `${code} at ${pathText(path)}${suggestions.length > 0 ? ` → ${suggestions.join(" or ")}` : ""}`;

/**
 * A group's verdicts: one line per record, and a further line per further issue.
 * @param {Row[]} rows @param {number} first the number of the first record @param {Terminal} terminal
 */
export function verdictLines(rows, first, terminal) {
  const name = Math.min(24, Math.floor(terminal.columns / 4));
  const notes = terminal.columns - NUMBER - 3 - name - 1 - PHONE - 1;
  const indent = " ".repeat(terminal.columns - notes);
  return rows.flatMap(({ record, verdict, mapping }, index) => {
    const phone = verdict.value?.defaultFields.phoneNumbers?.[0]?.value ?? "–";
    const said = [
      ...(verdict.issues ?? []).map((issue) => ({ text: note(issue), style: terminal.bad })),
      ...verdict.warnings.map((issue) => ({
        text: `warning: ${note(issue)}`,
        style: terminal.warning,
      })),
    ].map(({ text, style }) => style(fit(text, notes).trimEnd()));
    const mark = verdict.issues ? terminal.bad("✗") : terminal.good("✓");
    const number = terminal.dim(String(first + index).padStart(NUMBER));
    const head = `${number} ${mark} ${fit(nameOf(record, mapping), name)} ${fit(phone, PHONE)} `;
    const [line = "", ...rest] = said;
    return [(head + line).trimEnd(), ...rest.map((text) => indent + text)];
  });
}

/**
 * @param {{ name: string, good: number, bad: number, warned: number }[]} groups
 * @param {Map<string, number>} codes how often each issue was raised
 * @param {Terminal} terminal
 */
export function summaryLines(groups, codes, terminal) {
  const label = Math.max(...groups.map(({ name }) => width(name)), 5);
  const row = (/** @type {string} */ name, /** @type {(string | number)[]} */ cells) =>
    `  ${fit(name, label)} ${cells.map((cell) => String(cell).padStart(9)).join("")}`;
  const sum = (/** @type {"good" | "bad" | "warned"} */ key) =>
    groups.reduce((total, group) => total + group[key], 0);
  const common = [...codes].sort(([, a], [, b]) => b - a).slice(0, 6);
  return [
    terminal.dim(row("", ["good", "bad", "warned"])),
    ...groups.map(({ name, good, bad, warned }) => row(name, [good, bad, warned])),
    terminal.bold(row("All", [sum("good"), sum("bad"), sum("warned")])),
    "",
    `  Most common: ${common.map(([code, count]) => `${code} ${count}`).join(", ")}`,
  ];
}

/**
 * Ids and names, in as many columns as there is room for.
 * @param {{ id: string, name: string }[]} made @param {Terminal} terminal
 */
export function idLines(made, terminal) {
  const id = Math.max(...made.map((contact) => contact.id.length));
  const perLine = Math.max(1, Math.floor(terminal.columns / (id + 22)));
  const name = Math.floor(terminal.columns / perLine) - id - 3;
  const lines = [];
  for (let start = 0; start < made.length; start += perLine) {
    const cells = made
      .slice(start, start + perLine)
      .map((contact) => `${fit(contact.id, id)} ${terminal.dim(fit(contact.name, name))}`);
    lines.push(`  ${cells.join(" ")}`.trimEnd());
  }
  return lines;
}
