// The mapper as form libraries know it.
import type { ContactSchema, MapperOptions } from "#types";
import { createMapper } from "./mapper.js";

export const contactSchema = (options?: MapperOptions): ContactSchema => {
  const mapper = createMapper(options);
  return {
    "~standard": { version: 1, vendor: "quo-contacts", validate: (value) => mapper.map(value) },
  };
};
