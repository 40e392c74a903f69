// What other compilers make.
declare module "*.vue" {
  import type { Component } from "vue";

  const component: Component;
  export default component;
}
declare module "*/angular.js";
