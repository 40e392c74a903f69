//! Dates: which number is the day is proved by one that no month has.
//!
//! Each separator is proved by itself: `25.12.2025` says nothing of `03/04/2025`. Years have four digits, and
//! times 24 hours, because no form can be declared for others.

use super::Verdict;
use crate::field::Mode;
use crate::field::date::{self, Context, is_day};
use crate::record::{Value, trim};
use alloc::string::String;
use alloc::vec::Vec;

const SEPARATORS: [char; 3] = ['/', '.', '-'];

/// What may follow a day.
const TIMES: [&str; 7] =
    ["", " HH:mm", " HH:mm:ss", "THH:mm", "THH:mm:ss", ", HH:mm", ", HH:mm:ss"];

#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    count: usize,
    other: Option<usize>,
    /// By separator.
    seen: [Seen; SEPARATORS.len()],
}

/// The dates with one separator; the first of each kind.
#[derive(Clone, Debug, Default)]
struct Seen {
    day_first: Option<usize>,
    month_first: Option<usize>,
    either: Option<usize>,
    year_first: Option<usize>,
    /// By what follows the day.
    days: [Width; TIMES.len()],
    years: [Width; TIMES.len()],
}

/// How many digits the days and months of a form have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    #[default]
    Unseen,
    /// Two.
    Padded,
    /// One or two.
    Open,
}

/// Three numbers, and what they are separated and followed by.
struct Numbers {
    values: [u32; 3],
    year_first: bool,
    width: Width,
    separator: usize,
    time: usize,
}

impl Dates {
    pub(super) fn add(&mut self, index: usize, value: &Value<'_>) {
        let iso = date::parse(value, Context::default(), Mode::Lenient, &mut Vec::new()).is_ok();
        if iso || self.read(index, value).is_some() {
            self.count += 1;
        } else {
            self.other.get_or_insert(index);
        }
    }

    /// `None` for what is no date.
    fn read(&mut self, index: usize, value: &Value<'_>) -> Option<()> {
        let Numbers { values, year_first, width, separator, time } =
            numbers(trim(value.as_text()?))?;
        let seen = self.seen.get_mut(separator)?;
        let (first, forms) = if year_first {
            let [year, month, day] = values;
            is_day(year, month, day).then_some(())?;
            (&mut seen.year_first, &mut seen.years)
        } else {
            let [one, two, year] = values;
            let first = match (is_day(year, two, one), is_day(year, one, two)) {
                (true, true) => &mut seen.either,
                (true, false) => &mut seen.day_first,
                (false, true) => &mut seen.month_first,
                (false, false) => return None,
            };
            (first, &mut seen.days)
        };
        first.get_or_insert(index);
        let form = forms.get_mut(time)?;
        *form = width.max(*form);
        Some(())
    }

    pub(super) fn others(&self) -> Option<usize> {
        self.other
    }

    pub(super) fn verdict(&self) -> Option<(usize, Verdict<Vec<String>>)> {
        if self.count == 0 {
            return None;
        }
        let first = |of: fn(&Seen) -> Option<usize>| self.seen.iter().filter_map(of).min();
        let (day, month) = (first(|seen| seen.day_first), first(|seen| seen.month_first));
        let open = first(|seen| seen.either.filter(|_| !seen.is_proved()));
        let year = first(|seen| seen.year_first);
        let verdict = if let (Some(day), Some(month)) = (day, month) {
            let candidates = [self.formats(true, false), self.formats(false, false)];
            Verdict::Contradictory { candidates, indices: [day, month] }
        } else if let Some(index) = open {
            let candidates = [self.formats(true, true), self.formats(false, true)];
            Verdict::Ambiguous { candidates, index }
        } else if let Some(index) = [day, month, year].into_iter().flatten().min() {
            Verdict::Proved { reading: self.formats(false, true), index }
        } else {
            Verdict::Unambiguous
        };
        Some((self.count, verdict))
    }

    /// The forms, with day and month in this order, or where it was proved in the order that was.
    fn formats(&self, day_first: bool, proved: bool) -> Vec<String> {
        let mut formats = Vec::new();
        for (separator, seen) in SEPARATORS.iter().zip(&self.seen) {
            let order = seen.order().filter(|_| proved);
            let days = if order.unwrap_or(day_first) {
                ["DD", "MM", "YYYY"]
            } else {
                ["MM", "DD", "YYYY"]
            };
            for (forms, parts) in [(&seen.days, days), (&seen.years, ["YYYY", "MM", "DD"])] {
                for (width, time) in forms.iter().zip(TIMES) {
                    if *width == Width::Unseen {
                        continue;
                    }
                    let mut format = String::new();
                    for part in parts {
                        if !format.is_empty() {
                            format.push(*separator);
                        }
                        let open = *width == Width::Open && part != "YYYY";
                        format.push_str(if open { part.get(1..).unwrap_or(part) } else { part });
                    }
                    format.push_str(time);
                    formats.push(format);
                }
            }
        }
        formats
    }
}

impl Seen {
    fn is_proved(&self) -> bool {
        self.order().is_some()
    }

    /// Whether the day comes first.
    fn order(&self) -> Option<bool> {
        self.day_first.map(|_| true).or(self.month_first.map(|_| false))
    }
}

