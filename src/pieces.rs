//! Texts taken apart and put together, for short ones: a loop over bytes is done before a search of the standard
//! library has begun, and is a tenth of its size.

use alloc::string::String;

/// What stands before the first such sign and after it.
pub(crate) fn split_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before the first such word and after it.
pub(crate) fn split_at_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let bytes = text.as_bytes();
    let at = (0..bytes.len())
        .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(word.as_bytes())))?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// Whether a word is one of those between spaces; case does not matter in ASCII.
pub(crate) fn is_among(words: &str, word: &str) -> bool {
    let mut words = words.as_bytes().split(|byte| *byte == b' ');
    !word.is_empty() && words.any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a text has more characters than so many.
pub(crate) fn is_longer(text: &str, most: usize) -> bool {
    // In UTF-8, each character has one byte that goes on with none.
    text.len() > most && text.bytes().filter(|byte| !matches!(byte, 0x80..=0xBF)).count() > most
}

/// Texts one after the other.
pub(crate) fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// Texts with another between them.
pub(crate) fn join(parts: &[&str], between: &str) -> String {
    let length = parts.iter().map(|part| part.len() + between.len()).sum();
    let mut joined = String::with_capacity(length);
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_apart_at_the_first_place() {
        assert_eq!(split_once("a:b:c", b':'), Some(("a", "b:c")));
        assert_eq!(split_once("é", b':'), None);
        assert_eq!(split_at_word("a, b, c", ", "), Some(("a", "b, c")));
        assert_eq!(split_at_word("é", "ée"), None);
        assert_eq!(split_at_word("a|||", "||"), Some(("a", "|")));
    }

    #[test]
    fn words_are_whole() {
        assert!(is_among("one two", "Two"));
        assert!(!is_among("", "") && !is_among("one two", "tw") && !is_among("one two", "one two"));
    }

    #[test]
    fn characters_are_counted() {
        assert!(is_longer("éé", 1) && !is_longer("éé", 2) && !is_longer("", 0));
    }

    #[test]
    fn texts_are_put_together() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        assert_eq!(join(&["", "b"], ", "), ", b");
        assert_eq!(join(&[], ", "), "");
    }
}
