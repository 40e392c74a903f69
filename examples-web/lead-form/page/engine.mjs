/** The one place that says where the package is: a static host, too, serves its files under this address. */
export * from "/quo-contacts/form.js";

/** Half of what the engine weighs, and needed by whom types a phone number: loaded for them only. */
export const loadPhoneFormat = () => import("/quo-contacts/phone-format.js");

/** What issues say, in another language; English is in the engine's entry. */
export const loadMessages = async (/** @type {string} */ language) =>
  (await import(`/quo-contacts/messages/${language}.js`)).default.messages;
