// The engines of the package and the entries around each: what is built, and what is shipped beside it.

/** `zones`: whether it asks the host about time zones. Names are those of the wasm, its glue, and the hand-kept declarations of the entries. */
export const engines = [
  {
    name: "contact",
    types: "index",
    zones: true,
    // `index` and `slim` share what lies in `core`, so that an app with both has one engine.
    core: "core",
    entries: [
      { source: "index", file: "index", forms: ["esm", "cjs"], holdsBytes: true },
      { source: "workerd", file: "workerd", forms: ["esm"] },
      { source: "slim", file: "slim", forms: ["esm", "cjs"] },
    ],
  },
  {
    name: "form",
    types: "form",
    zones: true,
    entries: [
      { source: "form-index", file: "form", forms: ["esm", "cjs"], holdsBytes: true },
      { source: "form-workerd", file: "form-workerd", forms: ["esm"] },
    ],
  },
  {
    name: "phone",
    types: "phone",
    entries: [
      { source: "phone-index", file: "phone", forms: ["esm", "cjs"], holdsBytes: true },
      { source: "phone-workerd", file: "phone-workerd", forms: ["esm"] },
    ],
  },
  {
    name: "phone-format",
    types: "phone-format",
    entries: [
      { source: "format-index", file: "phone-format", forms: ["esm", "cjs"], holdsBytes: true },
      { source: "format-workerd", file: "phone-format-workerd", forms: ["esm"] },
    ],
  },
];

/** For bundlers that read no `exports`: the directory of each subpath, and what lies there. */
export const directories = {
  slim: { file: "slim", types: "index" },
  form: { file: "form", types: "form" },
  phone: { file: "phone", types: "phone" },
  "phone/format": { file: "phone-format", types: "phone-format" },
};

/** What is measured under each name, every file by itself. */
export const measured = {
  "quo-contacts": ["index.js", "core.js"],
  "  require": ["index.cjs", "core.cjs"],
  "  workerd": ["workerd.js", "core.js", "contact.wasm"],
  "quo-contacts/slim": ["slim.js", "core.js"],
  "quo-contacts/contact.wasm": ["contact.wasm"],
  "quo-contacts/form": ["form.js"],
  " require": ["form.cjs"],
  " workerd": ["form-workerd.js", "form.wasm"],
  "quo-contacts/phone": ["phone.js"],
  "  require ": ["phone.cjs"],
  "  workerd ": ["phone-workerd.js", "phone.wasm"],
  "quo-contacts/phone/format": ["phone-format.js"],
};
