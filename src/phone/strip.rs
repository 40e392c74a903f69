//! What stands before the national number: plus, international prefix, calling code, national prefix.
//! Whether the rest is a number of the region is asked, but not decided here.
//!
//! The order of the steps is libphonenumber's (`maybeExtractCountryCode`,
//! `maybeStripNationalPrefixAndCarrierCode`):
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>

use super::digits::Digits;
use super::fold::{digit, is_plus, key};
use super::metadata::{self, Plan, Territory};
use super::model::{DROP, REWRITE};
use super::strict::Failure;
use super::text::trim_start;
use super::validate::{Possibility, possibility};

/// A text without a calling code of three digits or more after its international prefix is no number.
const LEAST_AFTER_PREFIX: usize = 2;
/// From this many letters on, letters stand for digits.
const LEAST_LETTERS: usize = 3;

/// The digits of a text, by value; where letters stand for digits, as the keys that bear them.
pub(super) fn digits(text: &[char], letters: bool) -> Digits {
    let mut digits = Digits::new();
    for &c in text {
        if let Some(value) = if letters { key(c) } else { digit(c) } {
            digits.push(value);
        }
    }
    digits
}

/// Whether letters of the text stand for digits.
pub(super) fn has_letters(text: &[char]) -> bool {
    text.iter().filter(|c| c.is_ascii_alphabetic()).count() >= LEAST_LETTERS
}

/// The calling code in front of the text, if it has one, and what follows; or else its digits.
pub(super) fn calling_code(
    text: &[char],
    letters: bool,
    home: Option<(&'static Plan, &Territory)>,
) -> Result<(Option<&'static Plan>, Digits), Failure> {
    let after_plus = trim_start(text, is_plus);
    let digits = digits(after_plus, letters);
    if after_plus.len() < text.len() {
        return international(&digits);
    }
    let Some((plan, territory)) = home else {
        return Ok((None, digits));
    };
    let prefix = plan.states.front(territory.international_prefix, &digits);
    if let Some((length, _)) = prefix
        // No calling code begins with 0.
        && digits.get(length) != Some(&0)
    {
        return international(digits.get(length..).unwrap_or_default());
    }
    Ok(match own_calling_code(&digits, plan, territory) {
        Some(rest) => (Some(plan), rest),
        None => (None, digits),
    })
}

fn international(digits: &[u8]) -> Result<(Option<&'static Plan>, Digits), Failure> {
    if digits.len() <= LEAST_AFTER_PREFIX {
        return Err(Failure::TooShortAfterPrefix);
    }
    match plan_in_front(digits) {
        Some((plan, length)) => Ok((Some(plan), digits.get(length..).unwrap_or_default().into())),
        None => Err(Failure::UnknownCallingCode),
    }
}

/// The calling code with which digits begin, and its length.
pub(super) fn plan_in_front(digits: &[u8]) -> Option<(&'static Plan, usize)> {
    let mut calling_code = 0;
    for (index, &digit) in digits.iter().enumerate().take(3) {
        calling_code = calling_code * 10 + u16::from(digit);
        if calling_code == 0 {
            break;
        }
        if let Some(plan) = metadata::plan(calling_code) {
            return Some((plan, index + 1));
        }
    }
    None
}

/// A number that begins with the calling code of its own country, without a plus: that is so when it is
/// no number of the country otherwise, or too long for one.
fn own_calling_code(digits: &[u8], plan: &Plan, territory: &Territory) -> Option<Digits> {
    let rest = strip_number(digits, plan.calling_code)?;
    let rest = national_prefix(rest, plan, territory);
    let general = |digits: &[u8]| plan.states.whole(territory.general, digits) != 0;
    let is_code = (!general(digits) && general(&rest))
        || possibility(digits.len(), territory) == Possibility::TooLong;
    is_code.then_some(rest)
}

fn strip_number(digits: &[u8], number: u16) -> Option<&[u8]> {
    let digit = (number % 10) as u8;
    let rest = if number < 10 { digits } else { strip_number(digits, number / 10)? };
    rest.strip_prefix(&[digit])
}

/// The digits without their national prefix, where leaving it out does not spoil the number.
pub(super) fn national_prefix(digits: &[u8], plan: &Plan, territory: &Territory) -> Digits {
    let Some((length, label)) = plan.states.front(territory.national_prefix, digits) else {
        return digits.into();
    };
    let mut stripped = Digits::new();
    if label != DROP {
        let kept = label - REWRITE;
        let group = digits.get(usize::from(kept & 7)..length - usize::from(kept >> 3));
        stripped.extend(&territory.literal);
        stripped.extend(group.unwrap_or_default());
    }
    stripped.extend(digits.get(length..).unwrap_or_default());
    let general = |digits: &[u8]| plan.states.whole(territory.general, digits) != 0;
    if general(digits) && !general(&stripped) { digits.into() } else { stripped }
}
