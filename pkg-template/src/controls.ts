// Issues on the controls of a native form, as custom validities: the browser shows them, and holds the form back.
import type { AppliedIssues } from "#types";
import { steps } from "./entries.js";
import { pathOf, type Said } from "./issues.js";

/** What can show an issue; each kind has some of this. */
interface Control extends HTMLElement {
  readonly name: string;
  readonly type: string;
  readonly checked?: boolean;
  readonly selectedOptions?: Iterable<unknown>;
  readonly willValidate: boolean;
  setCustomValidity(message: string): void;
}

export const applyToForm = <Issue extends Said>(
  form: HTMLFormElement,
  issues: readonly Issue[],
): AppliedIssues<Issue> => {
  // With those outside of the form that belong to it, in the order of the page.
  const controls = Array.from(form.elements as Iterable<object>).filter(
    (element): element is Control => "setCustomValidity" in element,
  );
  const named = new Map<string, Control[]>();
  for (const control of controls) {
    control.setCustomValidity("");
    const { name } = control;
    for (const path of name ? new Set([name, steps(name.replace(/\[\]$/, "")).join(".")]) : [])
      named.set(path, [...(named.get(path) ?? []), control]);
  }
  const said = new Map<Control, string>();
  const unplaced: Issue[] = [];
  for (const issue of issues) {
    const path = pathOf(issue);
    const last = path.at(-1);
    const exact = named.get(path.join("."));
    // A name that comes several times makes a list.
    const list = typeof last === "number" ? named.get(path.slice(0, -1).join(".")) : undefined;
    const control = exact ? shown(exact, 0, controls) : list && shown(list, last as number, []);
    if (!control) unplaced.push(issue);
    else
      said.set(
        control,
        said.has(control) ? `${said.get(control)}\n${issue.message}` : issue.message,
      );
  }
  for (const [control, text] of said) control.setCustomValidity(text || "?");
  return { first: controls.find((control) => said.has(control)), unplaced };
};

/** The control that sends the value at an index; else one of the same name. Disabled and hidden ones show nothing. */
const shown = (
  list: readonly Control[],
  index: number,
  controls: readonly Control[],
): Control | undefined => {
  const inside = list.flatMap((one) =>
    one.localName === "fieldset" ? controls.filter((control) => one.contains(control)) : [one],
  );
  return [list.flatMap(sent)[index], list[index], ...inside].find(
    (one) => one?.willValidate && one.checkVisibility?.(SEEN) !== false,
  );
};
const SEEN = { visibilityProperty: true };

/** Once for each value that a form sends of it. */
const sent = (control: Control): Control[] => {
  if (control.matches(":disabled")) return [];
  if (control.selectedOptions) return Array.from(control.selectedOptions, () => control);
  return /^(checkbox|radio)$/.test(control.type) && !control.checked ? [] : [control];
};
