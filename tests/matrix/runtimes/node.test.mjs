import { join } from "node:path";
import { matrix } from "../support/app.mjs";
import { row } from "../support/row.mjs";

const node = (major) => join(matrix, `node_modules/node${major}/bin/node`);

const paths = ["", "/form", "/phone", "/phone/format"];

/** The app by `import`, by `require`, and whether an engine that one started is ready in the other. */
async function both(app, major) {
  await app.requiring();
  app.write(
    "both.mjs",
    `import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { answers } from "./answers.mjs";

const require = createRequire(import.meta.url);
const oneEngine = [];
for (const path of ${JSON.stringify(paths)}) {
  const { initSync } = await import("quo-contacts" + path);
  initSync();
  oneEngine.push(require("quo-contacts" + path).isReady());
}
const imported = await answers();
const required = await require("./answers.cjs").answers();
console.log(JSON.stringify({ ...imported, oneEngine, same: isDeepStrictEqual(imported, required) }));
`,
  );
  return app.node("both.mjs", { node: node(major) });
}

const also = (shared) => ({ oneEngine: paths.map(() => shared), same: true });

row({
  name: "Node 18, by `import` and `require`",
  packages: ["node18"],
  names: ["contact", "form", "phone", "format", "messages"],
  takes: ["default", "require"],
  also: also(false),
  answer: (app) => both(app, 18),
});

for (const major of [20, 22, 24, 26]) {
  row({
    name: `Node ${major}, one engine by \`import\` and \`require\``,
    quick: major === 24,
    packages: [`node${major}`],
    // Without it `import` and `require` still work, each with an engine of its own.
    takes: ["module-sync"],
    also: also(true),
    answer: (app) => both(app, major),
  });
}

row({
  name: "Node, the engine from its file",
  packages: ["node24"],
  names: ["slim"],
  takes: ["module-sync, default"],
  answer(app) {
    app.write(
      "main.mjs",
      `import { readFileSync } from "node:fs";
import { answer } from "./slim.mjs";

const file = new URL(import.meta.resolve("quo-contacts/contact.wasm"));
console.log(JSON.stringify({ slim: answer(readFileSync(file)) }));
`,
    );
    return app.node("main.mjs", { node: node(24) });
  },
});

row({
  name: "Node, the engine fetched from its file",
  packages: ["node24"],
  names: ["url"],
  takes: ["default"],
  answer: (app) => app.node("main.mjs", { node: node(24) }),
});
