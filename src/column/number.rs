//! Numbers: each is read with a point and with a comma as the decimal mark, and speaks for one where both give the same.

use super::Verdict;
use crate::field::Mode;
use crate::field::number::{self, DecimalMark};
use crate::record::Value;
use alloc::vec::Vec;

#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    count: usize,
    /// The first values that are no number, that speak for a point, for a comma, and that are another number with
    /// either.
    other: Option<usize>,
    point: Option<usize>,
    comma: Option<usize>,
    either: Option<usize>,
}

impl Numbers {
    pub(super) fn add(&mut self, index: usize, value: &Value<'_>) {
        let read = |mark| number::parse(value, Some(mark), Mode::Lenient, &mut Vec::new()).ok();
        let first = match (read(DecimalMark::Point), read(DecimalMark::Comma)) {
            (None, None) => {
                self.other.get_or_insert(index);
                return;
            }
            (point, comma) if point != comma => Some(&mut self.either),
            _ => match value.as_text().and_then(number::spoken_mark) {
                Some(DecimalMark::Point) => Some(&mut self.point),
                Some(DecimalMark::Comma) => Some(&mut self.comma),
                None => None,
            },
        };
        self.count += 1;
        if let Some(first) = first {
            first.get_or_insert(index);
        }
    }

    pub(super) fn others(&self) -> Option<usize> {
        self.other
    }

    pub(super) fn verdict(&self) -> Option<(usize, Verdict<DecimalMark>)> {
        let candidates = [DecimalMark::Point, DecimalMark::Comma];
        let [point, comma] = candidates;
        let verdict = match (self.point, self.comma, self.either) {
            (Some(one), Some(other), _) => {
                Verdict::Contradictory { candidates, indices: [one, other] }
            }
            (Some(index), None, _) => Verdict::Proved { reading: point, index },
            (None, Some(index), _) => Verdict::Proved { reading: comma, index },
            (None, None, Some(index)) => Verdict::Ambiguous { candidates, index },
            (None, None, None) => Verdict::Unambiguous,
        };
        (self.count > 0).then_some((self.count, verdict))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use DecimalMark::{Comma, Point};

    #[track_caller]
    fn check(values: &[&str], expected: &Verdict<DecimalMark>) {
        let mut column = Column::default();
        for text in values {
            column.add(&Value::Text((*text).into()));
        }
        assert_eq!(&column.number().unwrap().verdict, expected, "{values:?}");
    }

    #[test]
    fn a_value_proves_the_mark() {
        let proved = |reading, index| Verdict::Proved { reading, index };
        check(&["1,234", "1.234,50"], &proved(Comma, 1));
        check(&["1.234", "12", "1,234.50"], &proved(Point, 2));
        check(&["1,5"], &proved(Comma, 0));
        check(&["1.5"], &proved(Point, 0));
        check(&["0,125"], &proved(Comma, 0));
        check(&["1.234", "1,234,567"], &proved(Point, 1));
        check(&["-1.234.567 €"], &proved(Comma, 0));
    }

    #[test]
    fn without_one_nothing_is_decided() {
        let candidates = [Point, Comma];
        check(&["12", "1 234", "-7"], &Verdict::Unambiguous);
        check(&["12", "1.234", "5,678"], &Verdict::Ambiguous { candidates, index: 1 });
        let contradictory = Verdict::Contradictory { candidates, indices: [2, 1] };
        check(&["1,234", "2,5", "2.5"], &contradictory);
    }

    #[test]
    fn what_is_no_number_is_counted() {
        let mut column = Column::default();
        for text in ["", "n/a", "1,5", "many"] {
            column.add(&Value::Text(text.into()));
        }
        column.add(&Value::Boolean(true));
        let proof = column.number().unwrap();
        assert_eq!((proof.count, column.blank(), column.values()), (1, 1, 5));
        assert_eq!(proof.others, Some(super::super::Others { count: 3, index: 1 }));
        assert_eq!(column.date(), None);
    }
}
