//! What people and spreadsheets write around and instead of a number. Nothing is judged here: each
//! function takes a text apart, and the verdict tries the parts.

use super::digits::Digits;
use super::fold::{digit, is_plus, is_word};
use super::strip::MOST_DIGITS;
use super::text::{after_any_case, trim_end, trim_start};

/// The shortest part of a list that is taken for a number of its own.
const FEWEST_DIGITS: usize = 7;

/// A number in scientific notation, as a spreadsheet writes it: its digits, or none when some were
/// rounded away.
pub(super) fn scientific(text: &[char]) -> Option<Digits<MOST_DIGITS>> {
    let text = trim_start(text, |c| !c.is_ascii_digit());
    let whole = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let (whole, rest) = text.split_at_checked(whole)?;
    let (&'.' | &',', rest) = rest.split_first()? else {
        return None;
    };
    let (fraction, rest) =
        rest.split_at_checked(rest.iter().take_while(|c| c.is_ascii_digit()).count())?;
    let rest = after_any_case(rest, "e")?;
    let exponent = trim_end(rest.strip_prefix(&['+']).unwrap_or(rest), |c| c == ' ');
    let mut power = 0_usize;
    for &c in exponent {
        power = power.saturating_mul(10).saturating_add(digit(c)?.into());
    }
    if whole.is_empty() || exponent.is_empty() {
        return None;
    }
    let mut digits = Digits::new();
    // A shorter fraction than the power was rounded; a longer one is no whole number.
    if fraction.len() == power {
        whole.iter().chain(fraction).filter_map(|&c| digit(c)).for_each(|value| {
            digits.push(value);
        });
    }
    Some(digits)
}

/// Gives the parts of a list that are long enough for a number; fewer than two parts make no list.
pub(super) fn list<'a>(text: &'a [char], mut give: impl FnMut(&'a [char])) {
    let mut part = text;
    let mut at = 0;
    while let Some((before, from)) = part.split_at_checked(at) {
        let next = separator(from);
        at += 1;
        // The last part ends with the text, and is one only where another came before.
        let ends = from.is_empty() && part.len() < text.len();
        if ends || next.is_some() {
            if before.iter().filter(|&&c| digit(c).is_some()).count() >= FEWEST_DIGITS {
                give(before);
            }
            at = 0;
            match next {
                Some(next) => part = next,
                None => break,
            }
        }
    }
}

/// What follows a separator of lists, if the text begins with one.
fn separator(text: &[char]) -> Option<&[char]> {
    match text.split_first()? {
        ('/' | ';' | ',' | '|' | '&' | '\n', rest) => Some(rest),
        (' ', _) => after_any_case(text, " or ").or_else(|| after_any_case(text, " and ")),
        _ => None,
    }
}

/// The words before the number, without `tel` and `phone`, which say nothing.
pub(super) fn before(text: &[char]) -> Option<&[char]> {
    let number = text.iter().position(|&c| is_plus(c) || digit(c).is_some())?;
    let word = words(text.get(..number)?)?;
    let says_nothing = |name| after_any_case(word, name).is_some_and(<[char]>::is_empty);
    (!says_nothing("tel") && !says_nothing("phone")).then_some(word)
}

/// The text up to its last digit, and the words that follow, set off from it by a blank or a mark.
pub(super) fn after(text: &[char]) -> Option<(&[char], &[char])> {
    let last = text.iter().rposition(|&c| digit(c).is_some())?;
    let (number, rest) = text.split_at_checked(last + 1)?;
    let set_off = rest.first().is_some_and(|&c| !is_word(c) && c != '-');
    Some((number, words(rest).filter(|_| set_off)?))
}

/// A text without the marks around it, if it holds a word.
pub(super) fn words(text: &[char]) -> Option<&[char]> {
    let text = trim_end(trim_start(text, |c| !is_word(c)), |c| !is_word(c));
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[track_caller]
    fn check_scientific(text: &str, expected: Option<&str>) {
        let shown = |digits: &[u8]| digits.iter().map(ToString::to_string).collect::<String>();
        let found = scientific(&chars(text)).map(|digits| shown(&digits));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn scientific_notation_is_undone_where_nothing_was_lost() {
        check_scientific("4.155552671E+09", Some("4155552671"));
        check_scientific("4,155552671e9 ", Some("4155552671"));
        check_scientific("4.15555E+09", Some(""));
        check_scientific("4.1555526712E+09", Some(""));
        check_scientific("4155552671", None);
        check_scientific("4.155552671 ext 9", None);
        check_scientific("415.555.2671", None);
    }

    #[test]
    fn lists_are_split_into_parts_that_could_be_numbers() {
        let parts = |text| {
            let mut parts = Vec::new();
            list(&chars(text), |part| parts.push(part.iter().collect::<String>()));
            parts
        };
        assert_eq!(
            parts("415 555 2671 / 415 555 2672 or 4155552673,12"),
            ["415 555 2671 ", " 415 555 2672", "4155552673"]
        );
        assert_eq!(parts("12,4155552671"), ["4155552671"]);
        assert_eq!(parts("4155552671;"), ["4155552671"]);
        assert_eq!(parts("030/1234567"), ["1234567"]);
        assert!(parts("4155552671").is_empty());
    }

    #[test]
    fn words_beside_the_number_are_told_apart_from_it() {
        assert_eq!(before(&chars("Cell: +1 415")), Some(&*chars("Cell")));
        assert_eq!(before(&chars("tel:+1 415")), None);
        assert_eq!(before(&chars("'+1 415")), None);
        let text = chars("(473) 269-1234 (home)");
        let (number, word) = after(&text).unwrap();
        assert_eq!((number.len(), word), (14, &*chars("home")));
    }
}
