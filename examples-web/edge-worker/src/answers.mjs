/** Every answer: JSON, kept by nobody, and nothing that a browser would run or frame. */

const SECURITY = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** @param {number} status @param {unknown} body @param {Record<string, string>} [headers] */
export const json = (status, body, headers) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...SECURITY, ...headers },
  });

/** @param {number} status @param {Record<string, string>} [headers] */
export const empty = (status, headers) =>
  new Response(null, { status, headers: { ...SECURITY, ...headers } });
