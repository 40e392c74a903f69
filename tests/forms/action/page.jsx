// Brings the rendered page to life, and sends what its actions are called with.
import { createFromFetch, encodeReply, setServerCallback } from "@vitejs/plugin-rsc/browser";
import { hydrateRoot } from "react-dom/client";

setServerCallback(async (id, words) => {
  const request = { method: "POST", headers: { "x-action": id }, body: await encodeReply(words) };
  const { returned } = await createFromFetch(fetch(location.href, request));
  return returned;
});

const headers = { accept: "text/x-component" };
const { root, formState } = await createFromFetch(fetch(location.href, { headers }));
hydrateRoot(document, root, { formState });
