//! The state of a field in which a number is being typed. A number that is merely incomplete is never an
//! issue here; the verdict on what was typed in the end is `parse`.

use super::fold::{digit, is_plain, is_plus};
use super::metadata::{self, Plan, Territory};
use super::strict::LONGEST_TEXT;
use super::text::decode;
use super::{AsYouType, Level, Reason, Region, find, strip};
use alloc::borrow::ToOwned;
use alloc::string::String;

/// An international prefix and the longest number: more digits are dialed nowhere.
const LONGEST_DIALED: usize = 24;

/// A field in which a number is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The text, laid out as far as it goes.
    pub formatted: String,
    /// The number as E.164, as soon as it is valid.
    pub e164: Option<String>,
    /// Whether the number is valid as it stands.
    pub complete: bool,
    /// Whether it is, or can become, a number by typing on.
    pub possible: bool,
    /// Why it is neither: never set while digits are merely missing.
    pub reason: Option<Reason>,
}

/// The state of a field that holds `text`; `country` is where a number without a calling code is at home.
///
/// The text may be one that was laid out before: marks between digits are dropped and set anew.
///
/// ```
/// use quo_contacts::phone::{Region, phone_state};
///
/// let state = phone_state("415-5552", Region::from_code("US"));
/// assert_eq!(state.formatted, "415-5552");
/// assert!(state.possible && !state.complete && state.reason.is_none());
/// ```
#[must_use]
pub fn phone_state(text: &str, country: Option<Region>) -> State {
    let chars = decode(text);
    if chars.len() > LONGEST_TEXT {
        // No number, whatever comes: it stays as it is.
        let (formatted, reason) = (text.to_owned(), Some(Reason::NotANumber));
        return State { formatted, e164: None, complete: false, possible: false, reason };
    }
    let formatted = lay_out(text, country);
    match find(&chars, country, Level::Valid) {
        Ok(found) => State {
            formatted,
            e164: Some(found.number.e164()),
            complete: true,
            possible: true,
            reason: None,
        },
        Err(refusal) => {
            let reason = Some(refusal.reason).filter(|&reason| is_final(reason, text, country));
            State { formatted, e164: None, complete: false, possible: reason.is_none(), reason }
        }
    }
}

/// Sets the marks of a text anew; a text with anything but digits and marks, or with a plus behind a digit, stays
/// as it is.
fn lay_out(text: &str, country: Option<Region>) -> String {
    if !text.chars().all(|c| is_plain(c) || is_plus(c) || digit(c).is_some()) {
        return text.to_owned();
    }
    let mut typing = AsYouType::new(country);
    let mut before = false;
    for c in text.chars() {
        if is_plus(c) && before {
            return text.to_owned();
        }
        if digit(c).is_some() || is_plus(c) {
            typing.input(c);
            before = true;
        }
    }
    typing.output().to_owned()
}

/// Whether typing on can't mend what is wrong.
fn is_final(reason: Reason, text: &str, country: Option<Region>) -> bool {
    match reason {
        Reason::TooShort | Reason::LocalOnly | Reason::InvalidLength => false,
        // Nothing but marks so far.
        Reason::NotANumber => !text.chars().all(|c| is_plain(c) || is_plus(c)),
        // One or two digits may begin a calling code that is longer.
        Reason::UnknownCallingCode => text.chars().filter(|&c| digit(c).is_some()).count() > 2,
        Reason::NotInUse | Reason::TooLong => !can_go_on(text, country),
        Reason::CountryRequired | Reason::ScientificNotation | Reason::SeveralNumbers => true,
    }
}

/// Whether the region has longer numbers than the digits so far, what may be a prefix not counted.
fn can_go_on(text: &str, country: Option<Region>) -> bool {
    let text = decode(text);
    let digits = strip::digits(&text, false);
    if text.iter().any(|&c| is_plus(c)) {
        let found = strip::plan_in_front(&digits);
        return found.is_some_and(|(plan, length)| {
            let national = digits.get(length..).unwrap_or_default();
            plan.territories.first().is_some_and(|main| has_longer(plan, main, national))
        });
    }
    let Some((plan, home)) = country.and_then(metadata::territory) else {
        return false;
    };
    if plan.states.front(home.international_prefix, &digits).is_some() {
        return digits.len() < LONGEST_DIALED;
    }
    // The calling code may be there without its plus.
    let national = strip::own_number(&digits, plan);
    has_longer(plan, home, &digits) || national.is_some_and(|rest| has_longer(plan, home, rest))
}

fn has_longer(plan: &Plan, territory: &Territory, national: &[u8]) -> bool {
    let prefix = plan.states.front(territory.national_prefix, national).map_or(0, |found| found.0);
    let typed = u32::try_from(national.len() - prefix).unwrap_or(u32::MAX);
    territory.lengths.checked_shr(typed).is_some_and(|longer| longer > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, country: &str, formatted: &str, reason: Option<Reason>) {
        let state = phone_state(text, Region::from_code(country));
        assert_eq!((state.formatted.as_str(), state.reason), (formatted, reason), "{text}");
        assert_eq!(state.possible, reason.is_none(), "{text}");
    }

    #[test]
    fn no_beginning_of_a_valid_number_is_an_issue() {
        for (number, country) in [
            ("4155552671", "US"),
            ("+14155552671", ""),
            ("02079460958", "GB"),
            ("+442079460958", "US"),
            ("03012345678", "DE"),
            ("+493012345678", "US"),
            ("01115 2345 6789", "AR"),
            ("447400123456", "GB"),
            ("525512345678", "MX"),
            ("4915123456789", "DE"),
            ("+390669812345", "IT"),
        ] {
            for (end, _) in number.char_indices() {
                let state = phone_state(number.get(..end).unwrap(), Region::from_code(country));
                assert_eq!(state.reason, None, "{number} up to {end}");
            }
            assert!(phone_state(number, Region::from_code(country)).complete, "{number}");
        }
    }

    #[test]
    fn what_was_laid_out_can_be_typed_on() {
        check("(415) 555-26", "US", "(415) 555-26", None);
        check("(415) 555-267", "US", "(415) 555-267", None);
        check("+44 20 7946 095", "US", "+44 20 7946 095", None);
        check("+", "US", "+", None);
        check("", "US", "", None);
    }

    #[test]
    fn what_no_digit_can_mend_is_an_issue() {
        check("415555267111", "US", "415555267111", Some(Reason::TooLong));
        check("0000000000", "US", "0000000000", Some(Reason::NotInUse));
        check("+999", "US", "+999", Some(Reason::UnknownCallingCode));
        check("abc", "US", "abc", Some(Reason::NotANumber));
        let endless = "9".repeat(100_000);
        check(&endless, "US", &endless, Some(Reason::NotANumber));
        check("4155", "", "4155", Some(Reason::CountryRequired));
        check("3385+887562", "GB", "3385+887562", None);
    }
}
