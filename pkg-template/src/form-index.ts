// The form with its engine inside, as text.
import { bytes } from "#bytes";
import { provide } from "./runtime.js";

provide(() => new WebAssembly.Module(bytes()));

export * from "./form.js";
