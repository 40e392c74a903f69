// The rows of the matrix, and what is tested of each: its answer, and that it comes by the entry that it names.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { App, entries } from "./app.mjs";
import { expected } from "./expected.mjs";

/** All rows; those that are not `quick` run with FULL=1 alone. */
export const rows = [];

/**
 * Claims a row. `takes` lists what stands in `exports` and must not be missing: a condition, or those of which the next
 * serves where the first is gone (`"module-sync, default"`). `answer` runs the app; `also` is what it adds to the
 * answers of its `names`, the sources in `app/`. `missed` are those whose entries are taken out, where it is not all.
 * `needs` is the variable that names its browser, without which it is skipped.
 */
export function row(row) {
  rows.push({ names: ["contact", "form", "phone", "format"], also: {}, ...row });
}

const full = process.env.FULL === "1";

const wanted = ({ names, also }) => ({
  ...Object.fromEntries(names.map((name) => [name, expected[name]])),
  ...also,
});

/** Each entry with each condition when all is run, else the first entry. */
function strips({ names, takes, missed = names }) {
  const all = missed.flatMap((name) =>
    takes.map((words) => ({ entry: entries[name], conditions: words.split(", ") })),
  );
  return full ? all : all.slice(0, takes.length);
}

export function run(place, only) {
  for (const row of rows) {
    if (!(full || row.quick)) continue;
    const id = `${row.file.replace(/\W+/g, "-")}-${row.name.replace(/\W+/g, "-")}`;
    if (only.length > 0 && !only.some((word) => id.includes(word))) continue;
    if (row.needs && !process.env[row.needs]) {
      test(row.name, { skip: `${row.needs} names no browser` });
      continue;
    }
    describe(row.name, () => {
      test(`${row.name}: the answer`, async () => {
        assert.deepEqual(await row.answer(new App(id, row.names), place), wanted(row));
      });
      for (const [index, without] of strips(row).entries()) {
        const what = `${without.entry} without ${without.conditions.join(" and ")}`;
        test(`${row.name}: ${what} is missed`, async () => {
          const app = new App(`${id}-${index}`, row.names, without);
          let said;
          try {
            said = await row.answer(app, place);
          } catch {
            return;
          }
          assert.notDeepEqual(said, wanted(row));
        });
      }
    });
  }
}
