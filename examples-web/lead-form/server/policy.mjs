/** Which engine the page gets, and what the page is allowed by it. */

/**
 * `wasm` compiles WebAssembly, which `'wasm-unsafe-eval'` allows and `'unsafe-eval'` would, too; `js` is the same engine
 * as JavaScript, larger and slower, for whoever allows neither. `instead` names the files that stand in for others.
 * @type {Record<string, { script: string, instead: Record<string, string> }>}
 */
export const ENTRIES = {
  wasm: { script: "'self' 'wasm-unsafe-eval'", instead: {} },
  js: {
    script: "'self'",
    instead: { "form.js": "form-script.js", "phone-format.js": "phone-format-script.js" },
  },
};

/** Nothing from elsewhere, nothing inside the page, and no form that sends itself. @param {string} script */
export const headersFor = (script) => ({
  "content-security-policy": [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});
