//! What may have been meant by a text that is refused. Only numbers that are valid are ever suggested,
//! and none is taken in place of what was typed.

use alloc::string::String;
use alloc::vec::Vec;

use super::digits::Digits;
use super::fold::is_plus;
use super::strict::{Failure, Number, push_number};
use super::strip::{self, MOST_DIGITS};
use super::text::decode;
use super::{Region, wording};

/// The ways out of most countries, which people write whether or not their own country uses them:
/// <https://www.itu.int/dms_pub/itu-t/opb/sp/T-SP-E.164C-2011-PDF-E.pdf>
const PREFIXES: [&[u8]; 2] = [&[0, 0], &[0, 1, 1]];

/// From this many digits on, a number without a plus is offered with one. Fewer are as likely to be a
/// national number of ten digits with one typed twice.
const WITH_CALLING_CODE: usize = 12;

/// E.164 numbers that `text` may stand for, likeliest first, if it belongs to one of the `likely`
/// regions; empty when none of them knows it.
///
/// ```
/// use quo_contacts::phone::{Region, suggest};
///
/// let likely = ["US", "GB"].map(|code| Region::from_code(code).unwrap());
/// assert_eq!(suggest("020 7946 0958", &likely), ["+442079460958"]);
/// ```
#[must_use]
pub fn suggest(text: &str, likely: &[Region]) -> Vec<String> {
    let text = decode(text);
    let mut found = Vec::new();
    for &region in likely {
        add(&mut found, &text, Some(region));
        if let Some((shorter, _)) = wording::after(&text) {
            add(&mut found, shorter, Some(region));
        }
    }
    others(&mut found, &text, likely.first().copied());
    written(&found)
}

/// E.164 numbers by their digits, as texts.
pub(super) fn written(numbers: &[u64]) -> Vec<String> {
    let text = |number: &u64| {
        let mut text = String::from("+");
        push_number(&mut text, *number);
        text
    };
    numbers.iter().map(text).collect()
}

/// What digits without any sign stand for.
pub(super) fn digits(digits: &[u8], country: Option<Region>) -> Vec<u64> {
    let mut found = Vec::new();
    keep(&mut found, Number::read_digits(false, digits, country));
    if found.is_empty() {
        add_international(&mut found, digits);
    }
    found
}

/// The numbers of a list.
pub(super) fn listed(text: &[char], country: Option<Region>) -> Vec<u64> {
    let mut found = Vec::new();
    wording::list(text, |part| add(&mut found, part, country));
    found
}

/// What may have been meant instead; `listed` are the numbers found as parts of the text.
pub(super) fn instead(text: &[char], country: Option<Region>, listed: Vec<u64>) -> Vec<u64> {
    let mut found = listed;
    others(&mut found, text, country);
    found
}

fn others(found: &mut Vec<u64>, text: &[char], country: Option<Region>) {
    let digits: Digits<MOST_DIGITS> = strip::digits(text, false);
    if text.iter().any(|&c| is_plus(c)) {
        // A plus before a national number.
        keep(found, Number::read_digits(false, &digits, country));
        return;
    }
    for prefix in PREFIXES {
        if let Some(rest) = digits.strip_prefix(prefix) {
            add_international(found, rest);
        }
    }
    if digits.len() >= WITH_CALLING_CODE && country.is_some() {
        add_international(found, &digits);
    }
    // A spreadsheet's `14155552671.0`.
    if let Some(whole) = text.strip_suffix(&['.', '0']) {
        add(found, whole, country);
    }
}

fn add_international(found: &mut Vec<u64>, mut digits: &[u8]) {
    while let [0, rest @ ..] = digits {
        digits = rest;
    }
    keep(found, Number::read_digits(true, digits, None));
}

/// Adds the number of a text, if it is valid.
fn add(found: &mut Vec<u64>, text: &[char], country: Option<Region>) {
    keep(found, Number::read_chars(text, country));
}

fn keep(found: &mut Vec<u64>, read: Result<Number, Failure>) {
    if let Ok(number) = read
        && number.is_valid()
        && number.fits_e164()
    {
        let digits = number.e164_digits();
        if !found.contains(&digits) {
            found.push(digits);
        }
    }
}
