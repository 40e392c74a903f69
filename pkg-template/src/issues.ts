// Issues in the shapes in which pages show them.
import type { FlatIssues, IssueTree } from "#types";

/** An issue of ours, or of another schema: there a step may be a symbol, or an object with a key. */
export interface Said {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

export const pathOf = ({ path = [] }: Said): (string | number)[] =>
  path.map((step) => {
    const key = typeof step === "object" ? step.key : step;
    return typeof key === "symbol" ? String(key) : key;
  });

export const flatten = (issues: readonly Said[]): FlatIssues => {
  const flat: FlatIssues = { formErrors: [], fieldErrors: {} };
  for (const issue of issues) {
    const path = pathOf(issue);
    (path.length > 0 ? own(flat.fieldErrors, path.join("."), () => []) : flat.formErrors).push(
      issue.message,
    );
  }
  return flat;
};

export const treeify = (issues: readonly Said[]): IssueTree => {
  const tree: IssueTree = { errors: [] };
  const leaf = (): IssueTree => ({ errors: [] });
  for (const issue of issues) {
    let at = tree;
    for (const step of pathOf(issue)) {
      if (typeof step === "number") {
        at.items ??= [];
        at.items[step] ??= leaf();
        at = at.items[step];
      } else {
        at.properties ??= {};
        at = own(at.properties, step, leaf);
      }
    }
    at.errors.push(issue.message);
  }
  return tree;
};

export const prettify = (issues: readonly Said[]): string =>
  issues
    .map((issue) => {
      const path = pathOf(issue);
      const steps = path.map((step) =>
        typeof step === "number" ? `[${step}]` : `.${shown(step)}`,
      );
      const { message } = issue;
      return path.length > 0 ? `${steps.join("").replace(/^\./, "")}: ${message}` : message;
    })
    .join("\n");

/** Names may come from anybody, and what is pretty is printed: a sign that would not be seen is spelled out. */
const shown = (name: string): string =>
  name.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );

/** A property of the object itself: a form may call a field `__proto__`. */
const own = <T>(object: { [name: string]: T }, name: string, make: () => T): T => {
  if (!Object.hasOwn(object, name))
    Object.defineProperty(object, name, {
      value: make(),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  return object[name] as T;
};
