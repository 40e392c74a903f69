// The form with its engine as a module of its own: Workers forbid compiling bytes.
import engine from "./form.wasm";
import { provide } from "./runtime.js";

provide(() => engine);

export * from "./form.js";
