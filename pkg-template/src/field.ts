// One field as a schema of its own: the verdict on a record that holds nothing else.
import type { ContactPayload, Issue, Verdict } from "#types";
import { QuoContactsError } from "./errors.js";

/** The verdict on a value, by what the call says. */
export type Run<Value = ContactPayload> = (value: unknown, call?: unknown) => Verdict<Value>;

type Path = readonly (string | number)[];

const LISTS =
  /^(?:defaultFields\.)?(email|phone|phoneNumber)(s?)(\[\d*\]|\.\d+)?(?:\.(value|name))?$/;

export const field = (run: Run, path: string): Run<unknown> => {
  const [place, target] = find(run, String(path));
  const first =
    target[0] === "defaultFields" && target[1] === "firstName" ? {} : { firstName: "-" };
  return (value, call) => {
    const verdict = run({ ...first, ...holding(place, value) }, call);
    const below = ({ path }: Issue) => place.every((step, index) => path[index] === step);
    const relative = (issue: Issue): Issue => ({
      ...issue,
      path: below(issue) ? issue.path.slice(place.length) : [],
    });
    const warnings = verdict.warnings.filter(below).map(relative);
    return verdict.issues
      ? { issues: verdict.issues.map(relative), warnings }
      : { value: at(verdict.value, target), warnings };
  };
};

/** A record that holds a value at a place; an item needs a value to have a name. */
const holding = (place: Path, value: unknown): object =>
  place.reduceRight<unknown>((held, step, index) => {
    if (typeof step === "number") return [held];
    const named = index > 1 && step === "name" && typeof place[index - 1] === "number";
    return named
      ? { name: held, value: SAMPLES[String(place[0]).startsWith("e") ? 0 : 1] }
      : { [step]: held };
  }, value) as object;
const SAMPLES = ["a@b.co", "+14155552671"];

/** Where the field stands in a record, and in the payload: the engine says what it knows. */
const find = (run: Run, path: string): [place: Path, target: Path] => {
  const [, list, s, item, part] = LISTS.exec(path) ?? [];
  const rest = path.replace(/^(custom|default)Fields\./, "");
  const group = path.slice(0, -rest.length - 1);
  const places: Path[] = list
    ? [s && !item && !part ? [list + s] : [list, 0, part ?? "value"]]
    : [[path], ...(group ? [[group, rest]] : [])];
  for (const place of places) {
    const target = asked(run, place)?.target;
    // `workPhone` leads to a list, too.
    if (target?.[2] === 0 && !list) return [[...place, 0, "value"], target];
    if (target) return [place, s && place.length === 1 ? target.slice(0, 2) : target];
  }
  throw new QuoContactsError(
    "unknown_field",
    `expected the path of a field or the key or name of a custom field, found \`${path}\``,
    { details: { suggestions: asked(run, ["customFields", rest])?.suggestions ?? [] } },
  );
};

/** What the engine says of a value at a place that no field takes. */
const asked = (run: Run, place: Path): Issue | undefined => {
  const { issues } = run(holding(place, () => 0));
  return issues?.find(({ path }) => place.every((step, index) => path[index] === step));
};

/** What the payload holds; custom fields are a list of theirs. */
const at = (payload: ContactPayload, target: Path): unknown =>
  target.reduce<unknown>((held, step) => {
    if (Array.isArray(held) && typeof step === "string")
      return held.find(({ key }) => key === step)?.value;
    return (held as Record<string, unknown> | null | undefined)?.[step];
  }, payload) ?? null;
