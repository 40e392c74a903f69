// The entries for phone numbers alone in the runtime of Cloudflare Workers: the wasm is a module of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Miniflare } from "miniflare";
import { file } from "../support/app.mjs";

const script = `
  import * as phone from "./phone-workerd.js";
  import * as format from "./phone-format-workerd.js";
  const before = [phone.isReady(), format.isReady()];
  export default {
    async fetch(request) {
      const texts = await request.json();
      const options = { country: "US" };
      return Response.json({
        before,
        one: texts.map((text) => phone.normalizePhone(text, options)),
        batch: phone.normalizePhones(texts, options),
        format: format.normalizePhones(texts, options),
        state: format.phoneState("415555", options),
        written: format.formatPhone("+14155552671", { style: "national" }),
      });
    },
  };
`;
const text = (name) => readFileSync(file(name), "utf8");
const names = ["phone", "phone-format"];
const worker = new Miniflare({
  compatibilityDate: "2025-12-01",
  modules: [
    { type: "ESModule", path: "worker.js", contents: script },
    ...names.flatMap((name) => [
      { type: "ESModule", path: `${name}-workerd.js`, contents: text(`${name}-workerd.js`) },
      { type: "CompiledWasm", path: `${name}.wasm`, contents: readFileSync(file(`${name}.wasm`)) },
    ]),
  ],
});
after(() => worker.dispose());

test("a worker reads numbers", async () => {
  const texts = ["(415) 555-2671", "(415) 555-2671 x9", "555-2671", "+44 20 7946 0958"];
  const body = JSON.stringify(texts);
  const response = await worker.dispatchFetch("http://localhost/", { method: "POST", body });
  const answer = await response.json();
  assert.deepEqual(answer.before, [false, false], "importing starts nothing");
  assert.deepEqual(
    answer.one.map(({ value, issues }) => value?.e164 ?? issues[0].code),
    ["+14155552671", "+14155552671", "local_only", "+442079460958"],
  );
  assert.deepEqual(answer.batch, answer.one);
  assert.deepEqual(answer.format, answer.one);
  assert.deepEqual(answer.state, { formatted: "415-555", complete: false, possible: true });
  assert.equal(answer.written, "(415) 555-2671");
});
