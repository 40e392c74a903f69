//! What reasons, notes and kinds are called, and what is said of them. Where they are found is not known
//! here.

use super::{Kind, Note, Reason, Rejection};
use core::fmt;

impl Reason {
    /// All of them; the order is that of the numbers by which they cross to JavaScript.
    pub const ALL: [Self; 10] = [
        Self::NotANumber,
        Self::CountryRequired,
        Self::UnknownCallingCode,
        Self::TooShort,
        Self::TooLong,
        Self::InvalidLength,
        Self::LocalOnly,
        Self::NotInUse,
        Self::ScientificNotation,
        Self::SeveralNumbers,
    ];

    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotANumber => "not_a_phone_number",
            Self::CountryRequired => "country_required",
            Self::UnknownCallingCode => "unknown_calling_code",
            Self::TooShort => "phone_too_short",
            Self::TooLong => "phone_too_long",
            Self::InvalidLength => "phone_invalid_length",
            Self::LocalOnly => "local_only",
            Self::NotInUse => "phone_not_in_use",
            Self::ScientificNotation => "scientific_notation",
            Self::SeveralNumbers => "several_numbers",
        }
    }

    /// One line of English: what was expected.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotANumber => "expected a phone number",
            Self::CountryRequired => {
                "expected a phone number with + and its country's calling code"
            }
            Self::UnknownCallingCode => "expected a calling code that some country uses",
            Self::TooShort => "expected a phone number, found too few digits",
            Self::TooLong => "expected a phone number, found too many digits",
            Self::InvalidLength => {
                "expected a phone number, found a number of digits that its country does not use"
            }
            Self::LocalOnly => "expected a phone number with its area code",
            Self::NotInUse => "expected a phone number that its country has assigned",
            Self::ScientificNotation => {
                "expected a phone number, found one that a spreadsheet turned into scientific notation"
            }
            Self::SeveralNumbers => "expected one phone number, found several",
        }
    }
}

impl Note {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ExtensionLeftOut => "extension_left_out",
            Self::LettersConverted => "letters_converted",
            Self::WordLeftOut(_) => "word_left_out",
        }
    }

    /// One line of English: what was done.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::ExtensionLeftOut => "the extension was left out: it has no place in the number",
            Self::LettersConverted => "letters were read as the digits of a phone's keypad",
            Self::WordLeftOut(_) => "words beside the number were left out",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

impl core::error::Error for Rejection {}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl Kind {
    /// All of them; the order is that of the numbers by which they cross to JavaScript.
    pub const ALL: [Self; 12] = [
        Self::FixedLine,
        Self::Mobile,
        Self::FixedLineOrMobile,
        Self::TollFree,
        Self::PremiumRate,
        Self::SharedCost,
        Self::Voip,
        Self::PersonalNumber,
        Self::Pager,
        Self::Uan,
        Self::Voicemail,
        Self::Unknown,
    ];

    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FixedLine => "fixed_line",
            Self::Mobile => "mobile",
            Self::FixedLineOrMobile => "fixed_line_or_mobile",
            Self::TollFree => "toll_free",
            Self::PremiumRate => "premium_rate",
            Self::SharedCost => "shared_cost",
            Self::Voip => "voip",
            Self::PersonalNumber => "personal_number",
            Self::Pager => "pager",
            Self::Uan => "uan",
            Self::Voicemail => "voicemail",
            Self::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_stands_at_its_number() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number, "{}", kind.name());
        }
    }
}
