//! The part of a text that can be a number: what stands around it, and the parameters of a `tel:` URI.
//! Whether that part is a number is not judged here.
//!
//! `;phone-context` and `;isub` follow RFC 3966, as far as libphonenumber does:
//! <https://www.rfc-editor.org/rfc/rfc3966#section-3>

use super::fold::{digit, is_plus, is_word};
use std::borrow::Cow;

const CONTEXT: &str = ";phone-context=";
const SUBADDRESS: &str = ";isub=";
const SCHEME: &str = "tel:";

/// The part of the text that can be a number, its extension included; `None` when a phone context is
/// neither a number nor a domain.
pub(super) fn candidate(text: &str) -> Option<Cow<'_, str>> {
    let candidate = match text.split_once(CONTEXT) {
        Some((before, after)) => {
            let context = after.split_once(';').map_or(after, |(context, _)| context);
            if !is_global_number(context) && !is_domain(context) {
                return None;
            }
            // Where the scheme comes after the parameters, nothing lies between.
            let local = match (before.split_once(SCHEME), text.contains(SCHEME)) {
                (Some((_, local)), _) => local,
                (None, true) => "",
                (None, false) => before,
            };
            if context.starts_with('+') {
                Cow::Owned([context, local].concat())
            } else {
                Cow::Borrowed(local)
            }
        }
        None => Cow::Borrowed(possible_part(text)),
    };
    Some(match candidate.find(SUBADDRESS) {
        Some(at) if at > 0 => match candidate {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(..at).unwrap_or(text)),
            Cow::Owned(mut text) => {
                text.truncate(at);
                Cow::Owned(text)
            }
        },
        _ => candidate,
    })
}

/// From the first digit or plus, without what can't end a number, and without a second extension as in
/// `x302/x2303`.
fn possible_part(text: &str) -> &str {
    let Some(start) = text.find(|c| is_plus(c) || digit(c).is_some()) else {
        return "";
    };
    let text = text.get(start..).unwrap_or_default();
    let text = text.trim_end_matches(|c| !is_word(c) && c != '#');
    let is_second = |at: usize| {
        let after = text.get(at + 1..).unwrap_or_default();
        after.trim_start_matches(' ').starts_with('x')
    };
    match text.match_indices(['/', '\\']).find(|&(at, _)| is_second(at)) {
        Some((at, _)) => text.get(..at).unwrap_or(text),
        None => text,
    }
}

/// `+` and digits, with single marks between them.
fn is_global_number(context: &str) -> bool {
    context.strip_prefix('+').is_some_and(|rest| {
        rest.chars().any(|c| digit(c).is_some())
            && rest.chars().all(|c| digit(c).is_some() || matches!(c, '-' | '.' | '(' | ')'))
    })
}

/// Labels between dots; the last begins with a letter.
fn is_domain(context: &str) -> bool {
    let word = |c: char| c.is_ascii_alphabetic() || digit(c).is_some();
    let label = |label: &str| {
        label.starts_with(word)
            && label.ends_with(word)
            && label.chars().all(|c| word(c) || c == '-')
    };
    let context = context.strip_suffix('.').unwrap_or(context);
    let top = context.rsplit('.').next().unwrap_or_default();
    top.starts_with(|c: char| c.is_ascii_alphabetic()) && context.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(candidate(text).as_deref(), expected, "{text}");
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
