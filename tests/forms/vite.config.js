// The pages of all libraries that run in the browser alone, in one build.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const require = createRequire(import.meta.url);

/** Angular's packages are published half compiled; its linker does the rest, as the Angular CLI has it do. */
function angularLinker() {
  return {
    name: "angular-linker",
    async load(id) {
      if (!/@angular\/.*\.mjs$/.test(id)) return null;
      const code = await readFile(id, "utf8");
      if (!code.includes("ɵɵngDeclare")) return code;
      const { default: linker } = await import("@angular/compiler-cli/linker/babel");
      const compiler = createRequire(require.resolve("@angular/compiler-cli/package.json"));
      const linked = await compiler("@babel/core").transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        compact: false,
        plugins: [linker],
      });
      return linked.code;
    },
  };
}

export default defineConfig({
  root: "apps",
  plugins: [vue(), angularLinker()],
  define: { ngDevMode: "false", ngJitMode: "false" },
  build: {
    outDir: "../dist/pages",
    emptyOutDir: true,
    target: "es2022",
  },
  logLevel: "error",
});
