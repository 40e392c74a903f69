//! The codes: what can be wrong with a value, and what can have been done to it.

use super::shape::{Expected, Found, Unreadable};
use crate::phone::{Note, Reason};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// What is wrong, or what was done; a variant carries the requirement, never the value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    // The shape of the record.
    /// A field that a contact needs is missing or blank.
    Required,
    /// Another type than the field takes.
    WrongType {
        /// What the field takes.
        expected: Expected,
        /// What was there.
        found: Found,
    },
    /// The host could not hand this part over.
    Unreadable {
        /// `getter` (it threw), `depth` (nested too deep) or `size` (too many values).
        why: Unreadable,
    },
    /// No field and no definition has this name.
    UnknownField,
    /// Several definitions share this name.
    AmbiguousName {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Something else already fed this field.
    DuplicateField,
    /// The definition's type is newer than this library.
    UnsupportedType {
        /// The type's name.
        name: String,
    },

    // Text.
    /// A control character.
    ControlCharacter,
    /// Text that is not well-formed Unicode.
    MalformedText,
    /// More characters than the API takes.
    TooLong {
        /// The most that it takes.
        max: usize,
    },

    // What a mapping asks for.
    /// The table of the mapping has no such word.
    NotInTable,
    /// Not the ISO 3166-1 code of a country.
    UnknownCountry,
    /// More items than a mapping or a separator makes of a value.
    TooManyItems {
        /// The most that it does.
        max: usize,
    },

    // Numbers.
    /// Not a number.
    InvalidNumber,
    /// `1,234`: thousands in one locale, decimals in another.
    AmbiguousNumber,
    /// More digits than a JSON number keeps.
    InexactNumber,
    /// NaN or an infinity.
    NotFinite,

    // Booleans.
    /// Neither a word for true nor one for false.
    InvalidBoolean,

    // Dates.
    /// Not a date.
    InvalidDate,
    /// `03/04/2025`: March or April.
    AmbiguousDate,
    /// A date in a form that was not declared.
    UndeclaredDateFormat,
    /// A day, an hour or a minute that does not exist.
    ImpossibleDate,
    /// A year outside 1–9999.
    YearOutOfRange,

    // Options.
    /// Not among the options that the caller listed.
    UnknownOption,
    /// A list in one text, and no separator was declared.
    UndeclaredSeparator,

    // Addresses of the network.
    /// Not an absolute http(s) URL.
    InvalidUrl,
    /// A scheme that a link in a contact must not have.
    ForbiddenScheme,
    /// Not an e-mail address.
    InvalidEmail,

    // Phones.
    /// Nothing in it reads as a phone number.
    NotAPhoneNumber,
    /// A national number, and no country was given.
    CountryRequired,
    /// No country uses this calling code.
    UnknownCallingCode,
    /// Fewer digits than any number of the country.
    PhoneTooShort,
    /// More digits than any number of the country.
    PhoneTooLong,
    /// No number of the country has this many digits.
    PhoneInvalidLength,
    /// The area code is missing.
    LocalOnly,
    /// The country has not assigned this range.
    PhoneNotInUse,
    /// A spreadsheet turned the number into `4.155552671E+09`.
    ScientificNotation,
    /// More than one number in one text.
    SeveralNumbers,
    /// Strict mode takes E.164 only.
    NotE164,

    // Metadata.
    /// A `source` that belongs to Quo.
    ReservedSource,
    /// A `source` that begins like one of Quo's.
    ReservedSourcePrefix {
        /// The beginning.
        prefix: &'static str,
    },
    /// Not the id of a Quo user.
    InvalidUserId,

    // Warnings only: what was done, and what will happen.
    /// A contact without a phone number never shows in the Quo app.
    InvisibleWithoutPhone,
    /// A blank first name was replaced by the fallback, or by null.
    FirstNameReplaced,
    /// A number was written as text.
    NumberToText,
    /// A boolean was written as text.
    BooleanToText,
    /// A percent sign was left out.
    PercentLeftOut,
    /// A currency was left out.
    CurrencyLeftOut,
    /// Parentheses were read as a minus sign.
    ReadAsNegative,
    /// Fractions of a second beyond milliseconds were cut.
    PrecisionCut,
    /// A time without an offset was taken as UTC.
    UtcAssumed,
    /// `https://` was put in front.
    SchemeAdded,
    /// Characters that a URL can't hold were percent-encoded.
    PercentEncoded,
    /// A name or `mailto:` around the e-mail address was left out.
    EmailUnwrapped,
    /// The same value stood here twice.
    DuplicateMerged,
    /// E.164 has no place for the extension.
    ExtensionLeftOut,
    /// Letters were read as the digits of a phone's keypad.
    LettersConverted,
    /// A word beside the number was left out.
    WordLeftOut,
}

