//! Numbers in decimal, as people, JSON and JavaScript write them, and whether a double holds them.
//!
//! A double is known by its shortest decimal: at most 17 digits. So a number is kept as those digits,
//! and neither read into a double nor printed from one: what the API gets are the digits that were
//! written. What a number means is not known here.

mod fault;
mod shortest;

pub use fault::Fault;

use alloc::string::String;
use alloc::string::ToString;
use shortest::{PROVED, is_shortest};

/// A finite number that a double holds: its shortest decimal.
///
/// ```
/// use quo_contacts::decimal::{Decimal, Fault};
///
/// assert_eq!(Decimal::parse("007.50").unwrap().to_string(), "7.5");
/// assert_eq!(Decimal::parse("1e21").unwrap().to_string(), "1e+21");
/// assert_eq!(Decimal::parse("9007199254740993"), Err(Fault::Inexact));
/// assert_eq!(Decimal::parse("1e999"), Err(Fault::NotFinite));
/// assert_eq!(Decimal::parse("1,5"), Err(Fault::NotANumber));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// Without a zero at its end; 0 for zero.
    digits: u64,
    exponent: i32,
}

/// More digits than this no double needs.
const MOST_DIGITS: u32 = 17;

/// The digits of the largest double, 1.7976931348623157e308.
const LARGEST: u64 = 17_976_931_348_623_157;

/// Where the point of the smallest double stands, 5e-324.
const SMALLEST: i32 = -323;

/// A decimal of so many digits comes back from a double as it was. Source: `DBL_DIG` of IEEE 754 binary64.
const SAFE_DIGITS: i32 = 15;

