//! The custom type `number`: a finite JSON number, exact or refused.
//!
//! Text is read when its separators leave one reading. Nothing is rounded: a number whose digits a
//! double can't give back is refused.

mod mark;
mod sign;

pub use mark::DecimalMark;
#[cfg(feature = "contact")]
pub(crate) use mark::spoken_mark;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Mode, Outcome, wrong_type};
use crate::decimal::{Decimal, Fault};
use crate::issue::{Code, Expected, Remark};
use crate::pieces::{concat, is_longer};
use crate::record::{Value, trim};
use alloc::borrow::Cow;

/// The most characters that a number can have and still be one.
const LONGEST: usize = 64;

/// Reads a number; `mark` is the decimal mark of the caller's locale, where one is given: it decides what `1,234` is.
/// `1.5` is a number everywhere, if only because controls of browsers write it so.
///
/// # Errors
/// `1,234` without a locale is [`Code::AmbiguousNumber`]; `12345678901234567890` is
/// [`Code::InexactNumber`]; `1e999` is [`Code::NotFinite`]; in strict mode only a number is taken.
pub fn parse(
    value: &Value<'_>,
    mark: Option<DecimalMark>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Decimal> {
    if value.is_blank() {
        return Ok(None);
    }
    match (value, value.number()) {
        (_, Some(number)) => Ok(Some(number.map_err(code)?)),
        (Value::Text(text), None) if mode == Mode::Lenient => {
            parse_text(trim(text), mark, notes).map(Some)
        }
        (other, None) => Err(wrong_type(Expected::Number, other)),
    }
}

fn code(fault: Fault) -> Code {
    match fault {
        Fault::NotANumber => Code::InvalidNumber,
        Fault::NotFinite => Code::NotFinite,
        Fault::Inexact => Code::InexactNumber,
    }
}

fn parse_text(
    text: &str,
    mark: Option<DecimalMark>,
    notes: &mut Vec<Remark>,
) -> Result<Decimal, Remark> {
    if is_longer(text, LONGEST) {
        return Err(Code::InvalidNumber.into());
    }
    let (body, negative) = sign::strip(text, notes);
    let number = Decimal::parse(&canonical(body, negative, mark)?).map_err(code)?;
    Ok(if negative { number.negated() } else { number })
}

/// The number in ASCII digits with a point, without its sign.
fn canonical(
    text: &str,
    negative: bool,
    mark: Option<DecimalMark>,
) -> Result<Cow<'_, str>, Remark> {
    // Most numbers are digits alone.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(text.into());
    }
    let (mut digits, mut exponent) = (String::with_capacity(text.len()), String::new());
    // What stands between the digits, and how many of them stand before, between and after these signs.
    let (mut signs, mut groups) = (Vec::new(), vec![0]);
    for c in text.chars().map(fold) {
        match c {
            '0'..='9' | '+' | '-' if !exponent.is_empty() => exponent.push(c),
            '0'..='9' => {
                digits.push(c);
                if let Some(count) = groups.last_mut() {
                    *count += 1;
                }
            }
            '.' | ',' | ' ' | '\'' if exponent.is_empty() => {
                signs.push(c);
                groups.push(0);
            }
            'e' | 'E' if exponent.is_empty() => exponent.push('e'),
            _ => return Err(Code::InvalidNumber.into()),
        }
    }
    let grouping = Grouping { signs: &signs, counts: &groups, from_zero: digits.starts_with('0') };
    let decimal = match signs.as_slice() {
        // In scientific notation the point is that of programs, unless it would group digits where the caller lives.
        ['.'] if !exponent.is_empty() => {
            let both = mark == Some(DecimalMark::Comma) && grouping.is_grouped(2);
            if both { Err(Code::AmbiguousNumber) } else { Ok(1) }
        }
        _ => grouping.decimal_place(mark),
    };
    let split = |groups_before: usize| {
        let before = groups.iter().take(groups_before).sum::<usize>();
        digits.split_at_checked(before).unwrap_or_default()
    };
    match decimal {
        Ok(place) if grouping.is_grouped(place) => {
            let (whole, fraction) = split(place);
            let point = if fraction.is_empty() { "" } else { "." };
            Ok(concat(&[whole, point, fraction, &exponent]).into())
        }
        Ok(_) => Err(Code::InvalidNumber.into()),
        Err(Code::AmbiguousNumber) => {
            let (whole, fraction) = split(1);
            let minus = if negative { "-" } else { "" };
            // A fourth digit behind the point, because nobody would take it for one that groups.
            let reading = |point, zero| concat(&[minus, whole, point, fraction, zero, &exponent]);
            Err(Remark::with(Code::AmbiguousNumber, vec![reading(".", "0"), reading("", "")]))
        }
        Err(code) => Err(code.into()),
    }
}

