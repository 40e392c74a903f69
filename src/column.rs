//! What the values of a column say together where one of them alone reads two ways: which of two numbers is
//! the day, and which sign is the decimal mark.
//!
//! A value proves what it says or says nothing: no majority decides, and nothing is guessed from a country.
//! Values are taken one by one and none is kept. What a single date or number is, the rooms under `field` know.

mod date;
mod number;

use crate::field::number::DecimalMark;
use crate::record::Value;
use alloc::string::String;
use alloc::vec::Vec;
use date::Dates;
use number::Numbers;

/// The values of a column, as far as they were seen.
///
/// ```
/// use quo_contacts::column::{Column, Verdict};
/// use quo_contacts::record::Value;
///
/// let mut column = Column::default();
/// for date in ["03/04/2025", "25/12/2025"] {
///     column.add(&Value::Text(date.into()));
/// }
/// let proof = column.date().unwrap();
/// assert_eq!(proof.verdict, Verdict::Proved { reading: vec!["DD/MM/YYYY".into()], index: 1 });
/// ```
#[derive(Clone, Debug, Default)]
pub struct Column {
    values: usize,
    blank: usize,
    dates: Dates,
    numbers: Numbers,
}

/// What the values of one kind prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<Reading> {
    /// How many values are of the kind.
    pub count: usize,
    /// How many are not, and where the first of them stands; blank ones are not counted.
    pub others: Option<Others>,
    /// How they are to be read.
    pub verdict: Verdict<Reading>,
}

/// Values of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Others {
    /// How many there are.
    pub count: usize,
    /// Where the first of them stands.
    pub index: usize,
}

/// How the values of a column are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<Reading> {
    /// Each value has one reading by itself, and nothing need be declared.
    Unambiguous,
    /// One value has one reading only, and so the others have it.
    Proved {
        /// What is to be declared.
        reading: Reading,
        /// The value that proves it.
        index: usize,
    },
    /// No value decides.
    Ambiguous {
        /// The readings in question.
        candidates: [Reading; 2],
        /// The first value that reads both ways.
        index: usize,
    },
    /// One value proves the one reading, another one the other.
    Contradictory {
        /// The readings that were proved.
        candidates: [Reading; 2],
        /// The first value that proves each of them.
        indices: [usize; 2],
    },
}

impl Column {
    /// Takes the next value.
    pub fn add(&mut self, value: &Value<'_>) {
        let index = self.values;
        self.values += 1;
        if value.is_blank() {
            self.blank += 1;
        } else {
            self.dates.add(index, value);
            self.numbers.add(index, value);
        }
    }

    /// How many values were taken.
    #[must_use]
    pub fn values(&self) -> usize {
        self.values
    }

    /// How many of them are blank.
    #[must_use]
    pub fn blank(&self) -> usize {
        self.blank
    }

    /// The forms of the dates, as [`crate::field::date::DateFormat`] compiles them; candidates are day first,
    /// then month first. `None` where no value is a date.
    #[must_use]
    pub fn date(&self) -> Option<Proof<Vec<String>>> {
        let (count, verdict) = self.dates.verdict()?;
        Some(self.proof(count, self.dates.others(), verdict))
    }

    /// The decimal mark of the numbers; candidates are point, then comma. `None` where no value is a number.
    #[must_use]
    pub fn number(&self) -> Option<Proof<DecimalMark>> {
        let (count, verdict) = self.numbers.verdict()?;
        Some(self.proof(count, self.numbers.others(), verdict))
    }

    fn proof<T>(&self, count: usize, other: Option<usize>, verdict: Verdict<T>) -> Proof<T> {
        let others = self.values - self.blank - count;
        let others = other.map(|index| Others { count: others, index });
        Proof { count, others, verdict }
    }
}