impl Code {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::WrongType { .. } => "wrong_type",
            Self::Unreadable { .. } => "unreadable",
            Self::UnknownField => "unknown_field",
            Self::AmbiguousName { .. } => "ambiguous_name",
            Self::DuplicateField => "duplicate_field",
            Self::UnsupportedType { .. } => "unsupported_type",
            Self::ControlCharacter => "control_character",
            Self::MalformedText => "malformed_text",
            Self::TooLong { .. } => "too_long",
            Self::NotInTable => "not_in_table",
            Self::UnknownCountry => "unknown_country",
            Self::TooManyItems { .. } => "too_many_items",
            Self::InvalidNumber => "invalid_number",
            Self::AmbiguousNumber => "ambiguous_number",
            Self::InexactNumber => "inexact_number",
            Self::NotFinite => "not_finite",
            Self::InvalidBoolean => "invalid_boolean",
            Self::InvalidDate => "invalid_date",
            Self::AmbiguousDate => "ambiguous_date",
            Self::UndeclaredDateFormat => "undeclared_date_format",
            Self::ImpossibleDate => "impossible_date",
            Self::YearOutOfRange => "year_out_of_range",
            Self::UnknownOption => "unknown_option",
            Self::UndeclaredSeparator => "undeclared_separator",
            Self::InvalidUrl => "invalid_url",
            Self::ForbiddenScheme => "forbidden_scheme",
            Self::InvalidEmail => "invalid_email",
            Self::NotAPhoneNumber => Reason::NotANumber.code(),
            Self::CountryRequired => Reason::CountryRequired.code(),
            Self::UnknownCallingCode => Reason::UnknownCallingCode.code(),
            Self::PhoneTooShort => Reason::TooShort.code(),
            Self::PhoneTooLong => Reason::TooLong.code(),
            Self::PhoneInvalidLength => Reason::InvalidLength.code(),
            Self::LocalOnly => Reason::LocalOnly.code(),
            Self::PhoneNotInUse => Reason::NotInUse.code(),
            Self::ScientificNotation => Reason::ScientificNotation.code(),
            Self::SeveralNumbers => Reason::SeveralNumbers.code(),
            Self::NotE164 => "not_e164",
            Self::ReservedSource => "reserved_source",
            Self::ReservedSourcePrefix { .. } => "reserved_source_prefix",
            Self::InvalidUserId => "invalid_user_id",
            Self::InvisibleWithoutPhone => "invisible_without_phone",
            Self::FirstNameReplaced => "first_name_replaced",
            Self::NumberToText => "number_to_text",
            Self::BooleanToText => "boolean_to_text",
            Self::PercentLeftOut => "percent_left_out",
            Self::CurrencyLeftOut => "currency_left_out",
            Self::ReadAsNegative => "read_as_negative",
            Self::PrecisionCut => "precision_cut",
            Self::UtcAssumed => "utc_assumed",
            Self::SchemeAdded => "scheme_added",
            Self::PercentEncoded => "percent_encoded",
            Self::EmailUnwrapped => "email_unwrapped",
            Self::DuplicateMerged => "duplicate_merged",
            Self::ExtensionLeftOut => Note::ExtensionLeftOut.code(),
            Self::LettersConverted => Note::LettersConverted.code(),
            Self::WordLeftOut => "word_left_out",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Required => "expected a value, found nothing",
            Self::WrongType { expected, found } => {
                return write!(f, "expected {}, found {}", expected.word(), found.word());
            }
            Self::Unreadable { why: Unreadable::Getter } => "expected data, found a property that throws when read",
            Self::Unreadable { why: Unreadable::Depth } => "expected a record, found values nested too deep",
            Self::Unreadable { why: Unreadable::Size } => "expected a record, found too many values",
            Self::UnknownField => "expected the name of a field or the key or name of a custom field; custom fields are made in the Quo app",
            Self::AmbiguousName { .. } => "expected the key of one custom field, found a name that several share",
            Self::DuplicateField => "expected one value for this field, found a second",
            Self::UnsupportedType { name } => {
                return write!(f, "expected a type of custom field that this version knows, found `{name}`");
            }
            Self::ControlCharacter => "expected text, found a control character",
            Self::MalformedText => "expected well-formed text, found half of a surrogate pair",
            Self::TooLong { max } => return write!(f, "expected at most {max} characters, found more"),
            Self::NotInTable => "expected one of the words in the mapping's table",
            Self::UnknownCountry => "expected a country's ISO 3166-1 code such as US",
            Self::TooManyItems { max } => return write!(f, "expected at most {max} items, found more"),
            Self::InvalidNumber => "expected a number such as 1234.5",
            Self::AmbiguousNumber => "expected a number that reads one way only, found one whose separator may be decimal or grouping",
            Self::InexactNumber => "expected a number that JSON keeps exactly, found one with too many digits",
            Self::NotFinite => "expected a finite number",
            Self::InvalidBoolean => "expected yes or no",
            Self::InvalidDate => "expected a date such as 2025-04-03",
            Self::AmbiguousDate => "expected a date that reads one way only, found one whose day and month may be swapped",
            Self::UndeclaredDateFormat => "expected a date such as 2025-04-03, found a form that was not declared",
            Self::ImpossibleDate => "expected a date that exists",
            Self::YearOutOfRange => "expected a year from 1 to 9999",
            Self::UnknownOption => "expected one of the listed options",
            Self::UndeclaredSeparator => "expected an array or one option, found what may be several in one text; declare their `separator`",
            Self::InvalidUrl => "expected a web address such as https://example.com",
            Self::ForbiddenScheme => "expected a web address with http or https",
            Self::InvalidEmail => "expected an e-mail address such as name@example.com",
            Self::NotAPhoneNumber => Reason::NotANumber.message(),
            Self::CountryRequired => Reason::CountryRequired.message(),
            Self::UnknownCallingCode => Reason::UnknownCallingCode.message(),
            Self::PhoneTooShort => Reason::TooShort.message(),
            Self::PhoneTooLong => Reason::TooLong.message(),
            Self::PhoneInvalidLength => Reason::InvalidLength.message(),
            Self::LocalOnly => Reason::LocalOnly.message(),
            Self::PhoneNotInUse => Reason::NotInUse.message(),
            Self::ScientificNotation => Reason::ScientificNotation.message(),
            Self::SeveralNumbers => Reason::SeveralNumbers.message(),
            Self::NotE164 => "expected a phone number in E.164 such as +14155552671",
            Self::ReservedSource => "expected a `source` of your own, found a word that Quo keeps for itself",
            Self::ReservedSourcePrefix { prefix } => {
                return write!(f, "expected a `source` of your own, found one that begins with `{prefix}`");
            }
            Self::InvalidUserId => "expected the id of a Quo user, which begins with `US`",
            Self::InvisibleWithoutPhone => "a contact without a phone number does not show in the Quo app",
            Self::FirstNameReplaced => "the blank first name was replaced",
            Self::NumberToText => "the number was written as text",
            Self::BooleanToText => "the boolean was written as text",
            Self::PercentLeftOut => "the percent sign was left out",
            Self::CurrencyLeftOut => "the currency was left out",
            Self::ReadAsNegative => "the parentheses were read as a minus sign",
            Self::PrecisionCut => "the time was cut to milliseconds",
            Self::UtcAssumed => "the time has no offset and was taken as UTC",
            Self::SchemeAdded => "`https://` was put in front",
            Self::PercentEncoded => "characters that a web address can't hold were percent-encoded",
            Self::EmailUnwrapped => "only the address was kept",
            Self::DuplicateMerged => "the same value was there already",
            Self::ExtensionLeftOut => Note::ExtensionLeftOut.message(),
            Self::LettersConverted => Note::LettersConverted.message(),
            Self::WordLeftOut => "words beside the number were left out",
        })
    }
}
