// Pages in Chromium: what an app prints there is its answer.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Serves a directory, with headers of the caller. */
async function serve(directory, headers) {
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
  return server;
}

/** The browser starts with the first page. */
export class Pages {
  #browser;

  /** The JSON that the page at an address prints; its first error fails. */
  async answer(address) {
    this.#browser ??= chromium.launch({
      executablePath: process.env.CHROME,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    const page = await (await this.#browser).newPage();
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
  async served(directory, file = "index.html", headers = {}) {
    const server = await serve(directory, headers);
    try {
      return await this.answer(`http://127.0.0.1:${server.address().port}/${file}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  async close() {
    await (await this.#browser)?.close();
  }
}
