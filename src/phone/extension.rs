//! The extension at the end of a number: the words and marks that announce one. What stands before it
//! is not judged here.
//!
//! The forms are libphonenumber's (`createExtnPattern`):
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>

use super::fold::{digit, lower};

/// The greatest number of digits, which depends on how plainly the extension is announced.
const AFTER_WORD: usize = 20;
const AFTER_AUTODIAL: usize = 15;
const AFTER_MARK: usize = 9;
const WITHOUT_MARK: usize = 6;

/// Where an extension begins, so that it takes all the rest of the text, and its digits: the first such
/// place.
pub(super) fn find(text: &str) -> Option<(usize, &str)> {
    if !may_hold_one(text) {
        return None;
    }
    text.char_indices().find_map(|(start, _)| {
        let digits = whole(text.get(start..)?)?;
        Some((start, digits))
    })
}

/// Every place at which an extension could begin that takes all the rest of the text.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let plain = !may_hold_one(text);
    let at = move |(start, _)| (!plain && whole(text.get(start..)?).is_some()).then_some(start);
    text.char_indices().filter_map(at)
}

/// Most numbers hold no extension; then there is no need to look at every place.
fn may_hold_one(text: &str) -> bool {
    text.bytes().any(|byte| {
        byte.is_ascii_alphabetic() || !byte.is_ascii() || matches!(byte, b';' | b',' | b'#' | b'~')
    })
}

/// The digits of an extension that takes up the whole text.
fn whole(text: &str) -> Option<&str> {
    // `;ext=` of RFC 3966 stands without blanks around it, and without `#`.
    if let Some(digits) = word(text, ";ext=").and_then(|rest| number(rest, AFTER_WORD, Hash::Never))
    {
        return Some(digits);
    }
    let label = text.trim_start_matches([' ', '\u{A0}', '\t', ',']);
    let label_without_comma = text.trim_start_matches([' ', '\u{A0}', '\t']);
    explicit(label)
        .and_then(|rest| number(after_label(rest), AFTER_WORD, Hash::Maybe))
        .or_else(|| {
            ambiguous(label).and_then(|rest| number(after_label(rest), AFTER_MARK, Hash::Maybe))
        })
        .or_else(|| {
            let rest = text.trim_start_matches(['-', ' ']);
            (rest.len() < text.len()).then(|| number(rest, WITHOUT_MARK, Hash::Always)).flatten()
        })
        .or_else(|| {
            let rest =
                label_without_comma.strip_prefix(",,").or(label_without_comma.strip_prefix(';'));
            number(after_label(rest?), AFTER_AUTODIAL, Hash::Maybe)
        })
        .or_else(|| {
            let rest = label_without_comma.trim_start_matches(',');
            let found = rest.len() < label_without_comma.len();
            found.then(|| number(after_label(rest), AFTER_MARK, Hash::Maybe)).flatten()
        })
}

/// Skips a word that can only mean an extension.
fn explicit(text: &str) -> Option<&str> {
    latin(text)
        .or_else(|| {
            let rest = word(optional(text, "\u{FF45}"), "\u{FF58}\u{FF54}")?;
            Some(optional(rest, "\u{FF4E}"))
        })
        .or_else(|| word(text, "доб"))
        .or_else(|| word(text, "anexo"))
}

/// `xt`, `ext`, `extn`, `extension`, `extensión`, and what lies between.
fn latin(text: &str) -> Option<&str> {
    let stem = word(optional(text, "e"), "xt")?;
    let rest = match word(stem, "ensi") {
        Some(rest) => match word(rest, "ó") {
            Some(rest) => rest,
            None => word(rest, "o").map_or(stem, |rest| optional(rest, "\u{301}")),
        },
        None => stem,
    };
    Some(optional(rest, "n"))
}

/// Skips a mark, or a word that can mean something else.
fn ambiguous(text: &str) -> Option<&str> {
    let marks =
        ["x", "\u{FF58}", "#", "\u{FF03}", "~", "\u{FF5E}", "int", "\u{FF49}\u{FF4E}\u{FF54}"];
    marks.iter().find_map(|mark| word(text, mark))
}

/// Skips what may stand between the word and the digits.
fn after_label(text: &str) -> &str {
    text.strip_prefix([':', '.', '\u{FF0E}'])
        .unwrap_or(text)
        .trim_start_matches([' ', '\u{A0}', '\t', ',', '-'])
}

fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    word.chars().all(|expected| rest.next().map(lower) == Some(expected)).then_some(rest.as_str())
}

fn optional<'a>(text: &'a str, letter: &str) -> &'a str {
    word(text, letter).unwrap_or(text)
}

/// Whether `#` ends the extension.
#[derive(Clone, Copy)]
enum Hash {
    Never,
    Maybe,
    Always,
}

/// The whole text as at most `most` digits.
fn number(text: &str, most: usize, hash: Hash) -> Option<&str> {
    let without = text.strip_suffix('#');
    let digits = match hash {
        Hash::Never => text,
        Hash::Maybe => without.unwrap_or(text),
        Hash::Always => without?,
    };
    let count = digits.chars().count();
    ((1..=most).contains(&count) && digits.chars().all(|c| digit(c).is_some())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, &str)>) {
        assert_eq!(find(text), expected, "{text}");
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
