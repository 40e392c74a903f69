// One build for all pages: the address says which library's app starts.
const apps: Record<string, () => Promise<unknown>> = {
  "/angular": () => import("../dist/angular/apps/angular/angular.js"),
  "/conform": () => import("./conform.js"),
  "/mantine": () => import("./mantine.js"),
  "/native": () => import("./native.js"),
  "/react-hook-form": () => import("./react-hook-form.js"),
  "/tanstack-form": () => import("./tanstack-form.js"),
  "/vee-validate": () => import("./vee-validate.js"),
};

await apps[location.pathname]?.();

export {};
