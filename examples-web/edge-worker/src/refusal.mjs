/** Why a request is not carried out. What is thrown here is answered; anything else is a 500. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message for people; never a value of the request
   * @param {Record<string, string>} [headers]
   */
  constructor(status, code, message, headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Not now. @param {string} code @param {number} seconds */
export const later = (code, seconds) =>
  new Refusal(503, code, "the submission was not taken: please send it again later", {
    "retry-after": String(seconds),
  });
