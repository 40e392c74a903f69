// The entries of a form, names and what was entered, as the record that the names describe.

export type Pair = readonly [name: string, value: unknown];
type Way = readonly (string | number)[];

/** `a[b][0].c`, `a.b.0.c` and `/a/b/0/c` are the same steps; `a[]`, which is one of several `a`, ends with an empty one. */
export const steps = (name: string): string[] =>
  name.startsWith("/")
    ? name
        .split("/")
        .slice(1)
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    : Array.from(name.matchAll(/\[(["']?)(.*?)\1\]|[^.[]+/gs), ([step, , inner]) => inner ?? step);

export const record = (form: Iterable<Pair>, most: number): Map<string, unknown> => {
  const groups = new Map<string, unknown[]>();
  let count = 0;
  for (const [name, value] of form) {
    // What only calls itself a form may yield anything, and for ever.
    if (typeof name !== "string" || ++count > most) throw new TypeError("not a form");
    // What React adds to the form of a server action is nobody's entry.
    if (name.startsWith("$ACTION_")) continue;
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  const root = new Map<string, unknown>();
  for (const [name, values] of groups) {
    // A name that comes several times is a list.
    const value = values.length > 1 || name.endsWith("[]") ? values : values[0];
    const way = wayOf(name);
    // Where another entry stands in the way, a name means itself, and nothing is lost. A blank one does not: forms
    // send it beside boxes, so that something is sent where none is ticked.
    const other = way[0] === name ? undefined : groups.get(String(way[0]));
    const isFree = other === undefined || (other.length === 1 && other[0] === "");
    if (!isFree || !put(root, way, value)) root.set(name, value);
  }
  return root;
};

/** Where a name leads: into the payload's own containers, or to a column of that name. */
const wayOf = (name: string): Way => {
  const bare = name.replace(/\[\]$/, "");
  const way = name.length < 256 && NESTED.test(bare) ? steps(bare) : [bare];
  if (way.includes("")) return [name];
  // Of custom fields, digits are a key, too: `customFields[2417][value]` is an item, `customFields[2417]` a field.
  const isItem = (at: number) => at > 1 || way[0] !== "customFields" || PART.test(way[2] ?? "");
  return way.map((step, at) => (at > 0 && INDEX.test(step) && isItem(at) ? Number(step) : step));
};
const NESTED = /^\/|^(?:defaultFields|customFields|emails?|phones?|phoneNumbers?)[.[]/;
const INDEX = /^(?:0|[1-9]\d{0,3})$/;
const PART = /^(?:key|name|value)$/;

/** Answers whether the way was free; a blank needs none. */
const put = (held: unknown, [step = "", ...rest]: Way, value: unknown): boolean => {
  if (!(held instanceof (typeof step === "number" ? List : Map))) return value === "";
  const member: unknown = held.get(step as never);
  if (member !== undefined && member !== "")
    return rest.length > 0 ? put(member, rest, value) : value === "";
  held.set(step as never, rest.reduceRight(inside, value));
  return true;
};

const inside = (value: unknown, step: string | number): unknown =>
  typeof step === "string" ? new Map([[step, value]]) : new List().set(step, value);

/** What is written and read as a map is, by index. */
class List extends Array<unknown> {
  get(index: number): unknown {
    return this[index];
  }
  set(index: number, value: unknown): this {
    this[index] = value;
    return this;
  }
}
