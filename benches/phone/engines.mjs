// One function for each library: a text to `{ e164, country, type }`, or undefined. Each is imported when
// it is asked for, so that a fresh process pays for one only.
export const names = [
  "quo-contacts/phone",
  "quo-contacts",
  "libphonenumber-js/max",
  "google-libphonenumber",
  "awesome-phonenumber",
];

/** What a bundler starts from, to weigh what a page would load. */
export const sources = {
  "quo-contacts/phone": `export { normalizePhone } from "../../pkg/phone.js";`,
  "quo-contacts": `export { normalizePhone } from "../../pkg/index.js";`,
  "libphonenumber-js/max": `export { parsePhoneNumberFromString } from "libphonenumber-js/max";`,
  "google-libphonenumber": `import google from "google-libphonenumber"; export const { PhoneNumberUtil } = google;`,
  "awesome-phonenumber": `export { parsePhoneNumber } from "awesome-phonenumber";`,
};

/** `home` is the country of numbers without a calling code. */
export const load = async (name, home = "US") => {
  switch (name) {
    case "quo-contacts/phone": {
      const { normalizePhone } = await import("../../pkg/phone.js");
      const options = { country: home };
      return (text) => normalizePhone(text, options).value;
    }
    case "quo-contacts": {
      const { normalizePhone } = await import("../../pkg/index.js");
      const options = { country: home };
      return (text) => normalizePhone(text, options).value;
    }
    case "libphonenumber-js/max": {
      const { parsePhoneNumberFromString } = await import("libphonenumber-js/max");
      return (text) => {
        const number = parsePhoneNumberFromString(text, home);
        if (!number?.isValid()) return undefined;
        return { e164: number.number, country: number.country, type: number.getType() };
      };
    }
    case "google-libphonenumber": {
      const { default: google } = await import("google-libphonenumber");
      const util = google.PhoneNumberUtil.getInstance();
      const { E164 } = google.PhoneNumberFormat;
      return (text) => {
        try {
          const number = util.parse(text, home);
          if (!util.isValidNumber(number)) return undefined;
          return {
            e164: util.format(number, E164),
            country: util.getRegionCodeForNumber(number),
            type: util.getNumberType(number),
          };
        } catch {
          return undefined;
        }
      };
    }
    case "awesome-phonenumber": {
      const { parsePhoneNumber } = await import("awesome-phonenumber");
      return (text) => {
        const number = parsePhoneNumber(text, { regionCode: home });
        if (!number.valid) return undefined;
        return { e164: number.number.e164, country: number.regionCode, type: number.type };
      };
    }
    default:
      throw new Error(`no library ${name}`);
  }
};
