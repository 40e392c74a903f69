// Answers requests: runs the action that a form asks for, before its script has come or after, and renders the page.
import {
  decodeAction,
  decodeFormState,
  decodeReply,
  loadServerAction,
  renderToReadableStream,
} from "@vitejs/plugin-rsc/rsc";
import { ConformLead } from "./conform-lead.jsx";
import { Lead } from "./lead.jsx";

function Page({ url }) {
  const broken = url.searchParams.get("broken");
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>Lead</title>
      </head>
      <body>
        {url.pathname === "/action/conform" ? (
          <ConformLead broken={broken} />
        ) : (
          <Lead broken={broken} />
        )}
      </body>
    </html>
  );
}

const flight = (payload) =>
  new Response(renderToReadableStream(payload), {
    headers: { "content-type": "text/x-component" },
  });

/** What a page with its script asks for: the answer of an action alone. */
async function called(request, id) {
  const form = request.headers.get("content-type")?.startsWith("multipart/form-data");
  const words = await decodeReply(form ? await request.formData() : await request.text());
  const action = await loadServerAction(id);
  return flight({ returned: await action(...words) });
}

/** What the browser posts of itself: the page is rendered anew, with what the action said. */
async function posted(request) {
  const form = await request.formData();
  const action = await decodeAction(form);
  return decodeFormState(await action(), form);
}

export default async function handler(request) {
  const id = request.headers.get("x-action");
  if (id) return called(request, id);
  const formState = request.method === "POST" ? await posted(request) : undefined;
  const payload = { root: <Page url={new URL(request.url)} />, formState };
  if (request.headers.get("accept") === "text/x-component") return flight(payload);
  const { render } = await import.meta.viteRsc.loadModule("ssr", "index");
  const html = await render(renderToReadableStream(payload), formState);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
