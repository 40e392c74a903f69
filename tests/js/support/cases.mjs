// The rows of `tests/cases`, as JavaScript has them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./app.mjs";

const directory = join(root, "tests/cases");

/** Every file of rows: its name and what it holds. */
export function corpus() {
  const names = readdirSync(directory).filter((name) => name.endsWith(".json"));
  if (names.length === 0) throw new Error("no cases found");
  return names.sort().map((name) => {
    const file = parse(readFileSync(join(directory, name), "utf8"));
    return { name, call: "map", ...file };
  });
}

/** JSON, with whole numbers that a double would round as the bigints that JavaScript has for them. */
function parse(text) {
  const marked = text.replace(/"(?:\\.|[^"\\])*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `{"$bigint":"${token}"}`,
  );
  return JSON.parse(marked, (_, value) => (value?.$bigint ? BigInt(value.$bigint) : value));
}
