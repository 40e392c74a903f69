// One build for all pages: the address says which library's app starts.
const apps: Record<string, () => Promise<unknown>> = {
  "/angular": () => import("../dist/angular/apps/angular/angular.js"),
  "/conform": () => import("./conform"),
  "/mantine": () => import("./mantine"),
  "/native": () => import("./native"),
  "/react-hook-form": () => import("./react-hook-form"),
  "/tanstack-form": () => import("./tanstack-form"),
  "/vee-validate": () => import("./vee-validate"),
};

await apps[location.pathname]?.();
document.documentElement.dataset.ready = "";

export {};
