//! Days and times of the proleptic Gregorian calendar, and their ISO 8601 text.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::ops::Range;

const DAY: i64 = 86_400;

/// Why numbers are no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The day, the hour or the minute does not exist.
    Impossible,
    /// The year is not in 1–9999.
    Year,
}

/// A day and a time of day, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// 1–9999.
    pub year: i32,
    /// 1–12.
    pub month: u32,
    /// 1–31.
    pub day: u32,
    /// Seconds since midnight.
    pub second: u32,
    /// Nanoseconds of the second.
    pub nanos: u32,
    /// Whether a time was given at all.
    pub has_time: bool,
}

/// A civil time, and the seconds that its place is ahead of UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Iso {
    pub(super) civil: Civil,
    pub(super) offset: Option<i32>,
}

impl Civil {
    /// Midnight of a day.
    pub(crate) fn date(year: i32, month: u32, day: u32) -> Result<Self, Fault> {
        if !(1..=9999).contains(&year) {
            return Err(Fault::Year);
        }
        if !(1..=days_in_month(year, month)).contains(&day) {
            return Err(Fault::Impossible);
        }
        Ok(Self { year, month, day, second: 0, nanos: 0, has_time: false })
    }

    /// This day at a time of day.
    pub(crate) fn at(self, hour: u32, minute: u32, second: u32, nanos: u32) -> Result<Self, Fault> {
        if hour > 23 || minute > 59 || second > 59 {
            return Err(Fault::Impossible);
        }
        Ok(Self { second: hour * 3_600 + minute * 60 + second, nanos, has_time: true, ..self })
    }

    /// Seconds since 1970-01-01T00:00, as if it were UTC.
    #[must_use]
    pub fn seconds(self) -> i64 {
        days_from_civil(self.year, self.month, self.day) * DAY + i64::from(self.second)
    }

    /// The reverse of [`Self::seconds`]; `None` outside the years 1–9999.
    #[must_use]
    pub fn from_seconds(seconds: i64, nanos: u32) -> Option<Self> {
        let (year, month, day) = civil_from_days(seconds.div_euclid(DAY))?;
        let second = u32::try_from(seconds.rem_euclid(DAY)).ok()?;
        let date = Self::date(year, month, day).ok()?;
        Some(Self { second, nanos, has_time: true, ..date })
    }

    /// `2024-09-11`.
    #[must_use]
    pub fn to_iso_date(self) -> String {
        let mut text = self.to_rfc3339();
        text.truncate("2024-09-11".len());
        text
    }

    /// `2024-09-11T04:00:00.000Z`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let mut text = *b"0000-00-00T00:00:00.000Z";
        let (hour, minute, second) = (self.second / 3_600, self.second / 60 % 60, self.second % 60);
        write(&mut text, 0..4, self.year.unsigned_abs());
        write(&mut text, 5..7, self.month);
        write(&mut text, 8..10, self.day);
        write(&mut text, 11..13, hour);
        write(&mut text, 14..16, minute);
        write(&mut text, 17..19, second);
        write(&mut text, 20..23, self.nanos / 1_000_000);
        core::str::from_utf8(&text).unwrap_or_default().to_owned()
    }
}

/// Writes a number over zeros.
fn write(text: &mut [u8], place: Range<usize>, number: u32) {
    let mut rest = number;
    for digit in text.get_mut(place).unwrap_or_default().iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
}

/// `2024-09-11`, and after a `T` or a space a time, and after that an offset. `None` for another form.
pub(super) fn iso(text: &str) -> Option<Result<Iso, Fault>> {
    let mut reader = Reader::new(text);
    // Years of more than four digits, and signs, are ISO's expanded form: a date, but none of ours.
    let negative = reader.one_of(b"+-") == Some(b'-');
    let digits = reader.number(4, 6)?.cast_signed();
    let year = if negative { -digits } else { digits };
    reader.expect('-')?;
    let month = reader.number(2, 2)?;
    reader.expect('-')?;
    let day = reader.number(2, 2)?;
    let date = Civil::date(year, month, day);
    if reader.is_done() {
        return Some(date.map(|civil| Iso { civil, offset: None }));
    }
    reader.one_of(b"Tt ")?;
    let hour = reader.number(2, 2)?;
    reader.expect(':')?;
    let minute = reader.number(2, 2)?;
    let second = if reader.expect(':').is_some() { reader.number(2, 2)? } else { 0 };
    let nanos = if reader.expect('.').is_some() { reader.fraction()? } else { 0 };
    let offset = reader.offset()?;
    reader.is_done().then_some(())?;
    Some(date.and_then(|date| {
        let civil = date.at(hour, minute, second, nanos)?;
        Ok(Iso { civil, offset: offset.transpose()? })
    }))
}

/// Reads text from the left.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn expect(&mut self, sign: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(sign.encode_utf8(&mut [0; 4]).as_bytes())?;
        Some(())
    }

    pub(super) fn one_of(&mut self, signs: &[u8]) -> Option<u8> {
        let (sign, rest) = self.rest.split_first().filter(|(sign, _)| signs.contains(sign))?;
        self.rest = rest;
        Some(*sign)
    }

    /// A number with so many digits, as many as there are.
    pub(super) fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let (mut number, mut found) = (0, 0);
        while let Some((digit @ b'0'..=b'9', rest)) = self.rest.split_first()
            && found < most
        {
            number = number * 10 + u32::from(digit - b'0');
            found += 1;
            self.rest = rest;
        }
        (found >= least).then_some(number)
    }

    /// The digits after the point, as nanoseconds; digits beyond the ninth are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let mut nanos = 0;
        let mut unit = 100_000_000;
        self.rest.first().filter(|byte| byte.is_ascii_digit())?;
        while let Some((digit @ b'0'..=b'9', rest)) = self.rest.split_first() {
            nanos += u32::from(digit - b'0') * unit;
            unit /= 10;
            self.rest = rest;
        }
        Some(nanos)
    }

    /// `Z`, `+01:00`, or nothing.
    #[expect(
        clippy::option_option,
        reason = "no offset at all, and an offset of another form, are two things"
    )]
    fn offset(&mut self) -> Option<Option<Result<i32, Fault>>> {
        if self.is_done() {
            return Some(None);
        }
        let sign = match self.one_of(b"Zz+-")? {
            b'Z' | b'z' => return Some(Some(Ok(0))),
            b'-' => -1,
            _ => 1,
        };
        let hours = self.number(2, 2)?.cast_signed();
        self.expect(':')?;
        let minutes = self.number(2, 2)?.cast_signed();
        if hours > 23 || minutes > 59 {
            return Some(Some(Err(Fault::Impossible)));
        }
        Some(Some(Ok(sign * (hours * 3_600 + minutes * 60))))
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// Days since 1970-01-01. The year is counted from March, so that a leap day ends it; 400 years are
/// 146,097 days.
fn days_from_civil(year: i32, month: u32, day: u32) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = i64::from((month + 9) % 12);
    let of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The reverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> Option<(i32, u32, u32)> {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Some((i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_comes_back() {
        let mut expected = Civil::date(1, 1, 1).unwrap().seconds();
        assert_eq!(expected, -62_135_596_800);
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    let date = Civil::date(year, month, day).unwrap();
                    assert_eq!(date.seconds(), expected);
                    let back = Civil::from_seconds(expected, 0).unwrap();
                    assert_eq!((back.year, back.month, back.day), (year, month, day));
                    expected += DAY;
                }
            }
        }
        assert_eq!(Civil::from_seconds(expected, 0), None);
        assert_eq!(Civil::from_seconds(i64::MAX / 2, 0), None);
    }
}
