// Issues in other shapes, and on the controls of a form.
import type { Host } from "./host.js";

/** What is asked of an issue; those of any Standard Schema will do. */
interface Said {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Messages by the path of their field. */
export interface FlatIssues {
  /** What is said of the whole. */
  formErrors: string[];
  /** By path: `phone`, `emails.0.value`. */
  fieldErrors: { [path: string]: string[] };
}

/** Messages in the shape of the form. */
export interface IssueTree {
  errors: string[];
  properties?: { [name: string]: IssueTree };
  /** With holes where an item has no issues. */
  items?: (IssueTree | undefined)[];
}

type Form = Host<"HTMLFormElement", { readonly elements: ArrayLike<object> }>;
type Control = Host<"HTMLElement", object>;

/** What became of issues on a form. */
export interface AppliedIssues<Issue> {
  /** The first control that has one, to be focused. */
  first: Control | undefined;
  /** Issues without a control that could show them: show them elsewhere. */
  unplaced: Issue[];
}

/** Messages by field, for a form of few levels. */
export declare function flatten(issues: readonly Said[]): FlatIssues;
/** Messages as a tree, for a form of many. */
export declare function treeify(issues: readonly Said[]): IssueTree;
/** A line of text for each issue, with its path. */
export declare function prettify(issues: readonly Said[]): string;
/**
 * Puts each issue on the control that its path names (`a.b[0].c`, `a[b][0]`, `a.0.b`, `/a/b/0`) as a custom
 * validity, and takes it off all others. Without issues the form is valid again.
 */
export declare function applyToForm<Issue extends Said>(
  form: Form,
  issues: readonly Issue[],
): AppliedIssues<Issue>;
