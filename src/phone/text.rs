//! Texts as slices of characters, decoded once; the words to look for are ASCII or short. What the
//! words mean is not known here.

use super::fold::lower;
use super::strict::LONGEST_TEXT;
use alloc::vec::Vec;

/// The characters of a text: one more than may be read at most, to show that it is too long.
pub(crate) fn decode(text: &str) -> Vec<char> {
    const MOST: usize = LONGEST_TEXT + 1;
    let mut chars = Vec::with_capacity(text.len().min(MOST));
    for c in text.chars().take(MOST) {
        chars.push(c);
    }
    chars
}

/// What follows `word`, if the text begins with it.
pub(super) fn after<'a>(text: &'a [char], word: &str) -> Option<&'a [char]> {
    prefix(text, word, |c| c)
}

/// What follows `word` in either case; the word is given in lower case.
pub(super) fn after_any_case<'a>(text: &'a [char], word: &str) -> Option<&'a [char]> {
    prefix(text, word, lower)
}

fn prefix<'a>(text: &'a [char], word: &str, fold: fn(char) -> char) -> Option<&'a [char]> {
    let mut rest = text;
    for expected in word.chars() {
        match rest.split_first() {
            Some((&first, after)) if fold(first) == expected => rest = after,
            _ => return None,
        }
    }
    Some(rest)
}

/// What stands before the first `word`, and what follows it.
pub(super) fn split<'a>(text: &'a [char], word: &str) -> Option<(&'a [char], &'a [char])> {
    let first = word.chars().next()?;
    let mut places = text.iter().enumerate().filter(|&(_, &c)| c == first);
    places.find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        Some((before, after(rest, word)?))
    })
}

/// The text without the characters in front that belong to a set.
pub(super) fn trim_start(text: &[char], set: fn(char) -> bool) -> &[char] {
    let start = text.iter().position(|&c| !set(c)).unwrap_or(text.len());
    text.get(start..).unwrap_or_default()
}

/// The text without the characters at its end that belong to a set.
pub(super) fn trim_end(text: &[char], set: fn(char) -> bool) -> &[char] {
    let end = text.iter().rposition(|&c| !set(c)).map_or(0, |last| last + 1);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_first_stand() {
        let text: Vec<char> = "a;b;c".chars().collect();
        let (before, rest) = split(&text, ";").unwrap();
        assert_eq!((before, rest), (&['a'][..], &['b', ';', 'c'][..]));
        assert_eq!(split(&text, ";d"), None);
        assert_eq!(after_any_case(&['D', 'o'], "do"), Some(&[][..]));
        assert_eq!(after(&['D', 'o'], "do"), None);
    }

    #[test]
    fn trimming_may_leave_nothing() {
        assert_eq!(trim_start(&[' ', 'a', ' '], |c| c == ' '), ['a', ' ']);
        assert_eq!(trim_end(&[' ', 'a', ' '], |c| c == ' '), [' ', 'a']);
        assert_eq!(trim_end(&[' '], |c| c == ' '), []);
    }
}
