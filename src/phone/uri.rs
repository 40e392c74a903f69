//! The part of a text that can be a number: what stands around it, and the parameters of a `tel:` URI.
//! Whether that part is a number is not judged here.
//!
//! `;phone-context` and `;isub` follow RFC 3966, as far as libphonenumber does:
//! <https://www.rfc-editor.org/rfc/rfc3966#section-3>

use super::fold::{digit, is_plus, is_word};
use super::text::{after, split, trim_end, trim_start};
use super::wording::words;
use alloc::borrow::Cow;

/// The part of the text that can be a number, its extension included; `None` when a phone context is
/// neither a number nor a domain.
pub(super) fn candidate(text: &[char]) -> Option<Cow<'_, [char]>> {
    let candidate = match split(text, ";phone-context=") {
        Some((before, context)) => {
            let context = split(context, ";").map_or(context, |(context, _)| context);
            if !is_global_number(context) && !is_domain(context) {
                return None;
            }
            let local = match split(text, "tel:") {
                // Where the scheme comes after the parameters, nothing lies between.
                Some((scheme, _)) => before.get(scheme.len() + 4..).unwrap_or_default(),
                None => before,
            };
            if context.first() == Some(&'+') {
                let mut whole = context.to_vec();
                whole.extend_from_slice(local);
                Cow::Owned(whole)
            } else {
                Cow::Borrowed(local)
            }
        }
        None => Cow::Borrowed(possible_part(text)),
    };
    let end = match split(&candidate, ";isub=") {
        Some((before, _)) if !before.is_empty() => before.len(),
        _ => return Some(candidate),
    };
    Some(match candidate {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(..end).unwrap_or(text)),
        Cow::Owned(mut text) => {
            text.truncate(end);
            Cow::Owned(text)
        }
    })
}

/// From the first digit or plus, without what can't end a number, and without a second extension.
pub(super) fn possible_part(text: &[char]) -> &[char] {
    parts(text).0
}

/// What libphonenumber takes for a second extension, as in `x302/x2303`, whether or not there is a first.
pub(super) fn second_extension(text: &[char]) -> Option<&[char]> {
    words(parts(text).1)
}

fn parts(text: &[char]) -> (&[char], &[char]) {
    let text = trim_start(text, |c| !is_plus(c) && digit(c).is_none());
    let text = trim_end(text, |c| !is_word(c) && c != '#');
    let is_second = |&at: &usize| match text.get(at..).and_then(<[char]>::split_first) {
        Some(('/' | '\\', rest)) => trim_start(rest, |c| c == ' ').first() == Some(&'x'),
        _ => false,
    };
    let end = (0..text.len()).find(is_second).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, &[]))
}

/// `+` and digits, with marks between them.
fn is_global_number(context: &[char]) -> bool {
    after(context, "+").is_some_and(|rest| {
        rest.iter().any(|&c| digit(c).is_some())
            && rest.iter().all(|&c| digit(c).is_some() || matches!(c, '-' | '.' | '(' | ')'))
    })
}

/// Labels between dots; the last begins with a letter.
fn is_domain(context: &[char]) -> bool {
    let word = |c: &char| c.is_ascii_alphabetic() || digit(*c).is_some();
    let mut context = context.strip_suffix(&['.']).unwrap_or(context);
    loop {
        let (label, rest) = match split(context, ".") {
            Some((label, rest)) => (label, Some(rest)),
            None => (context, None),
        };
        if !label.first().is_some_and(word)
            || !label.last().is_some_and(word)
            || !label.iter().all(|c| word(c) || *c == '-')
        {
            return false;
        }
        match rest {
            Some(rest) => context = rest,
            None => return label.first().is_some_and(char::is_ascii_alphabetic),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let chars: Vec<char> = text.chars().collect();
        let found = candidate(&chars).map(|found| found.iter().collect::<String>());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn what_stands_around_a_number_is_left_out() {
        check("Tel: (415) 555-2671!", Some("415) 555-2671"));
        check("(530) 583-6985 x302/x2303", Some("530) 583-6985 x302"));
        check("415-555-2671 #", Some("415-555-2671 #"));
        check("no number", Some(""));
    }

    #[test]
    fn the_context_of_a_uri_comes_first() {
        check("tel:2034-2011;phone-context=+44", Some("+442034-2011"));
        check("tel:2034;isub=12;phone-context=example.com", Some("2034"));
        check("2034;phone-context=+44;ext=5", Some("+442034"));
    }

    #[test]
    fn a_context_that_is_none_refuses_the_text() {
        for context in ["", "+", "+4a", "1.com.5", "-a.com", "a b", "a..b"] {
            check(&["tel:2034;phone-context=", context].concat(), None);
        }
        // Another library was seen to panic here.
        check(";phone-context=+193;phtel:one-context=", Some("+193"));
    }
}