/// `3/4/2025`, `2025.04.03`, `25-12-2025 14:30`.
fn numbers(text: &str) -> Option<Numbers> {
    let separator = text.find(|c: char| !c.is_ascii_digit())?;
    let sign = text.get(separator..)?.chars().next()?;
    let separator = SEPARATORS.iter().position(|known| *known == sign)?;
    let mut parts = text.splitn(3, sign);
    let (one, two, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (three, tail) = rest.split_at_checked(end)?;
    let year_first = one.len() == 4;
    let (year, short) = if year_first { (one, [two, three]) } else { (three, [one, two]) };
    let width = if short.iter().all(|part| part.len() == 2) { Width::Padded } else { Width::Open };
    (year.len() == 4 && short.iter().all(|part| (1..=2).contains(&part.len()))).then_some(())?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    [one, two, three].into_iter().all(digits).then_some(())?;
    let time = TIMES.iter().position(|time| is_time(tail, time))?;
    let values = [one.parse().ok()?, two.parse().ok()?, three.parse().ok()?];
    Some(Numbers { values, year_first, width, separator, time })
}

/// Whether a text has the form, and is a time of day.
fn is_time(text: &str, form: &str) -> bool {
    let fits = |(found, wanted): (u8, u8)| match wanted {
        b'H' | b'm' | b's' => found.is_ascii_digit(),
        sign => found == sign,
    };
    let two = |at: usize| text.get(at..at + 2).and_then(|digits| digits.parse::<u8>().ok());
    let within = |letter: char, most: u8| {
        form.find(letter).is_none_or(|at| two(at).is_some_and(|number| number <= most))
    };
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(fits)
        && within('H', 23)
        && within('m', 59)
        && within('s', 59)
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use crate::field::date::DateFormat;

    fn column(values: &[&str]) -> Column {
        let mut column = Column::default();
        for text in values {
            column.add(&Value::Text((*text).into()));
        }
        column
    }

    #[track_caller]
    fn check(values: &[&str], expected: &str) {
        let said = match column(values).date().unwrap().verdict {
            Verdict::Unambiguous => "unambiguous".to_owned(),
            Verdict::Proved { reading, index } => format!("{} by {index}", reading.join(" | ")),
            Verdict::Ambiguous { candidates, index } => {
                format!("{} or {} at {index}", candidates[0].join(" | "), candidates[1].join(" | "))
            }
            Verdict::Contradictory { candidates, indices } => format!(
                "{} by {}, {} by {}",
                candidates[0].join(" | "),
                indices[0],
                candidates[1].join(" | "),
                indices[1]
            ),
        };
        assert_eq!(said, expected, "{values:?}");
    }

    #[test]
    fn a_day_that_no_month_has_proves_the_order() {
        check(&["03/04/2025", "25/12/2025"], "DD/MM/YYYY by 1");
        check(&["03/04/2025", "", "12/25/2025"], "MM/DD/YYYY by 2");
        check(&["3.4.2025", "25.12.2025"], "D.M.YYYY by 1");
        check(&["25-12-2025 14:30", "01-02-2025 09:05"], "DD-MM-YYYY HH:mm by 0");
        check(&["25.12.2025, 14:30:59", "5.1.2025"], "D.M.YYYY | DD.MM.YYYY, HH:mm:ss by 0");
        // The last day of a month is as good a proof as any.
        check(&["02/29/2024"], "MM/DD/YYYY by 0");
    }

    #[test]
    fn a_year_in_front_is_read_one_way() {
        check(&["2025/04/03", "2025/12/25"], "YYYY/MM/DD by 0");
        check(&["2025-4-3"], "YYYY-M-D by 0");
        check(&["2025-04-03", "2025-04-03T10:30:00Z", "2025-04-03 10:30"], "unambiguous");
        check(&["2025-04-03", "25.12.2025"], "DD.MM.YYYY by 1");
    }

    #[test]
    fn without_a_proof_both_ways_stand() {
        check(&["2025-01-01", "03/04/2025"], "DD/MM/YYYY or MM/DD/YYYY at 1");
        check(&["4/4/2025"], "D/M/YYYY or M/D/YYYY at 0");
        // What is proved of one separator is not proved of another.
        let both = "DD/MM/YYYY | DD.MM.YYYY or MM/DD/YYYY | DD.MM.YYYY at 1";
        check(&["25.12.2025", "03/04/2025"], both);
    }

    #[test]
    fn two_proofs_contradict_each_other() {
        let both = "DD/MM/YYYY by 2, MM/DD/YYYY by 1";
        check(&["03/04/2025", "12/25/2025", "25/12/2025"], both);
    }

    #[test]
    fn what_is_no_date_is_counted() {
        let column = column(&[
            "soon",
            "31/31/2025",
            "30/02/2025",
            "03/04/25",
            "3/4/2025 25:00",
            "3/15/2024 2:30 PM",
            "1.2.3.2025",
            "+3/4/2025",
            "25/12/2025",
        ]);
        let proof = column.date().unwrap();
        assert_eq!(proof.count, 1);
        assert_eq!(proof.others, Some(super::super::Others { count: 8, index: 0 }));
        assert_eq!(Column::default().date(), None);
    }

    #[test]
    fn what_is_declared_reads_every_date() {
        let rows = [
            &["3/4/2025", "25/12/2025 10:30", "01/02/2025T10:30:00"][..],
            &["2025.4.3", "2025.12.25, 10:30"],
        ];
        for values in rows {
            let Verdict::Proved { reading, .. } = column(values).date().unwrap().verdict else {
                panic!("nothing was proved of {values:?}");
            };
            let compiled = reading.iter().map(|form| DateFormat::compile(form).unwrap());
            let formats: Vec<_> = compiled.collect();
            for text in values {
                let context = Context { zone: None, formats: &formats };
                let value = Value::Text((*text).into());
                let read = date::parse(&value, context, Mode::Lenient, &mut Vec::new());
                assert!(read.is_ok(), "{text} by {reading:?}");
            }
        }
    }
}
