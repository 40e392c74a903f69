// English: what every entry says unless another language was asked for.
import type { Language } from "#types";
import { phone } from "./en-phone.js";

const messages = {
  ...phone,
  wrong_type: "This kind of value does not fit here.",
  "wrong_type.text": "Enter some text.",
  "wrong_type.number": "Enter a number.",
  "wrong_type.boolean": "Answer yes or no.",
  "wrong_type.date": "Enter a date.",
  "wrong_type.array of texts": "Choose one or more values.",
  unreadable: "This can’t be read. Enter it again.",
  "unreadable.depth": "There are too many levels here.",
  "unreadable.size": "This is too much data at once.",
  unknown_field: "There is no field with this name. Custom fields are created in the Quo app.",
  ambiguous_name: "Several fields have this name. Use one of their keys: {keys}.",
  duplicate_field: "This field was filled in twice. Keep one of the values.",
  unsupported_type: "Fields of type “{type}” are not supported yet.",
  control_character: "Remove line breaks and invisible characters from this text.",
  malformed_text: "This text contains a broken character. Enter it again.",
  too_long: "Use at most {max} characters.",
  not_in_table: "This value is not in the list of known values.",
  unknown_country: "Enter a country’s two-letter code, such as US.",
  too_many_items: "Enter at most {max} items.",
  invalid_number: "Enter a number, such as 1500.",
  ambiguous_number: "This number can be read in two ways. Leave out the thousands separator.",
  inexact_number: "This number has too many digits. Enter a number with fewer digits.",
  not_finite: "Enter an ordinary number.",
  invalid_boolean: "Answer yes or no.",
  invalid_date: "Enter a date, such as 2025-04-30.",
  ambiguous_date:
    "It is unclear which number is the month. Enter year, month and day, such as 2025-04-30.",
  undeclared_date_format: "Enter year, month and day, such as 2025-04-30.",
  impossible_date: "This date or time does not exist. Check it.",
  year_out_of_range: "Enter a year from 1 to 9999.",
  unknown_option: "Choose one of the options.",
  undeclared_separator: "Enter each value separately.",
  invalid_url: "Enter a web address, such as https://example.com.",
  forbidden_scheme: "Enter a web address that begins with https:// or http://.",
  invalid_email: "Enter an e-mail address, such as name@example.com.",
  not_e164: "Enter the phone number as + and digits only, such as +14155552671.",
  reserved_source: "Choose another source. Quo keeps this word for itself.",
  reserved_source_prefix: "Choose another source, one that does not begin with “{prefix}”.",
  invalid_user_id: "Enter the ID of a Quo user. It begins with US.",
  invisible_without_phone: "Without a phone number, this contact does not appear in the Quo app.",
  first_name_replaced: "The first name was empty.",
  number_to_text: "The number was turned into text.",
  boolean_to_text: "The yes-or-no answer was turned into text.",
  percent_left_out: "The percent sign was removed.",
  currency_left_out: "The currency was removed.",
  read_as_negative: "The parentheses were read as a minus sign.",
  precision_cut: "The time was cut to milliseconds.",
  utc_assumed: "The time was taken as UTC, since it names no time zone.",
  scheme_added: "https:// was added in front.",
  percent_encoded: "Special characters in the web address were encoded.",
  email_unwrapped: "Only the e-mail address was kept.",
  duplicate_merged: "The same value was given twice and is kept once.",
};

/** What a language has a text for. */
export type Texts = Record<keyof typeof messages, string>;

export const en: Language = { locale: "en", messages };
export default en;
