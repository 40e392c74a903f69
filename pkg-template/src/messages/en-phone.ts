// English, as far as phone numbers need it: their entries hold no more.

/** In the order of the numbers that the engine has for the codes: `remark` of `src/phone_ffi.rs`. */
export const phone = {
  required: "Fill in this field.",
  not_a_phone_number: "Enter a phone number.",
  country_required: "Enter the phone number with its country code, such as +1 415 555 2671.",
  unknown_calling_code: "This country code does not exist. Check the first digits.",
  phone_too_short: "This phone number has too few digits. Check the digits and the country code.",
  phone_too_long: "This phone number has too many digits. Check the digits and the country code.",
  phone_invalid_length:
    "This phone number has the wrong number of digits. Check the digits and the country code.",
  local_only: "Part of this phone number is missing. Enter all digits, with the area code.",
  phone_not_in_use: "This phone number is not in use. Check the digits and the country code.",
  scientific_notation: "A spreadsheet has shortened this phone number. Enter all digits.",
  several_numbers: "Enter one phone number only.",
  extension_left_out: "The extension was removed.",
  letters_converted: "The letters were read as keypad digits.",
  word_left_out: "The text next to the phone number was removed.",
};
