//! Phone numbers as people type them, to E.164. This room knows nothing of contacts.
//!
//! Two layers. [`strict`] reads and judges a number exactly as Google's libphonenumber does. [`parse`]
//! stands on it, and gives the verdict for a person: it reads on where words stand beside the number, says
//! what it did, and suggests what may have been meant. No number is ever changed in silence.
//!
//! The way of a text: read in one pass where it is plain (`plain`); else decoded (`text`, `fold`), the part that can be a number (`uri`), its extension
//! (`extension`), what stands before the national number (`strip`), what the number is (`validate`);
//! above that `verdict`, `suggestion`, `wording` and `message`. The numbering plans are data: `metadata` reads
//! them, by calling code and when first asked for, through `coder` and `automaton`.
//! `docs/phone-metadata.md` says how they are made.

mod automaton;
mod coder;
mod digits;
mod extension;
mod fold;
#[cfg(feature = "phone-format")]
mod format;
#[cfg(feature = "phone-format")]
mod format_model;
#[cfg(feature = "phone-format")]
mod formats_header;
mod message;
mod metadata;
mod metadata_header;
mod model;
mod once;
mod plain;
#[cfg(feature = "phone-format")]
mod state;
pub mod strict;
mod strip;
mod suggestion;
mod text;
#[cfg(feature = "phone-format")]
mod typing;
mod uri;
mod validate;
mod verdict;
mod wording;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
#[cfg(feature = "phone-format")]
pub use format::{Style, format};
#[cfg(feature = "phone-format")]
pub use state::{State, phone_state};
pub use suggestion::suggest;
#[cfg(feature = "phone-format")]
pub use typing::AsYouType;
pub use verdict::parse;
pub(crate) use verdict::{Found, Refusal, find, quick};
#[cfg(feature = "form")]
pub(crate) use {strict::LONGEST_TEXT, text::decode};

/// How much must be known about a number before it is let through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It can be written as E.164: a known calling code and at most 15 digits.
    Shape,
    /// Its length is one that the region uses.
    Possible,
    /// It lies in a range that the region has assigned.
    #[default]
    Valid,
}

/// A region of the numbering plan: an ISO 3166-1 alpha-2 code in upper case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region([u8; 2]);

impl Region {
    /// Reads an ISO 3166-1 alpha-2 code in either case; `None` for a region that the metadata does not hold.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let &[first, second] = code.as_bytes() else {
            return None;
        };
        let region = Self([first.to_ascii_uppercase(), second.to_ascii_uppercase()]);
        metadata::knows(region).then_some(region)
    }

    /// The region of a [`number`](Self::number); `None` for a region that the metadata does not hold.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        let letter = |place: u16| u8::try_from(place).ok().filter(|place| *place < 26);
        let region = Self([b'A' + letter(number / 26)?, b'A' + letter(number % 26)?]);
        metadata::knows(region).then_some(region)
    }

    /// The code as a number: below 676, in the order of the alphabet.
    #[must_use]
    pub fn number(self) -> u16 {
        let [first, second] = self.0.map(|letter| u16::from(letter.wrapping_sub(b'A')));
        if second < 26 { first * 26 + second } else { u16::MAX }
    }

    /// The code in upper case.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What a number is used for, as libphonenumber tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A fixed line.
    FixedLine,
    /// A mobile.
    Mobile,
    /// Fixed line and mobile can't be told apart here.
    FixedLineOrMobile,
    /// Free for the caller.
    TollFree,
    /// Charged at a premium.
    PremiumRate,
    /// The cost is shared by both sides.
    SharedCost,
    /// Voice over IP.
    Voip,
    /// A personal number, routed to wherever the person is.
    PersonalNumber,
    /// A pager.
    Pager,
    /// A company's universal access number.
    Uan,
    /// Access to a voicemail.
    Voicemail,
    /// No range of the region holds it.
    Unknown,
}

/// A number that was let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// `+`, calling code, national number.
    pub e164: String,
    /// The region, where the number tells it; none for non-geographic codes such as +800.
    pub region: Option<Region>,
    /// What the number is used for.
    pub kind: Kind,
    /// The extension, which E.164 has no place for.
    pub extension: Option<String>,
}

/// What was done to the text beyond dropping punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The extension is not part of the E.164.
    ExtensionLeftOut,
    /// Letters were read as the digits of a phone's keypad.
    LettersConverted,
    /// A word beside the number was left out; it may serve as the label.
    WordLeftOut(String),
}

/// A number, and what was done to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number.
    pub phone: Phone,
    /// What was done to the text.
    pub notes: Vec<Note>,
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing in it reads as a phone number.
    NotANumber,
    /// A national number, and no country was given.
    CountryRequired,
    /// No region uses this calling code.
    UnknownCallingCode,
    /// Fewer digits than any number of the region.
    TooShort,
    /// More digits than any number of the region.
    TooLong,
    /// Between the shortest and the longest, but no number of the region has this length.
    InvalidLength,
    /// Only dialable within its own area: the area code is missing.
    LocalOnly,
    /// The length fits, but no range of the region holds it.
    NotInUse,
    /// A spreadsheet's `4.155552671E+09`.
    ScientificNotation,
    /// More than one number in one text.
    SeveralNumbers,
}

/// Why a text was refused, and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Why.
    pub reason: Reason,
    /// E.164 numbers that may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}
