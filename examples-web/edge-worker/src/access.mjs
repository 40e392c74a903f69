/** Who may post: the pages of the list, and what their browsers are told (CORS). */
import { empty } from "./answers.mjs";
import { Refusal } from "./refusal.mjs";

/** @typedef {import("../types.d.ts").Config} Config */

/** Browsers send the origin with every POST; whoever sends none is no page of ours. @param {Request} request @param {Config} config */
export function admit(request, { origins }) {
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) {
    throw new Refusal(403, "origin_not_allowed", "this page may not post here");
  }
}

/** What lets a page read the answer. @param {Request} request @param {Config} config */
export function crossOrigin(request, { origins }) {
  const origin = request.headers.get("origin");
  const allowed = origin !== null && origins.includes(origin);
  return {
    vary: "origin",
    ...(allowed && {
      "access-control-allow-origin": origin,
      "access-control-expose-headers": "retry-after, x-request-id",
    }),
  };
}

/** What a page may send. @param {Request} request @param {Config} config */
export function preflight(request, config) {
  admit(request, config);
  return empty(204, {
    allow: "POST, OPTIONS",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type, idempotency-key",
    "access-control-max-age": "86400",
  });
}
