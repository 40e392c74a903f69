// React's server components and server actions, built for a server, for its rendering, and for the page.
import rsc from "@vitejs/plugin-rsc";
import { defineConfig } from "vite";

const entry = (name, outDir) => ({
  build: { outDir: `../dist/action/${outDir}`, rollupOptions: { input: { index: `./${name}` } } },
});

export default defineConfig({
  base: "/action/",
  plugins: [rsc()],
  build: { emptyOutDir: true },
  environments: {
    rsc: entry("server.jsx", "rsc"),
    ssr: entry("render.jsx", "ssr"),
    client: entry("page.jsx", "client"),
  },
  logLevel: "error",
});
