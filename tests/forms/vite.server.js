// The server of Hono, in a build of its own.
import { defineConfig } from "vite";

export default defineConfig({
  build: { ssr: "apps/hono.ts", outDir: "dist/hono", target: "node20" },
  logLevel: "error",
});
