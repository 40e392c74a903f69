//! What may have been meant by a text that is refused. Only numbers that are valid are ever suggested,
//! and none is taken in place of what was typed.

use super::fold::{digit, is_plus};
use super::strict::{LONGEST_TEXT, Number};
use super::text::{decode, trim_start};
use super::{Region, wording};
use alloc::string::String;
use alloc::vec::Vec;

/// The ways out of most countries, which people write whether or not their own country uses them:
/// <https://www.itu.int/dms_pub/itu-t/opb/sp/T-SP-E.164C-2011-PDF-E.pdf>
const PREFIXES: [&str; 2] = ["00", "011"];

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
    let text = decode(text, LONGEST_TEXT);
    let mut found = Vec::new();
    for &region in likely {
        add(&mut found, &text, Some(region));
        if let Some((shorter, _)) = wording::after(&text) {
            add(&mut found, shorter, Some(region));
        }
    }
    others(&mut found, &text, likely.first().copied());
    found
}

/// What digits without any sign stand for.
pub(super) fn digits(digits: &[char], country: Option<Region>) -> Vec<String> {
    let mut found = Vec::new();
    add(&mut found, digits, country);
    if found.is_empty() {
        add_international(&mut found, digits);
    }
    found
}

/// The numbers of a list.
pub(super) fn listed(text: &[char], country: Option<Region>) -> Vec<String> {
    let mut found = Vec::new();
    for part in wording::list(text) {
        add(&mut found, part, country);
    }
    found
}

/// What may have been meant instead; `listed` are the numbers found as parts of the text.
pub(super) fn instead(text: &[char], country: Option<Region>, listed: Vec<String>) -> Vec<String> {
    let mut found = listed;
    others(&mut found, text, country);
    found
}

fn others(found: &mut Vec<String>, text: &[char], country: Option<Region>) {
    let plus = text.iter().any(|&c| is_plus(c));
    let digits: Vec<char> = text.iter().copied().filter(|&c| digit(c).is_some()).collect();
    if plus {
        // A plus before a national number.
        add(found, &digits, country);
        return;
    }
    for prefix in PREFIXES {
        if let Some(rest) = super::text::after(&digits, prefix) {
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

fn add_international(found: &mut Vec<String>, digits: &[char]) {
    let digits = trim_start(digits, |c| c == '0');
    add(found, &[&['+'], digits].concat(), None);
}

/// Adds the number of a text, if it is valid.
fn add(found: &mut Vec<String>, text: &[char], country: Option<Region>) {
    if let Ok(number) = Number::read_chars(text, country)
        && number.is_valid()
        && number.fits_e164()
    {
        let e164 = number.e164();
        if !found.contains(&e164) {
            found.push(e164);
        }
    }
}