impl Decimal {
    /// Reads a number, if a double holds it.
    ///
    /// # Errors
    /// `1,5`: not a number; `1e999`: not finite; `0.1234567890123456789`: no double has these digits.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::read(text)?.judged()
    }

    /// The number, if a double holds it.
    fn judged(self) -> Result<Self, Fault> {
        let Self { digits, exponent, .. } = self;
        let length = count(digits);
        let zeros = || MOST_DIGITS.saturating_sub(length.unsigned_abs());
        match exponent.saturating_add(length) {
            310.. => Err(Fault::NotFinite),
            309 if followed(digits, zeros()) > Some(LARGEST) => Err(Fault::NotFinite),
            // Below 2.2e-308, doubles have fewer digits.
            ..=-307 => Err(Fault::Inexact),
            _ if length <= SAFE_DIGITS || is_shortest(digits, exponent) => Ok(self),
            _ => Err(Fault::Inexact),
        }
    }

    /// Reads what a machine printed, JavaScript for a double or a writer of JSON: very large and very small
    /// numbers of 16 and 17 digits are taken for a double's, too.
    ///
    /// # Errors
    /// `NaN` and `Infinity`, and what no double is printed as.
    pub fn of_double(text: &str) -> Result<Self, Fault> {
        let read = Self::read(text)?;
        match read.judged() {
            Err(Fault::Inexact) if !PROVED.contains(&read.exponent) && read.point() >= SMALLEST => {
                Ok(read)
            }
            judged => judged,
        }
    }

    /// The place of the point, counted from the first digit.
    fn point(self) -> i32 {
        self.exponent.saturating_add(count(self.digits))
    }

    /// The number as a double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or_default()
    }

    /// The number as an integer, if it is one and not beyond the integer's range.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        let zeros = u32::try_from(self.exponent).ok()?;
        let whole = i64::try_from(followed(self.digits, zeros)?).ok()?;
        Some(if self.negative { -whole } else { whole })
    }

    /// Whether the double may stand for other digits: from 2^53 on, doubles skip whole numbers.
    #[must_use]
    pub fn may_be_rounded(self) -> bool {
        let exact = |whole: i64| whole.unsigned_abs() < 1 << 53;
        self.exponent >= 0 && !self.to_whole().is_some_and(exact)
    }

    /// The same number on the other side of zero.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { negative: !self.negative && self.digits != 0, ..self }
    }

    /// Digits, point and exponent, whatever a double makes of them.
    fn read(text: &str) -> Result<Self, Fault> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let end = unsigned.bytes().position(|byte| matches!(byte, b'e' | b'E'));
        let (mantissa, power) = match end.and_then(|end| unsigned.split_at_checked(end)) {
            Some((mantissa, power)) => (mantissa, self::power(power).ok_or(Fault::NotANumber)?),
            None => (unsigned, 0),
        };
        let (mut digits, mut kept, mut zeros, mut fraction) = (0_u64, 0, 0, 0);
        let (mut seen, mut point, mut too_many) = (false, false, false);
        for byte in mantissa.bytes() {
            match byte {
                b'0'..=b'9' => {
                    seen = true;
                    fraction += i32::from(point);
                    if byte == b'0' {
                        // A zero counts when a digit follows it.
                        zeros += u32::from(kept > 0);
                        continue;
                    }
                    kept += zeros + 1;
                    too_many |= kept > MOST_DIGITS;
                    if !too_many {
                        digits = followed(digits, zeros + 1).unwrap_or_default()
                            + u64::from(byte - b'0');
                    }
                    zeros = 0;
                }
                b'.' if !point => point = true,
                _ => return Err(Fault::NotANumber),
            }
        }
        if !seen {
            return Err(Fault::NotANumber);
        }
        if too_many {
            return Err(Fault::Inexact);
        }
        if digits == 0 {
            return Ok(Self::default());
        }
        let trailing = i32::try_from(zeros).unwrap_or(i32::MAX);
        let exponent = power.saturating_add(trailing).saturating_sub(fraction);
        Ok(Self { negative: unsigned.len() < text.len(), digits, exponent })
    }

    /// Writes the number as JavaScript prints it, which is also JSON.
    ///
    /// Source: `Number::toString` of ECMA-262.
    pub fn write(self, out: &mut String) {
        if self.negative {
            out.push('-');
        }
        let mut room = [0; 20];
        let digits = spell(self.digits, &mut room);
        // The place of the point, counted from the first digit.
        let point = count(self.digits) + self.exponent;
        let zeros = |out: &mut String, count: i32| (0..count).for_each(|_| out.push('0'));
        match point {
            1..=21 if self.exponent >= 0 => {
                out.push_str(digits);
                zeros(out, self.exponent);
            }
            1..=21 => push_split(out, digits, point),
            -5..=0 => {
                out.push_str("0.");
                zeros(out, -point);
                out.push_str(digits);
            }
            _ => {
                if digits.len() == 1 {
                    out.push_str(digits);
                } else {
                    push_split(out, digits, 1);
                }
                out.push_str(if point > 0 { "e+" } else { "e-" });
                push_digits(out, (point - 1).unsigned_abs().into());
            }
        }
    }
}

impl core::fmt::Display for Decimal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

impl core::fmt::Debug for Decimal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(self, f)
    }
}

/// Adds the digits of a number.
pub(crate) fn push_digits(out: &mut String, number: u64) {
    out.push_str(spell(number, &mut [0; 20]));
}

/// The digits of a number, without a text of their own.
fn spell(number: u64, room: &mut [u8; 20]) -> &str {
    let mut rest = number;
    let mut start = room.len();
    for (place, slot) in room.iter_mut().enumerate().rev() {
        *slot = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        start = place;
        if rest == 0 {
            break;
        }
    }
    room.get(start..).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or_default()
}

/// Digits with a point after the first `before` of them.
fn push_split(out: &mut String, digits: &str, before: i32) {
    let before = usize::try_from(before).unwrap_or_default();
    if let Some((whole, fraction)) = digits.split_at_checked(before) {
        out.push_str(whole);
        out.push('.');
        out.push_str(fraction);
    }
}

/// A number with so many zeros behind it, if that is not too large.
fn followed(digits: u64, zeros: u32) -> Option<u64> {
    (0..zeros.min(20)).try_fold(digits, |digits, _| digits.checked_mul(10))
}