/// Digits in groups.
struct Grouping<'a> {
    /// What stands between the groups.
    signs: &'a [char],
    /// How many digits each group has.
    counts: &'a [usize],
    /// Whether the first digit is a zero.
    from_zero: bool,
}

impl Grouping<'_> {
    /// How many groups stand before the decimal mark; all of them where there is none.
    fn decimal_place(&self, mark: Option<DecimalMark>) -> Result<usize, Code> {
        let all = self.counts.len();
        let Some((&last, rest)) = self.signs.split_last() else { return Ok(all) };
        let may_be_decimal = matches!(last, '.' | ',');
        // One kind of sign before the last, and not the last's own: that one groups, the last is decimal.
        let differs = rest.first().is_some_and(|first| *first != last);
        if rest.iter().any(|sign| Some(sign) != rest.first()) || (differs && !may_be_decimal) {
            return Err(Code::InvalidNumber);
        }
        if differs {
            return Ok(all - 1);
        }
        if !rest.is_empty() || !may_be_decimal {
            return Ok(all);
        }
        // One sign alone: three digits after it and one to three before it read both ways.
        match mark {
            _ if !self.is_grouped(all) => Ok(1),
            Some(mark) => Ok(if last == mark.sign() { 1 } else { all }),
            None => Err(Code::AmbiguousNumber),
        }
    }

    /// Whether the first groups are those that people make: of three digits, or of two before the last three.
    fn is_grouped(&self, groups: usize) -> bool {
        let groups = self.counts.get(..groups).unwrap_or_default();
        let [first, middle @ .., last] = groups else { return true };
        let starts = (1..=3).contains(first) && !self.from_zero;
        let width = |width: usize| middle.iter().all(|count| *count == width);
        starts && *last == 3 && (width(3) || (width(2) && *first <= 2))
    }
}

