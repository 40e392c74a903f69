//! Numbers exactly as libphonenumber reads and judges them: the floor on which the verdicts for people
//! stand. It refuses more than people expect, suggests nothing, and says nothing of what it left out.
//!
//! The line followed is that of the Java and C++ ports, at the metadata of [`VERSION`]. Long numbers
//! are kept as digits, so that none is rounded.

use super::digits::Digits;
use super::extension::{self, LONGEST as LONGEST_EXTENSION};
use super::fold::{digit, is_latin, is_plus, is_punctuation};
use super::metadata::{self, Plan, Territory};
pub use super::metadata_header::VERSION;
use super::plain;
use super::strip;
use super::text::{decode, trim_start};
use super::uri;
use super::validate;
pub use super::validate::Possibility;
use super::{Kind, Region};
use alloc::string::String;
use core::fmt;

/// No longer text is read: <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>
/// (`MAX_INPUT_STRING_LENGTH`, `MIN_LENGTH_FOR_NSN`, `MAX_LENGTH_FOR_NSN`).
pub(crate) const LONGEST_TEXT: usize = 250;
const FEWEST_DIGITS: usize = 2;
const MOST_DIGITS: usize = 17;

/// The most digits of an E.164 number, the calling code included:
/// <https://www.itu.int/rec/T-REC-E.164-201011-I/en>, 6.2.1.
const MOST_E164_DIGITS: usize = 15;

/// Why a text could not be read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It does not look like one.
    NotANumber,
    /// The calling code is none, or there is none and no country either.
    UnknownCallingCode,
    /// Nothing that could be a number follows the international prefix.
    TooShortAfterPrefix,
    /// Fewer than two digits.
    TooShort,
    /// More than 17 digits, or a text of more than 250 characters.
    TooLong,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "expected a phone number",
            Self::UnknownCallingCode => "expected a calling code that is in use, or a country",
            Self::TooShortAfterPrefix => "expected a number after the international prefix",
            Self::TooShort => "expected two digits or more",
            Self::TooLong => "expected at most 17 digits, in a text of at most 250 characters",
        })
    }
}

impl core::error::Error for Failure {}

/// A number, which need not exist.
#[derive(Clone, Copy)]
pub struct Number {
    pub(super) plan: &'static Plan,
    national: Digits<MOST_DIGITS>,
    extension: Digits<LONGEST_EXTENSION>,
    has_letters: bool,
    territory: Option<&'static Territory>,
    kind: Kind,
}

impl Number {
    /// Reads a text; `country` is where a number without a calling code is at home.
    ///
    /// # Errors
    /// `abc` is [`Failure::NotANumber`]; `+999123456`, or `555` without a country, is
    /// [`Failure::UnknownCallingCode`]; `+1 4` is [`Failure::TooShortAfterPrefix`].
    pub fn read(text: &str, country: Option<Region>) -> Result<Self, Failure> {
        Self::read_chars(&decode(text), country)
    }

    pub(super) fn read_chars(text: &[char], country: Option<Region>) -> Result<Self, Failure> {
        if text.len() > LONGEST_TEXT {
            return Err(Failure::TooLong);
        }
        if let Some(plain) = plain::of_chars(text) {
            return Self::read_digits(plain.has_plus, &plain.digits, country);
        }
        let candidate = uri::candidate(text).ok_or(Failure::NotANumber)?;
        if !is_viable(&candidate) {
            return Err(Failure::NotANumber);
        }
        let has_plus = candidate.first().is_some_and(|&c| is_plus(c));
        let (text, extension) = split_extension(&candidate);
        let has_letters = strip::has_letters(text);
        let digits = strip::digits(text, has_letters);
        let mut number = Self::read_digits(has_plus, &digits, country)?;
        number.has_letters = has_letters;
        for value in extension.iter().filter_map(|&c| digit(c)) {
            number.extension.push(value);
        }
        Ok(number)
    }

    /// Reads what is left of a text without its marks and its extension.
    pub(super) fn read_digits(
        has_plus: bool,
        digits: &[u8],
        country: Option<Region>,
    ) -> Result<Self, Failure> {
        let home = country.and_then(metadata::territory);
        if home.is_none() && !has_plus {
            return Err(Failure::UnknownCallingCode);
        }
        let found = match strip::calling_code(has_plus, digits, home) {
            // A plus where none belongs, as in `+0049…`: try without.
            Err(Failure::UnknownCallingCode) if has_plus => {
                let found = strip::calling_code(false, digits, home)?;
                if found.0.is_some() { Ok(found) } else { Err(Failure::UnknownCallingCode) }
            }
            found => found,
        };
        let (plan, digits) = found?;
        let (plan, territory) = match (plan, home) {
            (Some(plan), _) => (plan, plan.territories.first().ok_or(Failure::UnknownCallingCode)?),
            (None, home) => home.ok_or(Failure::UnknownCallingCode)?,
        };
        let national = national_number(&digits, plan, territory)?;
        let (territory, kind) = match validate::territory(plan, &national) {
            Some((territory, kind)) => (Some(territory), kind),
            None => (None, Kind::Unknown),
        };
        let extension = Digits::new();
        Ok(Self { plan, national, extension, has_letters: false, territory, kind })
    }

    /// The number as E.164, without regard to whether it exists.
    #[must_use]
    pub fn e164(&self) -> String {
        let mut text = String::from("+");
        push_number(&mut text, self.plan.calling_code.into());
        text_of(&text, &self.national)
    }

