// The app of a row: a directory of its own with the installed package, and the sources that import its entries.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { file as installed } from "../../js/support/app.mjs";

export const matrix = fileURLToPath(new URL("..", import.meta.url));
export const dist = join(matrix, "dist");

/** Instead of a condition: the subpath's directory, for who reads no `exports`. */
export const DIRECTORY = "directory";

/** The entry that each source of `app/` imports. */
export const entries = {
  contact: ".",
  form: "./form",
  phone: "./phone",
  format: "./phone/format",
  slim: "./slim",
  url: "./url",
  messages: "./messages/*",
  contactScript: "./js",
  formScript: "./form/js",
  phoneScript: "./phone/js",
  formatScript: "./phone/format/js",
};

/** The source of `app/` under a name; those of the engine as JavaScript are the others with its entry. */
function source(name) {
  const base = name.replace("Script", "");
  const text = readFileSync(join(matrix, `app/${base}.mjs`), "utf8");
  const from = (name) => `"quo-contacts${entries[name].slice(1)}"`;
  return base === name ? text : text.replace(from(base), from(name));
}

/** The answers of the sources; of `./url` before that of `.`, whose engine it would take, and fetch none. */
function main(names) {
  const called = [...names].sort((one, other) => (other === "url") - (one === "url"));
  const lines = (write) => called.map((name) => write(name)).join("");
  return `${lines((name) => `import { answer as ${name} } from "./${name}.mjs";\n`)}
export const answers = async () => ({
${lines((name) => `  ${name}: await ${name}(),\n`)}});
`;
}

export class App {
  /** `names` are sources of `app/`; `without` names an entry and the conditions that its `exports` lose. */
  constructor(name, names, without) {
    this.names = names;
    this.directory = join(dist, name);
    rmSync(this.directory, { recursive: true, force: true });
    mkdirSync(this.directory, { recursive: true });
    cpSync(installed(""), this.path("node_modules/quo-contacts"), { recursive: true });
    if (without) this.#strip(without);
    this.write("package.json", '{ "name": "app", "private": true }\n');
    for (const name of names) this.write(`${name}.mjs`, source(name));
    this.write("answers.mjs", main(names));
    this.write(
      "main.mjs",
      'import { answers } from "./answers.mjs";\n\nanswers().then((all) => console.log(JSON.stringify(all)));\n',
    );
    this.write(
      "index.html",
      '<!doctype html>\n<meta charset="utf-8">\n<title>app</title>\n<script type="module" src="./main.mjs"></script>\n',
    );
  }

  path(...names) {
    return join(this.directory, ...names);
  }

  /** A file of the package. */
  packaged(name) {
    return this.path("node_modules/quo-contacts", name);
  }

  read(name) {
    return readFileSync(this.path(name), "utf8");
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  #strip({ entry, conditions }) {
    const name = "node_modules/quo-contacts/package.json";
    const manifest = JSON.parse(this.read(name));
    if (conditions.includes(DIRECTORY)) rmSync(this.packaged(`${entry}/package.json`));
    else {
      const there = conditions.filter((condition) => condition in manifest.exports[entry]);
      if (there.length === 0) throw new Error(`no ${conditions} in ${entry}`);
      for (const condition of there) delete manifest.exports[entry][condition];
    }
    this.write(name, JSON.stringify(manifest));
  }

  /** The same app with `require`: each source, beside itself, as CommonJS. */
  async requiring() {
    const { transform } = await import("esbuild");
    for (const name of [...this.names, "answers"]) {
      const source = this.read(`${name}.mjs`).replace(/"\.\/(\w+)\.mjs"/g, '"./$1.cjs"');
      const { code } = await transform(source, { format: "cjs", platform: "node" });
      this.write(`${name}.cjs`, code);
    }
  }

  /** Runs a program in the app's directory; the answer is what it prints. */
  run(program, words, { env = {} } = {}) {
    return new Promise((done, fail) => {
      const child = spawn(program, words, {
        cwd: this.directory,
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const said = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"]) {
        child[name].on("data", (text) => {
          said[name] += text;
        });
      }
      child.on("error", fail);
      child.on("close", (status) =>
        status === 0
          ? done(said.stdout)
          : fail(
              new Error(`${program} ${words.join(" ")}: ${status}\n${said.stdout}${said.stderr}`),
            ),
      );
    });
  }

  /** Runs a script in a Node; the answer is the JSON of its last line. */
  async node(script, { node = process.execPath, flags = [] } = {}) {
    return last(await this.run(node, [...flags, script]));
  }

  /** Runs a tool's script of a package. */
  tool(script, ...words) {
    return this.run(process.execPath, [join(matrix, "node_modules", script), ...words]);
  }
}

/** The last line of JSON that was printed. */
export const last = (text) =>
  JSON.parse(text.split("\n").findLast((line) => line.startsWith("{")) ?? "null");

/** The program of a package. */
export const program = (name) => join(matrix, "node_modules/.bin", name);
