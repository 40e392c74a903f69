import { row } from "../support/row.mjs";

/** What an import is under `exports`, as one makes an import map of it. */
function target(exports, specifier) {
  const path = specifier.replace("quo-contacts", ".");
  const last = path.slice(path.lastIndexOf("/") + 1);
  let found = exports[path] ?? exports[path.replace(last, "*")];
  while (typeof found === "object") {
    const condition = Object.keys(found).find((name) => ["import", "default"].includes(name));
    found = found[condition];
  }
  return found?.replace("*", last);
}

/** The page, its modules and the files of the package, as they are. */
function write(app) {
  const { exports } = JSON.parse(app.read("node_modules/quo-contacts/package.json"));
  const imports = {};
  for (const name of app.names) {
    for (const [specifier] of app.read(`${name}.mjs`).matchAll(/(?<=")quo-contacts[^"]*/g)) {
      const file = target(exports, specifier);
      if (file) imports[specifier] = file.replace(".", "./node_modules/quo-contacts");
    }
  }
  app.write(
    "index.html",
    `<!doctype html>
<meta charset="utf-8">
<title>app</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script>
globalThis.answers = new Promise((done, fail) => {
  addEventListener("answers", ({ detail }) => done(detail));
  addEventListener("error", ({ message }) => fail(new Error(message)));
  setTimeout(() => fail(new Error("the page answered nothing")), 20_000);
});
</script>
<script type="module">
import { answers } from "./answers.mjs";

dispatchEvent(new CustomEvent("answers", { detail: answers() }));
</script>
`,
  );
}

for (const [browser, needs, ...packages] of [
  ["Chromium", "CHROME", "playwright-core"],
  ["Firefox", "FIREFOX", "puppeteer-core"],
  ["WebKitGTK", "WEBKIT"],
]) {
  row({
    name: `no bundler, an import map, in ${browser}`,
    needs,
    packages,
    names: ["contact", "form", "phone", "format", "messages", "url"],
    takes: ["default"],
    answer(app, pages) {
      write(app);
      return pages.evaluated(app.directory, browser, "globalThis.answers");
    },
  });
}
