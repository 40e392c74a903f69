/** Hands `POST /contacts` on to whoever answers it, such as the edge worker, so that the page asks its own host only. */
import { request } from "node:http";

/**
 * @param {() => URL} target
 * @returns {(asked: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void}
 */
export function forwardTo(target) {
  return (asked, response) => {
    const { host: _, connection: __, ...headers } = asked.headers;
    const url = new URL("/contacts", target());
    const onward = request(url, { method: asked.method ?? "POST", headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once("error", () => {
      if (!response.headersSent) response.writeHead(503, { "retry-after": "5" });
      response.end();
    });
    // A visitor who breaks off must not leave half a request open.
    response.once("close", () => onward.destroy());
    asked.pipe(onward);
  };
}
