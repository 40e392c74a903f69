import { last, program } from "../support/app.mjs";
import { row } from "../support/row.mjs";

/** Runs the app as a test in an environment; with `inline`, Vitest and not Node loads the package. */
async function answer(app, environment, inline) {
  app.write(
    "app.test.mjs",
    `import { expect, test } from "vitest";
import { answers } from "./answers.mjs";

test("answers", async () => {
  expect(typeof document).toBe(${JSON.stringify(environment === "node" ? "undefined" : "object")});
  console.log(JSON.stringify(await answers()));
});
`,
  );
  const deps = inline ? { inline: ["quo-contacts"] } : {};
  const config = { test: { environment, server: { deps } } };
  app.write("vitest.config.mjs", `export default ${JSON.stringify(config)};\n`);
  return last(await app.run(program("vitest"), ["run", "--disable-console-intercept"]));
}

for (const [environment, quick, ...more] of [
  ["node", true],
  ["jsdom", false, "jsdom"],
  ["happy-dom", false, "happy-dom"],
]) {
  row({
    name: `Vitest, ${environment}`,
    quick,
    packages: ["vitest", ...more],
    takes: ["module-sync, default"],
    answer: (app) => answer(app, environment, false),
  });
}

row({
  name: "Vitest, jsdom, the package inlined",
  packages: ["vitest", "jsdom"],
  takes: ["module-sync, default"],
  answer: (app) => answer(app, "jsdom", true),
});
