import assert from "node:assert/strict";
import { bad, good, messages, payload, sorted } from "./support/form.mjs";
import { inBrowsers, library, onServer, story } from "./support/library.mjs";

const row = library({
  name: "none: a server action of React",
  packages: ["react", "@vitejs/plugin-rsc"],
  code: true,
  value: "made by `validate` in the action",
});
inBrowsers("Server action", "/action", story(row));

inBrowsers(
  "A server action that throws for bad data says nothing at any field",
  "/action?broken=exception",
  async (form) => {
    await form.enter(bad);
    await form.submit();
    await form.throws(/./);
  },
);

onServer("A server action before the page's script has come", async (_, get) => {
  const page = await get("/action");
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  const text = (html = "") => html.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  assert.ok(hidden.length > 0, "React says which action it is");
  const submit = async (values) => {
    const form = new FormData();
    for (const [, name, value] of hidden) form.append(text(name), text(value));
    for (const [name, value] of Object.entries(values)) form.append(name, value);
    form.append("newsletter", "no");
    return get("/action", { method: "POST", body: form });
  };
  const refused = await submit(bad);
  for (const message of Object.values(messages)) assert.ok(refused.includes(message), message);
  const taken = await submit(good);
  const [, output] = /<output>(.*?)<\/output>/.exec(taken) ?? [];
  assert.deepEqual(sorted(JSON.parse(text(output))), payload);
});
