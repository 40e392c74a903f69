/**
 * Sends a form, once. All tries to send the same form have the same `Idempotency-Key`: when an answer was lost,
 * the second try finds the contact that the first one made.
 */

const PATIENCE = 20_000;

/**
 * @typedef {{ id?: string }
 *   | { issues: import("./schema.mjs").Issue[] }
 *   | { failure: "offline" | "busy" | "refused" }} Outcome
 */

export class Sending {
  #key = crypto.randomUUID();
  #running = false;

  get running() {
    return this.#running;
  }

  /**
   * @param {string} url @param {object} record @param {string} language of what the server says
   * @returns {Promise<Outcome | undefined>} nothing while another try is on its way
   */
  async send(url, record, language) {
    if (this.#running) return undefined;
    this.#running = true;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "accept-language": language,
          "idempotency-key": this.#key,
        },
        body: JSON.stringify(record),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await outcomeOf(response);
    } catch {
      return { failure: "offline" };
    } finally {
      this.#running = false;
    }
  }

  /** The next form is another one. */
  reset() {
    this.#key = crypto.randomUUID();
  }
}

/** @param {Response} response @returns {Promise<Outcome>} */
async function outcomeOf(response) {
  const { status } = response;
  // Whoever answers with something else has the form none the less.
  const answer = await response.json().catch(() => null);
  if (response.ok) return typeof answer?.id === "string" ? { id: answer.id } : {};
  if (status === 422) {
    const { issues } = answer ?? {};
    if (Array.isArray(issues) && issues.length > 0) return { issues };
  }
  return { failure: status >= 500 || status === 429 || status === 408 ? "busy" : "refused" };
}
