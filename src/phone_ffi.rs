//! The JavaScript contract of phone numbers: what goes in and comes out as numbers and plain texts. No
//! JavaScript type is named here, so that all of it is tested natively; nothing here knows of contacts.
//!
//! Verdicts don't cross as JSON: to write and to parse it costs several times what the engine needs for a
//! number. A verdict names codes by number, in the order of [`remark`], which the facade knows; it also has what
//! they say to people, in several languages.

#[cfg(feature = "phone-format")]
mod layout;

use crate::phone::strict::Number;
use crate::phone::{self, Found, Level, Note, Reason, Refusal, Region};
use alloc::string::String;
use alloc::vec::Vec;
#[cfg(feature = "phone-format")]
pub use layout::{Field, field, format};

/// The country's place in a tag for a number that belongs to none.
pub const NO_COUNTRY: u16 = 26 * 26;

/// The answer to a text with which all is well at first sight; `None` for any other, which [`answer`] is to
/// be asked about. `text` is given as UTF-16 units, of no more than 250 characters. Besides the number, the tag of
/// its country and kind.
pub fn quick(
    text: impl Iterator<Item = u32>,
    country: Option<Region>,
    level: Level,
) -> Option<(Number, u16)> {
    let number = phone::quick(text, country, level)?;
    Some((number, tag(&number)))
}

/// The verdict on one text, given as its characters: the digits of the E.164 as one number, which a double
/// holds exactly, and the tag of its country and kind; digits of 0 when it was refused.
///
/// What else is to be said goes to `say`, as units: the extension as a text; then each remark as its number
/// for [`remark`], how many texts may have been meant, and these. A text is its length and its UTF-16 units.
///
/// ```
/// use quo_contacts::phone::{Level, Region};
/// use quo_contacts::phone_ffi::{answer, remark};
///
/// let text: Vec<char> = "555-2671".chars().collect();
/// let mut said = Vec::new();
/// let home = Region::from_code("US");
/// let (digits, _) = answer(&text, home, Level::Valid, &mut |unit| said.push(unit));
/// let [0, number, 0] = said[..] else { panic!("no extension, one remark, no suggestion") };
/// assert_eq!((digits, remark(number).unwrap()), (0, "local_only"));
/// ```
pub fn answer(
    text: &[char],
    country: Option<Region>,
    level: Level,
    say: &mut dyn FnMut(u16),
) -> (u64, u16) {
    let text = trim(text);
    let (reason, suggestions) = if text.is_empty() {
        (REQUIRED, Vec::new())
    } else {
        match phone::find(text, country, level) {
            Ok(found) => return taken(&found, say),
            Err(Refusal { reason, suggestions }) => (number(reason), suggestions),
        }
    };
    say(0);
    say(reason);
    say(size(suggestions.len()));
    for suggestion in suggestions {
        push_number(suggestion, say);
    }
    (0, 0)
}

fn taken(found: &Found<'_>, say: &mut dyn FnMut(u16)) -> (u64, u16) {
    let Found { number, words } = found;
    let extension = number.extension_digits();
    say(size(extension.len()));
    for &digit in extension {
        say(ascii(digit));
    }
    if !extension.is_empty() {
        say(NOTES);
        say(0);
    }
    if number.has_letters() {
        say(NOTES + 1);
        say(0);
    }
    // They may serve as the label.
    for word in words.iter().flatten() {
        say(NOTES + 2);
        say(1);
        say(size(word.iter().map(|c| c.len_utf16()).sum()));
        for c in *word {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| say(unit));
        }
    }
    (number.e164_digits(), tag(number))
}

/// Says an E.164 by its digits: its length, `+`, and they.
fn push_number(number: u64, say: &mut dyn FnMut(u16)) {
    let mut power = 1;
    let mut length = 2;
    while number / power > 9 {
        power *= 10;
        length += 1;
    }
    say(length);
    say(u16::from(b'+'));
    while power > 0 {
        say(ascii((number / power % 10) as u8));
        power /= 10;
    }
}

fn ascii(digit: u8) -> u16 {
    u16::from(b'0' + digit)
}

