// WebKitGTK, by its WebDriver (https://www.w3.org/TR/webdriver2/), which is plain HTTP.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A port that nobody has; the driver takes no 0. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Has one page, which its next one replaces. */
export class WebKit {
  #processes = [];
  #address;
  #session = "";

  static async start(driver) {
    const webkit = new WebKit();
    try {
      await webkit.#start(driver);
      return webkit;
    } catch (error) {
      webkit.#end();
      throw error;
    }
  }

  async #start(driver) {
    const port = await freePort();
    const env = { ...process.env, DISPLAY: process.env.DISPLAY || (await this.#screen()) };
    await this.#spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
    this.#address = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await this.#ask("GET", "/status").catch(() => false)); tries++) {
      if (tries === 100) throw new Error(`${driver} does not answer`);
      await wait(100);
    }
    const { sessionId } = await this.#ask("POST", "/session", { capabilities: {} });
    this.#session = `/session/${sessionId}`;
  }

  /** The name of a screen that nobody sees, which the browser has to have. */
  async #screen() {
    const { stdout } = await this.#spawn("Xvfb", ["-displayfd", "1", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    // To its end, which Xvfb makes: the pipe closed before that would end Xvfb.
    let said = "";
    for await (const text of stdout) said += text;
    if (!said) throw new Error("Xvfb has no screen");
    return `:${said.trim()}`;
  }

  async #spawn(program, words, options) {
    const child = spawn(program, words, options);
    this.#processes.push(child);
    await once(child, "spawn");
    return child;
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#address + this.#session + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  newPage() {
    return {
      goto: (url) => this.#ask("POST", "/url", { url }),
      evaluate: (expression) => this.#evaluate(expression),
      close() {},
    };
  }

  async #evaluate(expression) {
    const script = `const [done] = arguments;
Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#ask("POST", "/execute/async", { script, args: [] });
    if (error) throw new Error(error);
    return value;
  }

  async close() {
    await this.#ask("DELETE", "").finally(() => this.#end());
  }

  #end() {
    for (const child of this.#processes) child.kill();
  }
}
