declare module "*.wasm" {
  const engine: WebAssembly.Module;
  export default engine;
}
declare module "#bytes" {
  /** The WebAssembly, as the build wrote it into the entry. */
  export const bytes: () => Uint8Array<ArrayBuffer>;
}
