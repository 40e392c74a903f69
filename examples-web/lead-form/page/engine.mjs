/** The one place that says where the package is: a static host, too, serves its files under this address. */
export * from "/quo-contacts/index.js";

/** Half of what the engine weighs, and needed by whom types a phone number: loaded for them only. */
export const loadPhoneFormat = () => import("/quo-contacts/phone-format.js");
