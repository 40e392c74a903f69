//! What stands before the national number: plus, international prefix, calling code, national prefix.
//! Whether the rest is a number of the region is asked, but not decided here.
//!
//! The order of the steps is libphonenumber's (`maybeExtractCountryCode`,
//! `maybeStripNationalPrefixAndCarrierCode`):
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>

use super::digits::Digits;
use super::fold::{digit, key};
use super::metadata::{self, Plan, Territory};
use super::model::{DROP, REWRITE};
use super::strict::Failure;
use super::validate::{Possibility, possibility};
use alloc::borrow::Cow;

/// A text without a calling code of three digits or more after its international prefix is no number.
const LEAST_AFTER_PREFIX: usize = 2;
/// From this many letters on, letters stand for digits.
const LEAST_LETTERS: usize = 3;

/// More digits than any number has together with all that can stand before it: 17 of the number, 3 of
/// the calling code, and prefixes. What follows only makes a number longer that is too long already.
pub(super) const MOST_DIGITS: usize = 47;

/// The digits of a text, by value; where letters stand for digits, as the keys that bear them.
pub(super) fn digits(text: &[char], letters: bool) -> Digits<MOST_DIGITS> {
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

/// The calling code in front of the digits, if there is one, and what follows.
pub(super) fn calling_code<'a>(
    has_plus: bool,
    digits: &'a [u8],
    home: Option<(&'static Plan, &Territory)>,
) -> Result<(Option<&'static Plan>, Cow<'a, [u8]>), Failure> {
    if has_plus {
        return international(digits);
    }
    let Some((plan, territory)) = home else {
        return Ok((None, digits.into()));
    };
    let prefix = plan.states.front(territory.international_prefix, digits);
    if let Some((length, _)) = prefix
        // No calling code begins with 0.
        && digits.get(length) != Some(&0)
    {
        return international(digits.get(length..).unwrap_or_default());
    }
    Ok(match own_calling_code(digits, plan, territory) {
        Some(rest) => (Some(plan), rest),
        None => (None, digits.into()),
    })
}

fn international(digits: &[u8]) -> Result<(Option<&'static Plan>, Cow<'_, [u8]>), Failure> {
    if digits.len() <= LEAST_AFTER_PREFIX {
        return Err(Failure::TooShortAfterPrefix);
    }
    let (plan, length) = plan_in_front(digits).ok_or(Failure::UnknownCallingCode)?;
    Ok((Some(plan), digits.get(length..).unwrap_or_default().into()))
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
fn own_calling_code<'a>(
    digits: &'a [u8],
    plan: &Plan,
    territory: &Territory,
) -> Option<Cow<'a, [u8]>> {
    let rest = own_number(digits, plan)?;
    let rest = national_prefix(rest, plan, territory);
    let general = |digits: &[u8]| plan.states.whole(territory.general, digits) != 0;
    let is_code = (!general(digits) && general(&rest))
        || possibility(digits.len(), territory) == Possibility::TooLong;
    is_code.then_some(rest)
}

/// What follows the calling code of its own country, if the digits begin with it.
pub(super) fn own_number<'a>(digits: &'a [u8], plan: &Plan) -> Option<&'a [u8]> {
    strip_number(digits, plan.calling_code)
}

fn strip_number(digits: &[u8], number: u16) -> Option<&[u8]> {
    let digit = (number % 10) as u8;
    let rest = if number < 10 { digits } else { strip_number(digits, number / 10)? };
    rest.strip_prefix(&[digit])
}

/// The digits without their national prefix, where leaving it out does not spoil the number.
pub(super) fn national_prefix<'a>(
    digits: &'a [u8],
    plan: &Plan,
    territory: &Territory,
) -> Cow<'a, [u8]> {
    let Some((length, label)) = plan.states.front(territory.national_prefix, digits) else {
        return digits.into();
    };
    let rest = digits.get(length..).unwrap_or_default();
    let stripped = if label == DROP {
        Cow::Borrowed(rest)
    } else {
        let kept = label - REWRITE;
        let group = digits.get(usize::from(kept & 7)..length - usize::from(kept >> 3));
        let mut rewritten = territory.literal.clone();
        rewritten.extend_from_slice(group.unwrap_or_default());
        rewritten.extend_from_slice(rest);
        Cow::Owned(rewritten)
    };
    let general = |digits: &[u8]| plan.states.whole(territory.general, digits) != 0;
    if general(digits) && !general(&stripped) { digits.into() } else { stripped }
}