/// The exponent after an `e`, which stands before it; one that no number needs is as large as any.
fn power(text: &str) -> Option<i32> {
    let text = text.get(1..)?;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let add = |sum: i32, digit: u8| (sum * 10 + i32::from(digit - b'0')).min(i32::MAX / 20);
    let size = digits.bytes().fold(0, add);
    Some(if text.starts_with('-') { -size } else { size })
}

/// How many digits a number has; one for zero.
fn count(digits: u64) -> i32 {
    digits.checked_ilog10().map_or(1, |log| i32::try_from(log).unwrap_or_default() + 1)
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(
            Decimal::parse(text).map(|number| number.to_string()),
            Ok(expected.to_owned()),
            "{text}"
        );
    }

    #[test]
    fn numbers_are_written_as_javascript_prints_them() {
        for (text, expected) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("007.50", "7.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("-1e3", "-1000"),
            ("1500", "1500"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("1.5E-10", "1.5e-10"),
            ("123456789012345680000", "123456789012345680000"),
            ("1e21", "1e+21"),
            ("1.25e+30", "1.25e+30"),
            ("9007199254740992", "9007199254740992"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("12.340000000000002", "12.340000000000002"),
            ("1152921504606847000", "1152921504606847000"),
            ("179769313486231e294", "1.79769313486231e+308"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn the_ends_of_what_a_double_holds() {
        for (text, expected) in [
            ("1.7976931348623157e308", None),
            ("1.797693134862316e308", Some(Fault::NotFinite)),
            ("1.7976931348623158e308", Some(Fault::NotFinite)),
            ("5e-324", None),
            ("2.2250738585072014e-308", None),
            ("1e-325", Some(Fault::Inexact)),
            ("1e-400", Some(Fault::Inexact)),
        ] {
            assert_eq!(Decimal::of_double(text).err(), expected, "{text}");
        }
    }

    #[test]
    fn what_a_double_does_not_hold_is_refused() {
        for (text, fault) in [
            ("", Fault::NotANumber),
            ("-", Fault::NotANumber),
            (".", Fault::NotANumber),
            ("1.2.3", Fault::NotANumber),
            ("e5", Fault::NotANumber),
            ("1e", Fault::NotANumber),
            ("1e+", Fault::NotANumber),
            ("1e5.", Fault::NotANumber),
            ("+1", Fault::NotANumber),
            ("NaN", Fault::NotANumber),
            ("1x", Fault::NotANumber),
            ("1e999", Fault::NotFinite),
            ("1e99999999999999999999", Fault::NotFinite),
            ("1.8e308", Fault::NotFinite),
            ("1e-400", Fault::Inexact),
            ("9007199254740993", Fault::Inexact),
            ("0.30000000000000003", Fault::Inexact),
            ("12345678901234567890", Fault::Inexact),
        ] {
            assert_eq!(Decimal::parse(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_is_judged_as_a_double_judges_it(digits in 0_u64..10_u64.pow(17), exponent in -21_i32..=19) {
            let text = format!("{digits}e{exponent}");
            let double: f64 = text.parse().unwrap();
            let shortest = format!("{double:e}");
            let kept = |text: &str| {
                let digits: String = text.split('e').next().unwrap().chars().filter(char::is_ascii_digit).collect();
                digits.trim_matches('0').to_owned()
            };
            if Decimal::parse(&text).is_ok() {
                prop_assert_eq!(kept(&text).len(), kept(&shortest).len(), "{}", text);
            } else {
                prop_assert_ne!(kept(&text), kept(&shortest), "{}", text);
            }
        }

        #[test]
        fn every_double_is_read_back(double in any::<f64>(), scale in -60_i32..60) {
            let everyday = double.to_bits() % (1 << 53);
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let everyday = everyday as f64 * 2_f64.powi(scale);
            for double in [everyday, 2_f64.powi(scale)] {
                if (1e-5..1e22).contains(&double) {
                    let read = Decimal::parse(&format!("{double:e}"));
                    prop_assert_eq!(read.map(Decimal::to_f64), Ok(double), "{:e}", double);
                }
            }
            if double.is_finite() {
                prop_assert_eq!(Decimal::of_double(&format!("{double:e}")).map(Decimal::to_f64), Ok(double));
            }
        }
    }
}
