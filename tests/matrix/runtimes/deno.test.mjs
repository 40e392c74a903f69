import { last, program } from "../support/app.mjs";
import { row } from "../support/row.mjs";

row({
  name: "Deno, without a permission",
  packages: ["deno"],
  takes: ["module-sync, default"],
  answer: async (app) =>
    last(
      await app.run(program("deno"), [
        "run",
        "--no-prompt",
        "--node-modules-dir=manual",
        "main.mjs",
      ]),
    ),
});
