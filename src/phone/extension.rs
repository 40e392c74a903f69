//! The extension at the end of a number: the words and marks that announce one. What stands before it
//! is not judged here.
//!
//! The forms are libphonenumber's (`createExtnPattern`):
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>

use super::fold::digit;
use super::text::{after, after_any_case, trim_start};

/// The greatest number of digits, which depends on how plainly the extension is announced.
pub(super) const LONGEST: usize = 20;
const AFTER_WORD: usize = LONGEST;
const AFTER_AUTODIAL: usize = 15;
const AFTER_MARK: usize = 9;
const WITHOUT_MARK: usize = 6;

/// Where an extension begins, so that it takes all the rest of the text, and its digits: the first such
/// place.
pub(super) fn find(text: &[char]) -> Option<(usize, &[char])> {
    starts(text).find_map(|start| Some((start, whole(text.get(start..)?)?)))
}

/// Every place at which an extension begins that takes all the rest of the text.
pub(super) fn starts(text: &[char]) -> impl Iterator<Item = usize> {
    // Most numbers hold no extension; then there is no need to look at every place.
    let sign =
        |&c: &char| c.is_ascii_alphabetic() || !c.is_ascii() || matches!(c, ';' | ',' | '#' | '~');
    let ends = text.last().is_some_and(|&c| c == '#' || digit(c).is_some());
    let places = if ends && text.iter().any(sign) { text } else { &[] };
    let begins = |c: char| !matches!(c, '0'..='9' | '(' | ')' | '.' | '/' | '+');
    let from = |start: usize| text.get(start..).and_then(whole).is_some();
    let starts = places.iter().enumerate().filter(move |&(start, &c)| begins(c) && from(start));
    starts.map(|(start, _)| start)
}

/// The digits of an extension that takes up the whole text.
fn whole(text: &[char]) -> Option<&[char]> {
    // `;ext=` of RFC 3966 stands without blanks around it, and without `#`.
    let uri = || number(after_any_case(text, ";ext=")?, AFTER_WORD, Hash::Never);
    let label = trim_start(text, |c| is_blank(c) || c == ',');
    let explicit = || number(after_label(explicit(label)?), AFTER_WORD, Hash::Maybe);
    let ambiguous = || number(after_label(ambiguous(label)?), AFTER_MARK, Hash::Maybe);
    let american = || {
        let rest = trim_start(text, |c| matches!(c, '-' | ' '));
        if rest.len() < text.len() { number(rest, WITHOUT_MARK, Hash::Always) } else { None }
    };
    let label = trim_start(text, is_blank);
    let autodial = || {
        let rest = after(label, ",,").or_else(|| after(label, ";"))?;
        number(after_label(rest), AFTER_AUTODIAL, Hash::Maybe)
    };
    let commas = || {
        let rest = trim_start(after(label, ",")?, |c| c == ',');
        number(after_label(rest), AFTER_MARK, Hash::Maybe)
    };
    uri().or_else(explicit).or_else(ambiguous).or_else(american).or_else(autodial).or_else(commas)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\t')
}

/// Skips a word that can only mean an extension.
fn explicit(text: &[char]) -> Option<&[char]> {
    latin(text)
        .or_else(|| {
            let rest = after_any_case(optional(text, "\u{FF45}"), "\u{FF58}\u{FF54}")?;
            Some(optional(rest, "\u{FF4E}"))
        })
        .or_else(|| after_any_case(text, "доб"))
        .or_else(|| after_any_case(text, "anexo"))
}

/// `xt`, `ext`, `extn`, `extension`, `extensión`, and what lies between.
fn latin(text: &[char]) -> Option<&[char]> {
    let stem = after_any_case(optional(text, "e"), "xt")?;
    let rest = match after_any_case(stem, "ensi") {
        Some(rest) => match after_any_case(rest, "ó") {
            Some(rest) => rest,
            None => after_any_case(rest, "o").map_or(stem, |rest| optional(rest, "\u{301}")),
        },
        None => stem,
    };
    Some(optional(rest, "n"))
}

/// Skips a mark, or a word that can mean something else.
fn ambiguous(text: &[char]) -> Option<&[char]> {
    let marks =
        ["x", "\u{FF58}", "#", "\u{FF03}", "~", "\u{FF5E}", "int", "\u{FF49}\u{FF4E}\u{FF54}"];
    marks.iter().find_map(|mark| after_any_case(text, mark))
}

/// Skips what may stand between the word and the digits.
fn after_label(text: &[char]) -> &[char] {
    let text = match text.split_first() {
        Some((':' | '.' | '\u{FF0E}', rest)) => rest,
        _ => text,
    };
    trim_start(text, |c| is_blank(c) || matches!(c, ',' | '-'))
}

fn optional<'a>(text: &'a [char], letter: &str) -> &'a [char] {
    after_any_case(text, letter).unwrap_or(text)
}

/// Whether `#` ends the extension.
#[derive(Clone, Copy)]
enum Hash {
    Never,
    Maybe,
    Always,
}

/// The whole text as at most `most` digits.
fn number(text: &[char], most: usize, hash: Hash) -> Option<&[char]> {
    let without = text.strip_suffix(&['#']);
    let digits = match hash {
        Hash::Never => text,
        Hash::Maybe => without.unwrap_or(text),
        Hash::Always => without?,
    };
    let fits = (1..=most).contains(&digits.len()) && digits.iter().all(|&c| digit(c).is_some());
    fits.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, &str)>) {
        let chars: Vec<char> = text.chars().collect();
        let found = find(&chars).map(|(start, digits)| (start, digits.iter().collect::<String>()));
        assert_eq!(found, expected.map(|(start, digits)| (start, digits.to_owned())), "{text}");
    }

    #[test]
    fn every_word_for_an_extension_is_known() {
        for label in [
            "ext",
            "ext.",
            "Ext:",
            "xt",
            "extn",
            "extension",
            "extensión",
            "extensio\u{301}n",
            "anexo",
            "доб",
            "ДОБ.",
            "\u{FF45}\u{FF58}\u{FF54}\u{FF4E}",
            "\u{FF25}\u{FF38}\u{FF34}",
            "x",
            "X",
            "\u{FF58}",
            "#",
            "\u{FF03}",
            "~",
            "\u{FF5E}",
            "int",
            "\u{FF49}\u{FF4E}\u{FF54}",
            ";ext=",
            ",",
            ",,",
            ";",
        ] {
            check(&["5552671", label, "89"].concat(), Some((7, "89")));
        }
        check("5552671 - 503#", Some((7, "503")));
        check("5552671 , ext. 12#", Some((7, "12")));
    }

    #[test]
    fn the_vaguer_the_sign_the_fewer_digits() {
        for (label, most) in [("ext", AFTER_WORD), (";", AFTER_AUTODIAL), ("x", AFTER_MARK)] {
            let digits = "7".repeat(most);
            check(&["55", label, &digits].concat(), Some((2, &digits)));
            check(&["55", label, "1", &digits].concat(), None);
        }
    }

    #[test]
    fn nothing_that_announces_one_means_none() {
        check("(415) 555-2671", None);
        check("5552671 ext", None);
        check("5552671 abc 12", None);
    }
}
