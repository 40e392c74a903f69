//! The custom type `date`: a moment, as RFC 3339 in UTC with milliseconds.
//!
//! RFC 3339 and ISO dates are read as they are, other forms only where the caller declared them. A day
//! without a time begins at midnight in the caller's zone. This room has no clock, and knows no zone but
//! UTC: whoever does is asked through [`TimeZone`].

mod civil;
mod format;
mod zone;

pub use civil::Civil;
pub use format::{DateFormat, InvalidDateFormat};
pub use zone::{TimeZone, Utc};

use super::{Mode, Outcome, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::pieces::is_longer;
use crate::record::{Value, trim};
use alloc::string::String;
use alloc::vec::Vec;
use civil::{Fault, Reader};

/// What a date needs besides its text.
#[derive(Clone, Copy, Default)]
pub struct Context<'a> {
    /// Where a date without an offset is at home; UTC where there is none.
    pub zone: Option<&'a dyn TimeZone>,
    /// The forms that the caller declared.
    pub formats: &'a [DateFormat],
}

/// The most characters that a date can have and still be one.
const LONGEST: usize = 64;

/// Reads a date and writes it as `2024-09-11T04:00:00.000Z`.
///
/// # Errors
/// `03/04/2025` undeclared is [`Code::AmbiguousDate`], `25/12/2025` is [`Code::UndeclaredDateFormat`],
/// `2025-02-29` is [`Code::ImpossibleDate`]. Strict mode takes RFC 3339 only.
pub fn parse(
    value: &Value<'_>,
    context: Context<'_>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<String> {
    if value.is_blank() {
        return Ok(None);
    }
    match (value, mode) {
        (Value::Text(text), _) => {
            let text = trim(text);
            if is_longer(text, LONGEST) {
                return Err(Code::InvalidDate.into());
            }
            read(text, context, mode, notes).map(Some)
        }
        (Value::Date(text), _) => read(text, context, Mode::Strict, notes).map(Some),
        (other, _) => Err(wrong_type(Expected::Date, other)),
    }
}

fn read(
    text: &str,
    context: Context<'_>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Result<String, Remark> {
    if mode == Mode::Lenient {
        let mut dates: Vec<Civil> = Vec::new();
        let mut first_fault = None;
        for form in context.formats {
            match form.read(text) {
                Some(Ok(date)) if !dates.contains(&date) => dates.push(date),
                Some(Err(fault)) if first_fault.is_none() => first_fault = Some(fault),
                Some(_) | None => {}
            }
        }
        match (dates.as_slice(), first_fault) {
            ([date], _) => return moment(*date, None, context, notes),
            ([], Some(fault)) => return Err(refuse(fault)),
            ([], None) => {}
            (several, _) => {
                let suggestions = several.iter().map(|date| date.to_iso_date()).collect();
                return Err(Remark::with(Code::AmbiguousDate, suggestions));
            }
        }
    }
    match civil::iso(text) {
        None => Err(undeclared(text)),
        Some(Err(fault)) => Err(refuse(fault)),
        Some(Ok(iso)) if mode == Mode::Strict && iso.offset.is_none() => {
            Err(Code::InvalidDate.into())
        }
        Some(Ok(iso)) => moment(iso.civil, iso.offset, context, notes),
    }
}

/// Writes a civil time as UTC.
fn moment(
    civil: Civil,
    offset: Option<i32>,
    context: Context<'_>,
    notes: &mut Vec<Remark>,
) -> Result<String, Remark> {
    let utc = match (offset, context.zone) {
        (Some(0), _) => None,
        (Some(offset), _) => Some(civil.seconds() - i64::from(offset)),
        (None, Some(zone)) => Some(zone::to_utc(zone, civil.seconds()).ok_or(Code::InvalidDate)?),
        (None, None) => {
            if civil.has_time {
                notes.push(Code::UtcAssumed.into());
            }
            None
        }
    };
    if !civil.nanos.is_multiple_of(1_000_000) {
        notes.push(Code::PrecisionCut.into());
    }
    // It is UTC as it stands.
    let Some(utc) = utc else { return Ok(civil.to_rfc3339()) };
    Civil::from_seconds(utc, civil.nanos)
        .map(Civil::to_rfc3339)
        .ok_or_else(|| Code::YearOutOfRange.into())
}

fn refuse(fault: Fault) -> Remark {
    match fault {
        Fault::Impossible => Code::ImpossibleDate.into(),
        Fault::Year => Code::YearOutOfRange.into(),
    }
}