/// Nothing that is said of 250 characters has as many parts.
fn size(size: usize) -> u16 {
    u16::try_from(size).unwrap_or(u16::MAX)
}

fn tag(number: &Number) -> u16 {
    number.region().map_or(NO_COUNTRY, Region::number) << 4 | number.kind() as u16
}

/// A blank. Then the reasons in their order, then the notes.
const REQUIRED: u16 = 0;
const NOTES: u16 = 11;

fn number(reason: Reason) -> u16 {
    1 + reason as u16
}

/// The stable name of a remark; the facade's texts (`pkg-template/src/messages/en-phone.ts`) stand in this order.
#[must_use]
pub fn remark(number: u16) -> Option<&'static str> {
    static ALL: [Note; 3] =
        [Note::ExtensionLeftOut, Note::LettersConverted, Note::WordLeftOut(String::new())];
    if number == REQUIRED {
        return Some("required");
    }
    let reason = Reason::ALL.get(usize::from(number) - 1);
    let note = || ALL.get(usize::from(number.checked_sub(NOTES)?));
    reason.map(|reason| reason.code()).or_else(|| note().map(Note::code))
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

/// White space as Unicode has it, without the table that std looks it up in.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200B}'
        | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_at_its_number() {
        for (place, reason) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, place, "{reason}");
            assert_eq!(remark(number(reason)), Some(reason.code()));
            assert!(reason.code().is_ascii());
        }
        assert_eq!(usize::from(NOTES), 1 + Reason::ALL.len());
        assert_eq!(remark(NOTES + 2).unwrap(), "word_left_out");
        assert_eq!(remark(NOTES + 3), None);
    }

    #[track_caller]
    fn check(text: &str, digits: u64, remarks: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let mut said = Vec::new();
        let home = Region::from_code("US");
        let answer = answer(&chars, home, Level::Valid, &mut |unit| said.push(unit));
        let mut rest = said.into_iter();
        let skip = |rest: &mut std::vec::IntoIter<u16>| {
            let length = rest.next().unwrap();
            assert_eq!(rest.by_ref().take(length.into()).count(), usize::from(length));
        };
        skip(&mut rest);
        let mut names = Vec::new();
        while let Some(number) = rest.next() {
            names.push(remark(number).unwrap());
            (0..rest.next().unwrap()).for_each(|_| skip(&mut rest));
        }
        assert_eq!((answer.0, names.as_slice()), (digits, remarks), "{text}");
        let asked = text.chars().count() <= 250;
        let quick = quick(text.encode_utf16().map(u32::from), home, Level::Valid);
        if let Some((number, tag)) = quick.filter(|_| asked) {
            assert_eq!(((number.e164_digits(), tag), names.len()), (answer, 0), "{text}");
            let (ascii, length) = number.e164_ascii();
            assert_eq!(&ascii[..length as usize], format!("+{digits}").as_bytes());
        }
    }

    #[test]
    fn blanks_around_a_number_are_dropped() {
        check("\u{FEFF} (415) 555-2671\u{200B}\u{85}", 14_155_552_671, &[]);
        check("\u{A0}", 0, &["required"]);
        check("", 0, &["required"]);
    }

    #[test]
    fn all_white_space_is_blank() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let expected = c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}');
            assert_eq!(is_blank(c), expected, "{c:?}");
        }
    }

    #[test]
    fn what_is_too_long_is_no_number() {
        let digits = "5".repeat(250);
        check(&digits, 0, &["phone_too_long"]);
        check(&[&digits, "5"].concat(), 0, &["not_a_phone_number"]);
        let wide = ["+1", &"\u{3000}".repeat(238), "4155552671"].concat();
        check(&wide, 14_155_552_671, &[]);
        check(&wide.replacen('1', "1\u{3000}", 1), 0, &["not_a_phone_number"]);
    }

    #[test]
    fn all_that_was_done_is_said() {
        check("work: 415 555 2671 x12", 14_155_552_671, &["extension_left_out", "word_left_out"]);
        check("415-555-CALL", 14_155_552_255, &["letters_converted"]);
    }
}