    /// The digits of its E.164 as one number, which a double holds exactly where they fit E.164.
    #[must_use]
    pub fn e164_digits(&self) -> u64 {
        let start = self.plan.calling_code.into();
        self.national.iter().fold(start, |number, &digit| number * 10 + u64::from(digit))
    }

    /// The characters of its E.164, as far as 16 reach, and how many they are.
    #[must_use]
    pub fn e164_ascii(&self) -> ([u8; 16], u32) {
        let mut text = [b'+'; 16];
        let mut length = 1;
        let mut push = |digit: u8| {
            if let Some(slot) = text.get_mut(length as usize) {
                *slot = b'0' | digit;
                length += 1;
            }
        };
        let code = self.plan.calling_code;
        for power in [100, 10, 1] {
            if code >= power {
                push((code / power % 10) as u8);
            }
        }
        self.national.iter().for_each(|&digit| push(digit));
        (text, length)
    }

    /// The calling code, without a plus.
    #[must_use]
    pub fn calling_code(&self) -> u16 {
        self.plan.calling_code
    }

    /// The digits after the calling code, leading zeros included.
    #[must_use]
    pub fn national(&self) -> String {
        text_of("", &self.national)
    }

    /// The digits of the extension; empty when there is none.
    #[must_use]
    pub fn extension(&self) -> String {
        text_of("", &self.extension)
    }

    /// [`extension`](Self::extension) by value.
    pub(crate) fn extension_digits(&self) -> &[u8] {
        &self.extension
    }

    /// Whether letters were read as the digits of a keypad.
    #[must_use]
    pub fn has_letters(&self) -> bool {
        self.has_letters
    }

    /// Whether E.164 has room for it; some numbers that are in use are longer.
    #[must_use]
    pub fn fits_e164(&self) -> bool {
        let calling_code = match self.plan.calling_code {
            0..10 => 1,
            10..100 => 2,
            _ => 3,
        };
        calling_code + self.national.len() <= MOST_E164_DIGITS
    }

    /// The region; none for codes that belong to no region, and where several regions share a code and
    /// none of them knows the number.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.territory?.region
    }

    /// Whether its calling code belongs to regions; +800 and its like belong to none.
    #[must_use]
    pub fn is_geographic(&self) -> bool {
        self.plan.territories.iter().any(|territory| territory.region.is_some())
    }

    /// What the number is used for; [`Kind::Unknown`] when it is not valid.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it lies in a range that is assigned.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.kind != Kind::Unknown
    }

    /// Whether it lies in a range that this region has assigned.
    #[must_use]
    pub fn is_valid_for_region(&self, region: Region) -> bool {
        metadata::territory(region).is_some_and(|(plan, territory)| {
            plan.calling_code == self.plan.calling_code
                && validate::kind(plan, territory, &self.national) != Kind::Unknown
        })
    }

    /// Whether its length is one that the main region of its calling code uses.
    #[must_use]
    pub fn possibility(&self) -> Possibility {
        let main = self.plan.territories.first();
        main.map_or(Possibility::InvalidLength, |main| {
            validate::possibility(self.national.len(), main)
        })
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.e164())
    }
}

/// The number and the digits of its extension, if what stands before those is a number.
fn split_extension(candidate: &[char]) -> (&[char], &[char]) {
    let found = extension::find(candidate);
    let split = found.and_then(|(start, digits)| Some((candidate.get(..start)?, digits)));
    split.filter(|(before, _)| is_viable(before)).unwrap_or((candidate, &[]))
}

/// Strips the national prefix, unless that leaves a number of no possible length.
fn national_number(
    digits: &[u8],
    plan: &Plan,
    territory: &Territory,
) -> Result<Digits<MOST_DIGITS>, Failure> {
    if digits.len() < FEWEST_DIGITS {
        return Err(Failure::TooShort);
    }
    let stripped = strip::national_prefix(digits, plan, territory);
    let national = match validate::possibility(stripped.len(), territory) {
        Possibility::Possible | Possibility::TooLong => &*stripped,
        Possibility::LocalOnly | Possibility::TooShort | Possibility::InvalidLength => digits,
    };
    match national.len() {
        0..FEWEST_DIGITS => Err(Failure::TooShort),
        FEWEST_DIGITS..=MOST_DIGITS => Ok(national.into()),
        _ => Err(Failure::TooLong),
    }
}

/// Whether a text has the shape of a number: three digits or more, with only punctuation before the
/// third and only punctuation, digits and letters after it, and perhaps an extension; or two digits.
fn is_viable(text: &[char]) -> bool {
    let two = || text.len() == 2 && text.iter().all(|&c| digit(c).is_some());
    let extended = || extension::starts(text).any(|start| text.get(..start).is_some_and(has_shape));
    has_shape(text) || two() || extended()
}

fn has_shape(text: &[char]) -> bool {
    let mut digits = 0;
    let fits = trim_start(text, is_plus).iter().all(|&c| {
        if digit(c).is_some() {
            digits += 1;
            true
        } else {
            is_punctuation(c) || c == '*' || (digits >= 3 && is_latin(c))
        }
    });
    fits && digits >= 3
}

pub(super) fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

fn text_of(front: &str, digits: &[u8]) -> String {
    let mut text = String::from(front);
    for digit in digits {
        text.push(char::from(b'0' + digit));
    }
    text
}
