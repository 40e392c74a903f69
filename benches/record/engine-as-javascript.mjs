// The same engine without WebAssembly.
import { createMapper } from "../../pkg/script.js";
import { definitions } from "./records.mjs";

export const { map } = createMapper({ definitions, country: "US" });
