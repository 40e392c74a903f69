//! The verdict on what a person typed: on top of the strict reading, what is done where that fails.
//!
//! libphonenumber refuses `(473) 269-1234 (home)`, since the letters become digits, and takes the second
//! number of `415 555 2671; 415 555 2672` for an extension. Here a number is read as a person would,
//! and what was done beyond dropping punctuation is said in a [`Note`].

use super::fold::{digit, is_plus, is_word};
use super::plain;
use super::strict::{Failure, LONGEST_TEXT, Number, Possibility};
use super::text::decode;
use super::{Level, Note, Phone, Reading, Reason, Region, Rejection, suggestion, uri, wording};
use alloc::vec::Vec;

/// With fewer digits than this nothing is looked at as a number.
const FEWEST_DIGITS: usize = 3;

/// Reads `text` as a phone number; `country` is where a number without a calling code is at home.
///
/// ```
/// use quo_contacts::phone::{Level, Note, Region, parse};
///
/// let reading = parse("(415) 555-2671 x123", Region::from_code("US"), Level::Valid).unwrap();
/// assert_eq!(reading.phone.e164, "+14155552671");
/// assert_eq!(reading.phone.extension.as_deref(), Some("123"));
/// assert_eq!(reading.notes, [Note::ExtensionLeftOut]);
/// ```
///
/// # Errors
/// `555-2671` in the US is [`Reason::LocalOnly`]; `4155552671` without a country is
/// [`Reason::CountryRequired`]; `+999123456` is [`Reason::UnknownCallingCode`].
pub fn parse(text: &str, country: Option<Region>, level: Level) -> Result<Reading, Rejection> {
    match find(&decode(text), country, level) {
        Ok(found) => Ok(reading(&found)),
        Err(Refusal { reason, suggestions }) => {
            Err(Rejection { reason, suggestions: suggestion::written(&suggestions) })
        }
    }
}

/// The number of a text, before anything is written out.
pub(crate) struct Found<'a> {
    pub(crate) number: Number,
    /// The words before and behind it that were left out.
    pub(crate) words: [Option<&'a [char]>; 2],
}

/// A [`Rejection`] before anything is written out.
pub(crate) struct Refusal {
    pub(crate) reason: Reason,
    /// The digits of E.164 numbers.
    pub(crate) suggestions: Vec<u64>,
}

/// [`parse`] for a text that was taken apart already.
pub(crate) fn find(
    text: &[char],
    country: Option<Region>,
    level: Level,
) -> Result<Found<'_>, Refusal> {
    if text.len() > LONGEST_TEXT {
        return Err(Refusal { reason: Reason::NotANumber, suggestions: Vec::new() });
    }
    if let Some(plain) = plain::of_chars(text) {
        let strict = Number::read_digits(plain.has_plus, &plain.digits, country);
        return verdict(strict, text, country, level, None, Vec::new());
    }
    if let Some(digits) = wording::scientific(text) {
        let suggestions = suggestion::digits(&digits, country);
        return Err(Refusal { reason: Reason::ScientificNotation, suggestions });
    }
    let listed = suggestion::listed(text, country);
    if listed.len() > 1 {
        return Err(Refusal { reason: Reason::SeveralNumbers, suggestions: listed });
    }

    let strict = Number::read_chars(text, country);
    let behind = wording::after(text);
    // Letters behind the number are a word, and no part of it, unless it is in use with them.
    let (judged, left_out) = match (strict, behind) {
        (Ok(number), behind) if number.is_valid() && judge(&number, level).is_ok() => {
            (strict, behind.filter(|_| !number.has_letters()).map(|(_, word)| word))
        }
        (_, Some((number, word))) => (Number::read_chars(number, country), Some(word)),
        (strict, None) => (strict, None),
    };
    let left_out = left_out.or_else(|| uri::second_extension(text));
    verdict(judged, text, country, level, left_out, listed)
}

/// The number of a text with which all is well at first sight: [`parse`] would let it through too, and say
/// nothing besides. `None` where it has to be asked. `text` is given as code points or UTF-16 units, of no more
/// than [`LONGEST_TEXT`] characters.
pub(crate) fn quick(
    text: impl Iterator<Item = u32>,
    country: Option<Region>,
    level: Level,
) -> Option<Number> {
    let plain = plain::read(text)?;
    let number = Number::read_digits(plain.has_plus, &plain.digits, country).ok()?;
    judge(&number, level).ok()?;
    Some(number)
}

fn verdict<'a>(
    read: Result<Number, Failure>,
    text: &'a [char],
    country: Option<Region>,
    level: Level,
    left_out: Option<&'a [char]>,
    listed: Vec<u64>,
) -> Result<Found<'a>, Refusal> {
    let judged = match read {
        Ok(number) => judge(&number, level).map(|()| number),
        Err(failure) => Err(reason(failure, text, country)),
    };
    match judged {
        Ok(number) => Ok(Found { number, words: [wording::before(text), left_out] }),
        Err(reason) => {
            Err(Refusal { reason, suggestions: suggestion::instead(text, country, listed) })
        }
    }
}

/// Whether a number reaches a level.
fn judge(number: &Number, level: Level) -> Result<(), Reason> {
    if !number.fits_e164() {
        return Err(Reason::TooLong);
    }
    if level == Level::Shape || number.is_valid() {
        return Ok(());
    }
    match number.possibility() {
        Possibility::Possible if level == Level::Possible => Ok(()),
        Possibility::Possible => Err(Reason::NotInUse),
        Possibility::LocalOnly => Err(Reason::LocalOnly),
        Possibility::TooShort => Err(Reason::TooShort),
        Possibility::TooLong => Err(Reason::TooLong),
        Possibility::InvalidLength => Err(Reason::InvalidLength),
    }
}

fn reading(found: &Found<'_>) -> Reading {
    let Found { number, words } = found;
    let mut notes = Vec::new();
    let extension = number.extension();
    if !extension.is_empty() {
        notes.push(Note::ExtensionLeftOut);
    }
    if number.has_letters() {
        notes.push(Note::LettersConverted);
    }
    for word in words.iter().flatten() {
        notes.push(Note::WordLeftOut(word.iter().collect()));
    }
    let extension = Some(extension).filter(|digits| !digits.is_empty());
    Reading {
        phone: Phone {
            e164: number.e164(),
            region: number.region(),
            kind: number.kind(),
            extension,
        },
        notes,
    }
}

/// Why a text that the strict reading could not take in was refused.
fn reason(failure: Failure, text: &[char], country: Option<Region>) -> Reason {
    match failure {
        Failure::UnknownCallingCode if country.is_none() && !text.iter().any(|&c| is_plus(c)) => {
            Reason::CountryRequired
        }
        Failure::UnknownCallingCode => Reason::UnknownCallingCode,
        Failure::TooLong => Reason::TooLong,
        Failure::TooShort | Failure::TooShortAfterPrefix => Reason::TooShort,
        // Too few digits for the strict reading to look at them.
        Failure::NotANumber if is_fragment(text) => Reason::TooShort,
        Failure::NotANumber => Reason::NotANumber,
    }
}

/// Whether a text holds nothing but a digit or two and marks.
fn is_fragment(text: &[char]) -> bool {
    let digits = text.iter().filter(|&&c| digit(c).is_some()).count();
    (1..FEWEST_DIGITS).contains(&digits) && text.iter().all(|&c| digit(c).is_some() || !is_word(c))
}
