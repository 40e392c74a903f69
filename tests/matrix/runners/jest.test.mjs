import { last, program } from "../support/app.mjs";
import { row } from "../support/row.mjs";

const jest = (app, config, options) => {
  app.write("jest.config.json", JSON.stringify(config));
  return app.run(program("jest"), ["--config", "jest.config.json", "--watchman=false"], options);
};

/** The app with `require`, as a test in an environment. */
async function answer(app, testEnvironment, setup) {
  await app.requiring();
  app.write(
    "app.test.cjs",
    `const { writeFileSync } = require("node:fs");
const { answers } = require("./answers.cjs");

test("answers", async () => {
  expect(typeof document).toBe("${testEnvironment === "node" ? "undefined" : "object"}");
  writeFileSync("answers.json", JSON.stringify(await answers()));
});
`,
  );
  app.write("setup.cjs", setup);
  const setupFiles = ["<rootDir>/setup.cjs"];
  await jest(app, { testEnvironment, testMatch: ["**/app.test.cjs"], setupFiles });
  return last(app.read("answers.json"));
}

row({
  name: "Jest, node",
  packages: ["jest"],
  takes: ["require"],
  answer: (app) => answer(app, "node", ""),
});

row({
  name: "Jest, jsdom",
  packages: ["jest", "jest-environment-jsdom"],
  takes: ["require"],
  // What jsdom lacks of a browser.
  answer: (app) =>
    answer(
      app,
      "jsdom",
      `const { TextDecoder, TextEncoder } = require("node:util");
Object.assign(globalThis, { TextDecoder, TextEncoder });
`,
    ),
});

row({
  name: "Jest, node, as modules",
  packages: ["jest"],
  takes: ["module-sync, default"],
  async answer(app) {
    app.write(
      "app.test.mjs",
      `import { writeFileSync } from "node:fs";
import { answers } from "./answers.mjs";

test("answers", async () => {
  writeFileSync("answers.json", JSON.stringify(await answers()));
});
`,
    );
    const env = { NODE_OPTIONS: "--experimental-vm-modules" };
    await jest(app, { testMatch: ["**/app.test.mjs"], transform: {} }, { env });
    return last(app.read("answers.json"));
  },
});
