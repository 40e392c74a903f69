// Issues in the shapes in which pages show them.
import type { FlatIssues, IssueTree } from "#types";

interface Said {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

export const flatten = (issues: readonly Said[]): FlatIssues => {
  const flat: FlatIssues = { formErrors: [], fieldErrors: {} };
  for (const { path = [], message } of issues)
    (path.length > 0 ? own(flat.fieldErrors, path.join("."), () => []) : flat.formErrors).push(
      message,
    );
  return flat;
};

export const treeify = (issues: readonly Said[]): IssueTree => {
  const tree: IssueTree = { errors: [] };
  const leaf = (): IssueTree => ({ errors: [] });
  for (const { path = [], message } of issues) {
    let at = tree;
    for (const step of path) {
      if (typeof step === "number") {
        at.items ??= [];
        at.items[step] ??= leaf();
        at = at.items[step];
      } else {
        at.properties ??= {};
        at = own(at.properties, step, leaf);
      }
    }
    at.errors.push(message);
  }
  return tree;
};

export const prettify = (issues: readonly Said[]): string =>
  issues
    .map(({ path = [], message }) => {
      const steps = path.map((step) =>
        typeof step === "number" ? `[${step}]` : `.${shown(step)}`,
      );
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
