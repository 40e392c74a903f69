//! The JavaScript contract of phone numbers: what goes in and comes out as numbers and plain texts. No
//! JavaScript type is named here, so that all of it is tested natively; nothing here knows of contacts.
//!
//! Verdicts don't cross as JSON: to write and to parse it costs several times what the engine needs for a
//! number. Codes and messages cross once, by [`remark`]; a verdict names them by number.

#[cfg(feature = "phone-format")]
mod layout;

use crate::phone::{self, Level, Note, Phone, Reading, Reason, Region, Rejection};
#[cfg(feature = "phone-format")]
pub use layout::{Field, field, format};

/// The most bytes that a phone number can have and still be one.
pub const LONGEST: usize = 250;

/// The country's place in a tag for a number that belongs to none.
pub const NO_COUNTRY: u16 = 26 * 26;

/// The verdict on one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The digits of the E.164 as one number, which a double holds exactly; 0 when the text was refused.
    pub digits: u64,
    /// Country and kind: 16 times [`Region::number`], or [`NO_COUNTRY`], and the place in [`phone::Kind::ALL`].
    pub tag: u16,
    /// The digits of the extension; empty when there is none.
    pub extension: String,
    /// Why the text was refused, or what was done to it: numbers for [`remark`], each with what may have been
    /// meant.
    pub remarks: Vec<(u16, Vec<String>)>,
}

/// The answer to a text with which all is well at first sight; `None` for any other, which [`answer`] is to
/// be asked about. `text` is given as UTF-16 units.
pub fn quick(
    text: impl Iterator<Item = u32>,
    country: Option<Region>,
    level: Level,
) -> Option<(u64, u16)> {
    let number = phone::quick(text, country, level)?;
    Some((number.e164_digits(), tag(number.region(), number.kind())))
}

/// The verdict on one text, given as its characters.
///
/// ```
/// use quo_contacts::phone::{Level, Region};
/// use quo_contacts::phone_ffi::{answer, remark};
///
/// let text: Vec<char> = "555-2671".chars().collect();
/// let answer = answer(&text, Region::from_code("US"), Level::Valid);
/// assert_eq!(answer.digits, 0);
/// assert_eq!(remark(answer.remarks[0].0).unwrap().0, "local_only");
/// ```
#[must_use]
pub fn answer(text: &[char], country: Option<Region>, level: Level) -> Answer {
    let text = trim(text);
    if text.is_empty() {
        return refused(REQUIRED, Vec::new());
    }
    if text.iter().map(|c| c.len_utf8()).sum::<usize>() > LONGEST {
        return refused(number(Reason::NotANumber), Vec::new());
    }
    match phone::parse_chars(text, country, level) {
        Ok(reading) => taken(reading),
        Err(Rejection { reason, suggestions }) => refused(number(reason), suggestions),
    }
}

fn refused(remark: u16, suggestions: Vec<String>) -> Answer {
    Answer { remarks: vec![(remark, suggestions)], ..Answer::default() }
}

fn taken(reading: Reading) -> Answer {
    let Reading { phone: Phone { e164, region, kind, extension }, notes } = reading;
    let digits = e164.bytes().skip(1).fold(0, |number, byte| number * 10 + u64::from(byte & 15));
    let note = |note| match note {
        Note::ExtensionLeftOut => (NOTES, Vec::new()),
        Note::LettersConverted => (NOTES + 1, Vec::new()),
        // It may serve as the label.
        Note::WordLeftOut(word) => (NOTES + 2, vec![word]),
    };
    Answer {
        digits,
        tag: tag(region, kind),
        extension: extension.unwrap_or_default(),
        remarks: notes.into_iter().map(note).collect(),
    }
}

fn tag(region: Option<Region>, kind: phone::Kind) -> u16 {
    region.map_or(NO_COUNTRY, Region::number) << 4 | kind as u16
}

/// A blank. Then the reasons in their order, then the notes.
const REQUIRED: u16 = 0;
const NOTES: u16 = 11;

fn number(reason: Reason) -> u16 {
    1 + reason as u16
}

/// The stable name of a remark, and one line of English.
#[must_use]
pub fn remark(number: u16) -> Option<(&'static str, &'static str)> {
    static ALL: [Note; 3] =
        [Note::ExtensionLeftOut, Note::LettersConverted, Note::WordLeftOut(String::new())];
    if number == REQUIRED {
        return Some(("required", "expected a value, found nothing"));
    }
    let reason = Reason::ALL.get(usize::from(number) - 1);
    let note = || ALL.get(usize::from(number.checked_sub(NOTES)?));
    reason
        .map(|reason| (reason.code(), reason.message()))
        .or_else(|| note().map(|note| (note.code(), note.message())))
}

/// The level of a number: 0 for `shape`, 1 for `possible`, and `valid` for any other.
#[must_use]
pub fn level(number: u8) -> Level {
    match number {
        0 => Level::Shape,
        1 => Level::Possible,
        _ => Level::Valid,
    }
}

/// Drops what a record's text drops from both ends: white space, and what spreadsheets leave.
fn trim(mut text: &[char]) -> &[char] {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}');
    while let [first, rest @ ..] = text
        && is_blank(*first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && is_blank(*last)
    {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_at_its_number() {
        for (place, reason) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, place, "{reason}");
            assert_eq!(remark(number(reason)), Some((reason.code(), reason.message())));
        }
        assert_eq!(usize::from(NOTES), 1 + Reason::ALL.len());
        assert_eq!(remark(NOTES + 2).unwrap().0, "word_left_out");
        assert_eq!(remark(NOTES + 3), None);
    }

    #[track_caller]
    fn check(text: &str, digits: u64, remarks: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let home = Region::from_code("US");
        let answer = answer(&chars, home, Level::Valid);
        let names: Vec<_> = answer.remarks.iter().map(|one| remark(one.0).unwrap().0).collect();
        assert_eq!((answer.digits, names.as_slice()), (digits, remarks), "{text}");
        let quick = quick(text.encode_utf16().map(u32::from), home, Level::Valid);
        if let Some(quick) = quick {
            assert_eq!((answer.digits, answer.tag, &answer.remarks), (quick.0, quick.1, &vec![]));
        }
    }

    #[test]
    fn blanks_around_a_number_are_dropped() {
        check("\u{FEFF} (415) 555-2671\u{200B}\u{85}", 14_155_552_671, &[]);
        check("\u{A0}", 0, &["required"]);
        check("", 0, &["required"]);
    }

    #[test]
    fn what_is_too_long_is_no_number() {
        let digits = "5".repeat(LONGEST);
        check(&digits, 0, &["phone_too_long"]);
        check(&[&digits, "5"].concat(), 0, &["not_a_phone_number"]);
    }

    #[test]
    fn all_that_was_done_is_said() {
        check("work: 415 555 2671 x12", 14_155_552_671, &["extension_left_out", "word_left_out"]);
        check("415-555-CALL", 14_155_552_255, &["letters_converted"]);
    }
}
