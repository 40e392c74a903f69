/** Who may call. A key is any text that is not empty; the stand-in knows no workspaces to keep apart. */
import { gatewayUnauthorized } from "./errors.mjs";

/**
 * The key stands in `Authorization` by itself. After `Bearer` it is refused, as one without a key is,
 * and by the gateway, whose errors have a shape of their own.
 * @type {import("hono").MiddlewareHandler}
 */
export async function requireKey(c, next) {
  const key = c.req.header("authorization")?.trim();
  if (!key || /^bearer\b/i.test(key)) return gatewayUnauthorized(c);
  await next();
}
