/** Answers as plain data. How one reaches the client is the doors' work. */

/** @typedef {import("./types.d.ts").Answer} Answer */

/** @param {number} status @param {unknown} body @returns {Answer} */
export function json(status, body) {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  };
}

/** A page, as gateways and proxies send it. @param {number} status @param {string} title @returns {Answer} */
export function html(status, title) {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!DOCTYPE html><html><body><h1>${status} ${title}</h1></body></html>`,
  };
}

/** @param {number} status @returns {Answer} */
export function empty(status) {
  return { status, headers: {}, body: null };
}
