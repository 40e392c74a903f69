// The schema with one rule of its answers' shape broken on purpose. Each rule is there because some library submits
// bad data, loses good data or shows nothing where it is broken; the tests of the apps show which.
import type { ContactSchema } from "./contacts";

type Validate = ContactSchema["~standard"]["validate"];
type Answer = ReturnType<Validate>;
type Typed = { readonly "~standard": { readonly validate: Validate } };

export const rules = {
  /** `issues: []` beside the value of good data. */
  emptyIssues: (answer: Answer) => ({ issues: [], ...answer }),
  /** A key `value` beside the issues of bad data. */
  valueKey: (answer: Answer) => ({ value: undefined, ...answer }),
  /** Indices of lists as text. */
  stringIndices: (answer: Answer) => paths(answer, String),
  /** Keys of paths as symbols. */
  symbolKeys: (answer: Answer) =>
    paths(answer, (key) => (typeof key === "string" ? Symbol(key) : key)),
  /** Paths that address the payload instead of the form. */
  payloadPaths: (answer: Answer) =>
    answer.issues
      ? { ...answer, issues: answer.issues.map((issue) => ({ ...issue, path: issue.target })) }
      : answer,
  /** A thenable that is no `Promise`. */
  // biome-ignore lint/suspicious/noThenProperty: this is the mistake
  thenable: (answer: Answer) => ({ then: (done: (answer: Answer) => void) => done(answer) }),
  /** A `Promise`, where everything else could stay as it is. */
  promise: (answer: Answer) => Promise.resolve(answer),
  /** An exception for bad data. */
  exception: (answer: Answer) => {
    if (answer.issues) throw new Error(answer.issues[0]?.message);
    return answer;
  },
};

export type BrokenRule = keyof typeof rules;

function paths(answer: Answer, key: (key: string | number) => PropertyKey) {
  if (!answer.issues) return answer;
  const issues = answer.issues.map((issue) => ({ ...issue, path: issue.path.map(key) }));
  return { ...answer, issues };
}

/** The same schema, its answers bent by `rule`. */
export function broken<Schema extends Typed>(schema: Schema, rule: BrokenRule): Schema {
  const bend = rules[rule];
  if (!bend) throw new Error(`no rule ${rule}`);
  const standard = schema["~standard"];
  const validate: Validate = (...words) => bend(standard.validate(...words)) as Answer;
  return { ...schema, "~standard": { ...standard, validate } };
}
