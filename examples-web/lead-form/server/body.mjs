/** Reads a request's body, and no more of it than a form can be: what the headers say of its size is not asked. */

/** @param {import("node:http").IncomingMessage} request @param {number} most in bytes @returns {Promise<string | undefined>} nothing for a longer one */
export async function readBody(request, most) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
