//! Names as people type them: folded for comparison, found in order, and the nearest to one that was not
//! found.

mod lower;

use crate::order::order;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;
pub(crate) use lower::lower;

/// Words longer than this are no names, and comparing them would cost.
const LONGEST: usize = 64;

/// How many words are worth offering.
const MOST: usize = 3;

/// A name as people mean it: without case, spaces, `_` and `-`.
#[must_use]
pub(crate) fn fold(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'));
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

/// Names, found by name. The shorter come first: most differ in their lengths already, so that finding one
/// compares few texts, and neighbors share a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    names: Vec<String>,
    /// The places of the names, in order.
    places: Vec<usize>,
}

/// Orders names by their lengths, and only then by their letters.
fn in_order(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

impl Index {
    pub(crate) fn new(names: Vec<String>) -> Self {
        let name = |place: usize| names.get(place).map_or("", String::as_str);
        let places = order(names.len(), &|a, b| in_order(name(a), name(b)).is_lt());
        Self { names, places }
    }

    /// The places of a name among the names, the smaller first.
    pub(crate) fn places<'a>(&'a self, name: &str) -> impl Iterator<Item = usize> + use<'a> {
        let known = |place: &usize| self.names.get(*place).map_or("", String::as_str);
        let start = self.places.partition_point(|place| in_order(known(place), name).is_lt());
        let rest = self.places.get(start..).unwrap_or_default();
        let same = rest.iter().take_while(|place| known(place) == name).count();
        rest.get(..same).unwrap_or_default().iter().copied()
    }
}

impl FromIterator<String> for Index {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Self::new(names.into_iter().collect())
    }
}

/// The candidates within a quarter of the word's length in edits, nearest first.
#[must_use]
pub(crate) fn nearest(word: &str, candidates: &mut dyn Iterator<Item = &str>) -> Vec<String> {
    let wanted: Vec<char> = fold(word).chars().take(LONGEST + 1).collect();
    if wanted.len() > LONGEST || wanted.is_empty() {
        return Vec::new();
    }
    let limit = 1.max(wanted.len() / 4);
    let mut near: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let folded: Vec<char> = fold(candidate).chars().take(LONGEST + 1).collect();
        if folded.len().abs_diff(wanted.len()) > limit
            || near.iter().any(|(_, one)| *one == candidate)
        {
            continue;
        }
        let distance = edits(&wanted, &folded);
        if distance <= limit && distance < wanted.len() {
            let place = near.partition_point(|(nearer, _)| *nearer <= distance);
            near.insert(place, (distance, candidate));
            near.truncate(MOST);
        }
    }
    near.into_iter().map(|(_, word)| word.to_owned()).collect()
}

/// Whether two words differ by so many edits at the most.
#[must_use]
pub(crate) fn is_near(a: &str, b: &str, limit: usize) -> bool {
    let [a, b] = [a, b].map(|word| word.chars().take(LONGEST + 1).collect::<Vec<_>>());
    let short = a.len().max(b.len()) <= LONGEST;
    short && a.len().abs_diff(b.len()) <= limit && edits(&a, &b) <= limit
}

/// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string
/// alignment).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut a_before = None;
    for (row, &a_char) in a.iter().enumerate() {
        let mut this = vec![row + 1];
        let mut b_before = None;
        for (column, &b_char) in b.iter().enumerate() {
            let at =
                |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&last, column) + usize::from(a_char != b_char);
            let mut fewest = replaced.min(at(&last, column + 1) + 1).min(at(&this, column) + 1);
            if a_before == Some(b_char) && b_before == Some(a_char) && column > 0 {
                fewest = fewest.min(at(&before_last, column - 1) + 1);
            }
            this.push(fewest);
            b_before = Some(b_char);
        }
        before_last = core::mem::replace(&mut last, this);
        a_before = Some(a_char);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: usize) {
        let chars = |word: &str| word.chars().collect::<Vec<_>>();
        assert_eq!(edits(&chars(a), &chars(b)), expected);
        assert_eq!(edits(&chars(b), &chars(a)), expected);
    }

    #[test]
    fn edits_are_counted() {
        check("", "", 0);
        check("", "abc", 3);
        check("phone", "phone", 0);
        check("phone", "phnoe", 1);
        check("kitten", "sitting", 3);
        check("name", "firstname", 5);
    }

    #[test]
    fn only_near_words_are_offered() {
        let offer =
            |word: &str| nearest(word, &mut ["firstName", "lastName", "company"].into_iter());
        assert_eq!(offer("fristName"), ["firstName"]);
        assert_eq!(offer("Last-Nam"), ["lastName"]);
        assert_eq!(offer("xyz"), Vec::<String>::new());
        assert_eq!(offer(&"x".repeat(1_000_000)), Vec::<String>::new());
        assert_eq!(offer(""), Vec::<String>::new());
    }
}
