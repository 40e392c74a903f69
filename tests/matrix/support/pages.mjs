// Pages in Chromium, where what an app prints is its answer, and in other browsers.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { WebKit } from "./webkit.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** What `use` makes of the address of a directory, served with headers of the caller. */
async function serving(directory, headers, use) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      const bytes = await readFile(join(directory, path));
      response.setHeaders(new Map(Object.entries(headers)));
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const start = {
  Chromium: () =>
    chromium.launch({
      executablePath: process.env.CHROME,
      args: ["--no-sandbox", "--disable-gpu"],
    }),
  Firefox: () => puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX }),
  WebKitGTK: () => WebKit.start(process.env.WEBKIT),
};

/** A browser starts with its first page. */
export class Pages {
  #browsers = new Map();

  async #page(browser) {
    if (!this.#browsers.has(browser)) this.#browsers.set(browser, start[browser]());
    return (await this.#browsers.get(browser)).newPage();
  }

  /** The JSON that the page at an address prints; its first error fails. */
  async answer(address) {
    const page = await this.#page("Chromium");
    try {
      const said = new Promise((done, fail) => {
        page.on("console", (message) => {
          if (message.type() === "log" && message.text().startsWith("{"))
            done(JSON.parse(message.text()));
          else if (message.type() === "error" && !/favicon/.test(message.location().url))
            fail(new Error(message.text()));
        });
        page.on("pageerror", fail);
        page.on("crash", () => fail(new Error("the page crashed")));
        setTimeout(() => fail(new Error("the page printed nothing")), 30_000).unref();
      });
      const [answer] = await Promise.all([said, page.goto(address)]);
      return answer;
    } finally {
      await page.close();
    }
  }

  /** The same for a directory of files. */
  served(directory, file = "index.html", headers = {}) {
    return serving(directory, headers, (origin) => this.answer(`${origin}/${file}`));
  }

  /** What an expression is in the page of a directory, in a browser. */
  evaluated(directory, browser, expression) {
    return serving(directory, {}, async (origin) => {
      const page = await this.#page(browser);
      try {
        await page.goto(`${origin}/index.html`);
        return await page.evaluate(expression);
      } finally {
        await page.close();
      }
    });
  }

  async close() {
    const all = [...this.#browsers.values()];
    await Promise.allSettled(all.map(async (browser) => (await browser).close()));
  }
}
