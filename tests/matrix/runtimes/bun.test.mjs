import { last, program } from "../support/app.mjs";
import { row } from "../support/row.mjs";

row({
  name: "Bun",
  packages: ["bun"],
  takes: ["module-sync, default"],
  answer: async (app) => last(await app.run(program("bun"), ["run", "main.mjs"])),
});
