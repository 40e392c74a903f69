// The engines of the package and the entries around each: what is built, and what is shipped beside it.

const BOTH = ["esm", "cjs"];
const ESM = ["esm"];

/**
 * `name` is that of the wasm and its glue; `zones`, whether it asks the host about time zones; `facade`, the module
 * that has what its users import, and `runtime`, the one that is handed the engine. `brings`: see `engine.mjs`.
 */
export const engines = [
  {
    name: "contact",
    zones: true,
    facade: "index",
    // What the entries share, so that an app with two of them has one engine.
    runtime: "core",
    core: true,
    entries: [
      { file: "index", forms: BOTH, brings: "bytes" },
      { file: "workerd", forms: ESM, brings: "module" },
      { file: "edge", forms: ESM, brings: "edge" },
      { file: "url", forms: ESM, brings: "url" },
      { file: "slim", forms: BOTH, brings: "nothing" },
      { file: "script", forms: BOTH, brings: "script" },
    ],
  },
  {
    name: "form",
    zones: true,
    facade: "form",
    runtime: "runtime",
    entries: [
      { file: "form", forms: BOTH, brings: "bytes" },
      { file: "form-workerd", forms: ESM, brings: "module" },
      { file: "form-edge", forms: ESM, brings: "edge" },
      { file: "form-script", forms: BOTH, brings: "script" },
    ],
  },
  {
    name: "phone",
    facade: "phone-entry",
    runtime: "runtime",
    entries: [
      { file: "phone", forms: BOTH, brings: "bytes" },
      { file: "phone-workerd", forms: ESM, brings: "module" },
      { file: "phone-edge", forms: ESM, brings: "edge" },
      { file: "phone-script", forms: BOTH, brings: "script" },
    ],
  },
  {
    name: "phone-format",
    facade: "format-entry",
    runtime: "runtime",
    entries: [
      { file: "phone-format", forms: BOTH, brings: "bytes" },
      { file: "phone-format-workerd", forms: ESM, brings: "module" },
      { file: "phone-format-edge", forms: ESM, brings: "edge" },
      { file: "phone-format-script", forms: BOTH, brings: "script" },
    ],
  },
];

/** The languages of messages: a file each, and one that has them all. */
export const languages = {
  de: "German",
  en: "English",
  es: "Spanish",
  fr: "French",
  it: "Italian",
  ja: "Japanese",
  nl: "Dutch",
  pt: "Portuguese",
};

/** For bundlers that read no `exports`: the directory of each subpath, and what lies there. */
export const directories = {
  slim: { file: "slim", types: "index" },
  // Its address is that of a module.
  url: { file: "url", types: "index", main: "url.js" },
  js: { file: "script", types: "index" },
  form: { file: "form", types: "form" },
  "form/js": { file: "form-script", types: "form" },
  phone: { file: "phone", types: "phone" },
  "phone/js": { file: "phone-script", types: "phone" },
  "phone/format": { file: "phone-format", types: "phone-format" },
  "phone/format/js": { file: "phone-format-script", types: "phone-format" },
};

/** What is measured under each name, every file by itself. */
export const measured = {
  "quo-contacts": ["index.js", "core.js"],
  "  require": ["index.cjs", "core.cjs"],
  "  workerd": ["workerd.js", "core.js", "contact.wasm"],
  "quo-contacts/slim": ["slim.js", "core.js"],
  "quo-contacts/js": ["script.js"],
  "quo-contacts/contact.wasm": ["contact.wasm"],
  "quo-contacts/form": ["form.js"],
  " require": ["form.cjs"],
  " workerd": ["form-workerd.js", "form.wasm"],
  "quo-contacts/form/js": ["form-script.js"],
  "quo-contacts/phone": ["phone.js"],
  "  require ": ["phone.cjs"],
  "  workerd ": ["phone-workerd.js", "phone.wasm"],
  "quo-contacts/phone/format": ["phone-format.js"],
  ...Object.fromEntries(
    Object.keys(languages).map((name) => [
      `quo-contacts/messages/${name}`,
      [`messages/${name}.js`],
    ]),
  ),
};
