// The built package, without an installation between.
import { createMapper } from "../../pkg/index.js";
import { definitions } from "./records.mjs";

export const { map } = createMapper({ definitions, country: "US" });