/// Digits of other scripts become ASCII, the signs that group or divide one sign each.
fn fold(c: char) -> char {
    const ZEROS: [char; 4] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];
    let code = u32::from(c);
    let digit =
        ZEROS.iter().find_map(|zero| code.checked_sub(u32::from(*zero)).filter(|d| *d < 10));
    if let Some(digit) = digit {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{2007}' => ' ',
        '’' | '٬' | '′' => '\'',
        '٫' | '．' => '.',
        '，' => ',',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;
    use DecimalMark::{Comma, Point};

    #[track_caller]
    fn check(input: &str, mark: Option<DecimalMark>, expected: &str) {
        let value = text(input);
        assert_eq!(verdict(|notes| parse(&value, mark, Mode::Lenient, notes)), expected, "{input}");
        if !input.trim().is_empty() {
            let strict = verdict(|notes| parse(&value, mark, Mode::Strict, notes));
            assert_eq!(strict, "!wrong_type");
        }
    }

    #[test]
    fn one_reading() {
        for (input, expected) in [
            ("0", "0"),
            ("1.", "1"),
            ("123,456,789,012", "123456789012"),
            ("12,34,567", "1234567"),
            ("1，234，567", "1234567"),
            ("-5", "-5"),
            ("+5", "5"),
            ("−5", "-5"),
            ("007", "7"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.5", "1.5"),
            ("1,5", "1.5"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            ("1234.567", "1234.567"),
            ("12,34", "12.34"),
            ("1,234.50", "1234.5"),
            ("1.234,50", "1234.5"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("12,34,567.5", "1234567.5"),
            ("1 234", "1234"),
            ("1\u{A0}234\u{A0}567,5", "1234567.5"),
            ("1\u{202F}234,5", "1234.5"),
            ("1'234.50", "1234.5"),
            ("1’234", "1234"),
            ("1e3", "1000"),
            ("1.5E-3", "0.0015"),
            ("1.234e3", "1234"),
            ("１２３", "123"),
            ("١٢٣٫٥", "123.5"),
            ("9007199254740992", "9007199254740992"),
            ("0.1", "0.1"),
            (" ", "null"),
        ] {
            check(input, None, expected);
        }
    }

    #[test]
    fn with_a_note() {
        check("(12)", None, "-12 (read_as_negative)");
        check("(1,234.50)", None, "-1234.5 (read_as_negative)");
        check("12.5%", None, "12.5 (percent_left_out)");
        check("$1,234.50", None, "1234.5 (currency_left_out)");
        check("-$5", None, "-5 (currency_left_out)");
        check("$-5", None, "-5 (currency_left_out)");
        check("1.234,50 €", None, "1234.5 (currency_left_out)");
        check("USD 12", None, "12 (currency_left_out)");
        check("12 EUR", None, "12 (currency_left_out)");
        for words in [
            "R$ 12", "12 kr", "12 kr.", "12zł", "12 Kč", "Rs. 12", "Rs12", "US$12", "12 US$",
            "-NZ$12",
        ] {
            let sign = if words.starts_with('-') { "-" } else { "" };
            check(words, None, &[sign, "12 (currency_left_out)"].concat());
        }
        check("($12)", None, "-12 (read_as_negative) (currency_left_out)");
    }

    #[test]
    fn one_separator_reads_both_ways() {
        check("1,234", None, "!ambiguous_number [\"1.2340\", \"1234\"]");
        check("1.234", None, "!ambiguous_number [\"1.2340\", \"1234\"]");
        check("-12.345", None, "!ambiguous_number [\"-12.3450\", \"-12345\"]");
        check("-12.3450", None, "-12.345");
        check("1,234e3", None, "!ambiguous_number [\"1.2340e3\", \"1234e3\"]");
        check("1,5e3", None, "1500");
        check("1.234e3", Some(Comma), "!ambiguous_number [\"1.2340e3\", \"1234e3\"]");
        check("1.2340e3", Some(Comma), "1234");
        check("1,234e3", Some(Comma), "1234");
        check("1.5e3", Some(Comma), "1500");
        check("12,345e2", Some(Point), "1234500");
        check("1,5e3", Some(Point), "1500");
        check("1,234", Some(Point), "1234");
        check("1,234", Some(Comma), "1.234");
        check("1.234", Some(Point), "1.234");
        check("1.234", Some(Comma), "1234");
    }

    #[test]
    fn a_locale_decides_where_both_ways_are_open_and_nowhere_else() {
        for mark in [None, Some(Point), Some(Comma)] {
            check("1.234,50", mark, "1234.5");
            check("1,234.50", mark, "1234.5");
            check("1.5", mark, "1.5");
            check("1,5", mark, "1.5");
            check("1,234,567", mark, "1234567");
            check("1.2.3", mark, "!invalid_number");
        }
    }

    #[test]
    fn bad() {
        for input in [
            "abc",
            "-",
            "(",
            "()",
            "--5",
            "(-5)",
            "-(5)",
            "((5))",
            "5%%",
            "$$5",
            "1,23,4",
            "1,2345,678",
            "12,3456,789",
            "123,45,678",
            "1e5.5",
            "1.5e5.5",
            "1.2.3",
            "1,,2",
            "1 2",
            "0x10",
            "1e",
            "e5",
            "NaN",
            "Infinity",
            "12 apples",
            "1.234.5",
            "1,234 567.8",
            "١x",
            "$",
            "%",
            "0,123,456",
            "12 MIO",
            "AGE 30",
        ] {
            check(
                input,
                None,
                if input == "%" || input == "5%%" {
                    "!invalid_number (percent_left_out)"
                } else if input == "$" || input == "$$5" {
                    "!invalid_number (currency_left_out)"
                } else if matches!(input, "()" | "(-5)" | "((5))") {
                    "!invalid_number (read_as_negative)"
                } else {
                    "!invalid_number"
                },
            );
        }
        check("12345678901234567890", None, "!inexact_number");
        check("0.1234567890123456789", None, "!inexact_number");
        check("1e999", None, "!not_finite");
        check(&"9".repeat(5_000_000), None, "!invalid_number");
    }

    #[test]
    fn numbers_as_they_are() {
        let check = |value: Value<'_>, expected: &str| {
            for mode in [Mode::Lenient, Mode::Strict] {
                assert_eq!(verdict(|notes| parse(&value, None, mode, notes)), expected);
            }
        };
        check(Value::Number(Decimal::default()), "0");
        check(Value::Number(Decimal::parse("-1.5").unwrap()), "-1.5");
        check(Value::NotFinite, "!not_finite");
        check(Value::NumberText("9007199254740993".into()), "!inexact_number");
        check(Value::NumberText("1e999".into()), "!not_finite");
        check(Value::NumberText("100000000000000000000".into()), "100000000000000000000");
        check(Value::Boolean(true), "!wrong_type");
        check(Value::List, "!wrong_type");
        check(Value::Null, "null");
    }
}
