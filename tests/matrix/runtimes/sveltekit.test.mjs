import { cpSync } from "node:fs";
import { join } from "node:path";
import { matrix } from "../support/app.mjs";
import { expected } from "../support/expected.mjs";
import { row } from "../support/row.mjs";
import { served } from "../support/wrangler.mjs";

const { contact, form, phone, format } = expected;
const all = { contact, form, phone, format };

row({
  name: "SvelteKit on Cloudflare Workers, by `wrangler dev`, and its page in Chromium",
  packages: ["@sveltejs/kit", "@sveltejs/adapter-cloudflare", "wrangler", "vite"],
  // The server has the one, the page the other.
  takes: ["workerd", "default"],
  also: { load: all, action: all, endpoint: all },
  async answer(app, pages) {
    cpSync(join(matrix, "sveltekit"), app.directory, { recursive: true });
    await app.tool("vite/bin/vite.js", "build");
    return served(app, (address) => pages.answer(address));
  },
});
