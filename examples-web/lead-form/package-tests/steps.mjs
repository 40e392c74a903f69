/** What tests of the form do and look at again and again. */

/** What was posted, as long as the page lives. @param {any} page */
export function posts(page) {
  /** @type {any[]} */
  const seen = [];
  page.on("request", (/** @type {any} */ request) => {
    if (request.method() === "POST") seen.push(request);
  });
  return seen;
}

/** @param {any} page @returns {Promise<string[]>} */
export const summary = (page) => page.locator("#summary li").allTextContents();

/** @param {any} page */
export const thanked = (page) => page.locator("#done").waitFor();

/** What can't be left open. @param {any} page @param {string} [firstName] */
export async function fillNeeded(page, firstName = "Ada") {
  await page.locator("#firstName").fill(firstName);
  await page.locator("#email").fill("ada@example.org");
}

/** Until the messages that wait for a click to pass have come. @param {any} page */
export const settled = (page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
