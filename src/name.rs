//! Names as people type them: folded for comparison, found in order, and the nearest to one that was not
//! found.

mod lower;

use crate::order::order;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
pub(crate) use lower::{fold_char, lower};

/// Words longer than this are no names, and comparing them would cost.
pub(crate) const LONGEST: usize = 64;

/// How many words are worth offering.
const MOST: usize = 3;

/// A name as people mean it: without case, spaces, `_` and `-`. A long one keeps these: each issue says the name of
/// what it is about, and a thing must not be found by names of any length.
#[must_use]
pub(crate) fn fold(name: &str) -> String {
    let long = name.len() > 4 * LONGEST;
    let kept = name.chars().filter(|c| long || !(c.is_whitespace() || matches!(c, '_' | '-')));
    kept.map(fold_char).collect()
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
        let distance = edits(&wanted, &folded, limit);
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
    short && a.len().abs_diff(b.len()) <= limit && edits(&a, &b, limit) <= limit
}

/// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string
/// alignment), counted as long as they can be no more than `limit`.
fn edits(a: &[char], b: &[char], limit: usize) -> usize {
    // How many take the beginnings of the words into each other: of three neighboring lengths of `a`.
    let mut lines = [[0; LONGEST + 2]; 3];
    let mut before = 0;
    for row in 0..=a.len() {
        let mut least = usize::MAX;
        for column in 0..=b.len() {
            let at = |row: usize, column: usize| {
                lines
                    .get(row % 3)
                    .and_then(|line| line.get(column))
                    .copied()
                    .unwrap_or(usize::MAX / 2)
            };
            let fewest = if row == 0 || column == 0 {
                row + column
            } else {
                let replaced =
                    at(row - 1, column - 1) + usize::from(a.get(row - 1) != b.get(column - 1));
                let fewest = replaced.min(at(row - 1, column) + 1).min(at(row, column - 1) + 1);
                let swapped = row > 1
                    && column > 1
                    && a.get(row - 1) == b.get(column - 2)
                    && a.get(row - 2) == b.get(column - 1);
                if swapped { fewest.min(at(row - 2, column - 2) + 1) } else { fewest }
            };
            if let Some(place) = lines.get_mut(row % 3).and_then(|line| line.get_mut(column)) {
                *place = fewest;
            }
            least = least.min(fewest);
        }
        // From here on there are no fewer; a swap looks two lines back.
        if least.min(before) > limit {
            return least;
        }
        before = least;
    }
    lines.get(a.len() % 3).and_then(|line| line.get(b.len())).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: usize) {
        let chars = |word: &str| word.chars().collect::<Vec<_>>();
        for (a, b) in [(a, b), (b, a)] {
            let within = |limit| edits(&chars(a), &chars(b), limit);
            assert!((expected..expected + 3).all(|limit| within(limit) == expected));
            assert!((0..expected).all(|limit| within(limit) > limit));
        }
    }

    #[test]
    fn edits_are_counted() {
        check("", "", 0);
        check("", "abc", 3);
        check("phone", "phone", 0);
        check("phone", "phnoe", 1);
        check("kitten", "sitting", 3);
        check("name", "firstname", 5);
        check("abcdefgh", "hgfedcba", 7);
        check("ba", "ab", 1);
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
