import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [sveltekit()],
  // This directory's package.json names no dependencies, by which the plugin would find packages with components.
  ssr: { noExternal: ["sveltekit-superforms"] },
  logLevel: "error",
});