/// Tells apart what reads two ways, what reads one way but was not declared, and what is no date.
fn undeclared(text: &str) -> Remark {
    let Some((first, second, year)) = three_numbers(text) else { return Code::InvalidDate.into() };
    let date = |month, day| Civil::date(year, month, day).ok().map(Civil::to_iso_date);
    let mut suggestions = Vec::new();
    suggestions.extend(date(first, second));
    if first != second {
        suggestions.extend(date(second, first));
    }
    let code = match suggestions.len() {
        0 => Code::ImpossibleDate,
        1 => Code::UndeclaredDateFormat,
        _ => Code::AmbiguousDate,
    };
    Remark::with(code, suggestions)
}

/// Whether the calendar has a day.
pub(crate) fn is_day(year: u32, month: u32, day: u32) -> bool {
    Civil::date(year.cast_signed(), month, day).is_ok()
}

/// `3/4/2025`, `03.04.2025`, `3-4-2025`.
fn three_numbers(text: &str) -> Option<(u32, u32, i32)> {
    let mut reader = Reader::new(text);
    let first = reader.number(1, 2)?;
    let separator = reader.one_of(b"/.-")?;
    let second = reader.number(1, 2)?;
    reader.one_of(&[separator])?;
    let year = reader.number(4, 4)?.cast_signed();
    reader.is_done().then_some((first, second, year))
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    /// An hour ahead of UTC, two from 2024-03-31T01:00Z to 2024-10-27T01:00Z.
    struct Berlin;
    impl TimeZone for Berlin {
        fn offset_at(&self, utc: i64) -> Option<i32> {
            Some(if (1_711_846_800..1_729_990_800).contains(&utc) { 7_200 } else { 3_600 })
        }
    }

    fn formats(patterns: &[&str]) -> Vec<DateFormat> {
        patterns.iter().map(|pattern| DateFormat::compile(pattern).unwrap()).collect()
    }

    #[track_caller]
    fn check(input: &str, lenient: &str, strict: &str) {
        let value = text(input);
        let context = Context::default();
        let said = |mode| verdict(|notes| parse(&value, context, mode, notes)).replace('"', "");
        assert_eq!(said(Mode::Lenient), lenient, "{input}");
        assert_eq!(said(Mode::Strict), strict, "{input}");
    }

    #[test]
    fn rfc_3339() {
        for (input, expected) in [
            ("2024-09-11T04:00:00Z", "2024-09-11T04:00:00.000Z"),
            ("2024-09-11t04:00:00.5z", "2024-09-11T04:00:00.500Z"),
            ("2024-09-11 00:00:00-04:00", "2024-09-11T04:00:00.000Z"),
            ("2024-02-29T23:59:59.999+00:00", "2024-02-29T23:59:59.999Z"),
            ("1969-12-31T23:00:00-01:30", "1970-01-01T00:30:00.000Z"),
            ("2024-01-01T00:00:00.1234Z", "2024-01-01T00:00:00.123Z (precision_cut)"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"),
            ("2024-09-11T04:00Z", "2024-09-11T04:00:00.000Z"),
            ("2024-09-11T23:59:00+23:59", "2024-09-11T00:00:00.000Z"),
        ] {
            check(input, expected, expected);
        }
    }

    #[test]
    fn without_an_offset() {
        check("2024-09-11", "2024-09-11T00:00:00.000Z", "!invalid_date");
        check("2024-09-11T10:30", "2024-09-11T10:30:00.000Z (utc_assumed)", "!invalid_date");
        check("  ", "null", "null");
    }

    #[test]
    fn bad() {
        check(
            "03/04/2025",
            "!ambiguous_date [2025-03-04, 2025-04-03]",
            "!ambiguous_date [2025-03-04, 2025-04-03]",
        );
        check(
            "4/4/2025",
            "!undeclared_date_format [2025-04-04]",
            "!undeclared_date_format [2025-04-04]",
        );
        check(
            "25.12.2025",
            "!undeclared_date_format [2025-12-25]",
            "!undeclared_date_format [2025-12-25]",
        );
        for input in [
            "31/31/2025",
            "2025-02-29",
            "2025-13-01",
            "2025-04-31T00:00:00Z",
            "2024-09-11T24:00:00Z",
            "2024-09-11T04:00:60Z",
            "2024-09-11T04:60:00Z",
            "2024-09-11T04:00:00+24:00",
            "2024-09-11T04:00:00+00:60",
            "2100-02-29",
        ] {
            check(input, "!impossible_date", "!impossible_date");
        }
        for input in ["0000-01-01", "12345-01-01", "-2024-01-01", "+012024-09-11T04:00:00Z"] {
            check(input, "!year_out_of_range", "!year_out_of_range");
        }
        check("0001-01-01T00:00:00+01:00", "!year_out_of_range", "!year_out_of_range");
        check("9999-12-31T23:59:59-01:00", "!year_out_of_range", "!year_out_of_range");
        for input in [
            "soon",
            "2024",
            "2024-9-1",
            "2024-009-11",
            "2024-09-011",
            "2024-09-11T004:00:00Z",
            "2024-09-11T04:000:00Z",
            "2024-09-11T04:00:000Z",
            "2024-09-11T04:00:00+001:00",
            "2024-09-11T04:00:00+01:000",
            "20240911",
            "2024-09-11T",
            "2024-09-11X",
            "2024-09-11T04:00:00.Z",
            "2024-09-11T04:00:00Zz",
            "1726027200",
        ] {
            check(input, "!invalid_date", "!invalid_date");
        }
        check(&"1".repeat(5_000_000), "!invalid_date", "!invalid_date");
    }

    #[test]
    fn a_host_date_is_a_moment() {
        let said =
            |value: Value<'_>| verdict(|n| parse(&value, Context::default(), Mode::Strict, n));
        assert_eq!(
            said(Value::Date("2024-09-11T04:00:00.000Z".into())),
            "\"2024-09-11T04:00:00.000Z\""
        );
        assert_eq!(said(Value::Date("+012024-09-11T04:00:00.000Z".into())), "!year_out_of_range");
        assert_eq!(said(Value::NumberText("45000".into())), "!wrong_type");
        assert_eq!(said(Value::Null), "null");
    }

    #[test]
    fn midnight_is_the_zones() {
        let said = |input: &str| {
            let value = Value::Text(input.into());
            let context = Context { zone: Some(&Berlin), formats: &[] };
            verdict(|notes| parse(&value, context, Mode::Lenient, notes)).replace('"', "")
        };
        assert_eq!(said("2024-01-15"), "2024-01-14T23:00:00.000Z");
        assert_eq!(said("2024-07-15"), "2024-07-14T22:00:00.000Z");
        assert_eq!(said("2024-07-15T10:00:00Z"), "2024-07-15T10:00:00.000Z");
        // 02:30 is skipped on the first day of summer time, and comes twice on its last.
        assert_eq!(said("2024-03-31T02:30"), "2024-03-31T01:30:00.000Z");
        assert_eq!(said("2024-10-27T02:30"), "2024-10-27T00:30:00.000Z");
    }

    #[test]
    fn a_declared_form_is_read() {
        let declared = formats(&["MM/DD/YYYY", "D.M.YYYY", "DD.MM.YYYY HH:mm"]);
        let said = |input: &str| {
            let value = Value::Text(input.into());
            let context = Context { zone: None, formats: &declared };
            verdict(|notes| parse(&value, context, Mode::Lenient, notes)).replace('"', "")
        };
        assert_eq!(said("03/04/2025"), "2025-03-04T00:00:00.000Z");
        assert_eq!(said("3.4.2025"), "2025-04-03T00:00:00.000Z");
        assert_eq!(said("03.04.2025 09:05"), "2025-04-03T09:05:00.000Z (utc_assumed)");
        assert_eq!(said("13/04/2025"), "!impossible_date");
        assert_eq!(said("2025-04-03"), "2025-04-03T00:00:00.000Z");
        let declared = formats(&["MM/DD/YYYY", "DD/MM/YYYY"]);
        let both = |input: &str| {
            let value = Value::Text(input.into());
            let context = Context { zone: None, formats: &declared };
            verdict(|notes| parse(&value, context, Mode::Lenient, notes)).replace('"', "")
        };
        assert_eq!(both("13/04/2025"), "2025-04-13T00:00:00.000Z");
        assert_eq!(both("03/04/2025"), "!ambiguous_date [2025-03-04, 2025-04-03]");
        assert_eq!(both("04/04/2025"), "2025-04-04T00:00:00.000Z");
        assert_eq!(both("13/13/2025"), "!impossible_date");
        assert_eq!(said("3-4-2025"), "!ambiguous_date [2025-03-04, 2025-04-03]");
        let (value, context) = (text("13/04/2025"), Context { zone: None, formats: &declared });
        let strict = verdict(|notes| parse(&value, context, Mode::Strict, notes));
        assert_eq!(strict, "!undeclared_date_format [\"2025-04-13\"]");
    }
}
