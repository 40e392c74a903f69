//! A person's whole name: which part is given, which is the family's.
//!
//! Nothing is lost: the two parts hold every word between them. What names don't tell (two family names in
//! Spanish, titles before a name) is left as it stands.

use crate::record::trim;
use alloc::string::String;
use alloc::vec::Vec;

/// The two parts of a name; either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    /// `Ludwig`
    pub given: String,
    /// `van Beethoven`
    pub family: String,
}

/// Words with which a family's name begins, whatever their case.
const PARTICLES: [&str; 14] = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "ter", "ten",
];

/// The same in lower case only: `Al` and `La` are given names, too.
const LOWER_PARTICLES: [&str; 18] = [
    "af", "al", "av", "bin", "bint", "do", "e", "el", "ibn", "la", "las", "le", "los", "st.", "y",
    "zu", "zum", "zur",
];

/// What may stand behind a name, without dots.
const SUFFIXES: [&str; 12] =
    ["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "dds", "cpa", "mba", "jun"];

/// Divides a name: `Ludwig van Beethoven`, `King Jr., Martin Luther`.
///
/// ```
/// use quo_contacts::field::full_name::divide;
///
/// let name = divide("Ludwig van Beethoven");
/// assert_eq!((name.given.as_str(), name.family.as_str()), ("Ludwig", "van Beethoven"));
/// ```
#[must_use]
pub fn divide(name: &str) -> FullName {
    let parts: Vec<Vec<&str>> = name
        .split(',')
        .map(|part| part.split_whitespace().map(trim).filter(|word| !word.is_empty()).collect())
        .filter(|words: &Vec<&str>| !words.is_empty())
        .collect();
    let (titles, parts): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .enumerate()
        .partition(|(at, words)| *at > 0 && words.iter().all(|word| is_suffix(word)));
    let titles = titles.into_iter().flat_map(|(_, words)| words);
    let mut parts = parts.into_iter().map(|(_, words)| words);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.flatten().collect();
    let (given, family) = if rest.is_empty() {
        let at = family_begins(&first);
        let (given, family) = first.split_at_checked(at).unwrap_or((&first, &[]));
        (given.to_vec(), family.to_vec())
    } else {
        // "Family, Given"
        (rest, first)
    };
    let (mut given, mut family) = (given, family);
    let last = if family.is_empty() { &mut given } else { &mut family };
    last.extend(titles);
    FullName { given: given.join(" "), family: family.join(" ") }
}

fn is_suffix(word: &str) -> bool {
    let bare: String = word.chars().filter(|c| *c != '.').collect();
    SUFFIXES.iter().any(|suffix| suffix.eq_ignore_ascii_case(&bare))
}

fn is_particle(word: &str) -> bool {
    PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(word))
        || LOWER_PARTICLES.contains(&word)
}

/// Where the family's name begins in a name that is written given name first.
fn family_begins(words: &[&str]) -> usize {
    let suffixes = words.iter().rev().take_while(|word| is_suffix(word)).count();
    let Some(last) = words.len().checked_sub(suffixes + 1).filter(|last| *last > 0) else {
        return words.len();
    };
    let particle = words.iter().take(last).skip(1).position(|word| is_particle(word));
    particle.map_or(last, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, given: &str, family: &str) {
        let expected = FullName { given: given.to_owned(), family: family.to_owned() };
        assert_eq!(divide(name), expected, "{name}");
    }

    #[test]
    fn given_name_first() {
        check("Ada Lovelace", "Ada", "Lovelace");
        check("  Anna  Maria   Schmidt ", "Anna Maria", "Schmidt");
        check("Ada", "Ada", "");
        check("", "", "");
        check(" , ", "", "");
        check("Ada \u{200B} Lovelace", "Ada", "Lovelace");
        check("李小龍", "李小龍", "");
    }

    #[test]
    fn particles_belong_to_the_family() {
        check("Ludwig van Beethoven", "Ludwig", "van Beethoven");
        check("Jan van der Berg", "Jan", "van der Berg");
        check("Vincent Van Gogh", "Vincent", "Van Gogh");
        check("Maria de la Cruz", "Maria", "de la Cruz");
        check("Ana Maria da Silva", "Ana Maria", "da Silva");
        check("Karl-Theodor zu Guttenberg", "Karl-Theodor", "zu Guttenberg");
        check("Van Morrison", "Van", "Morrison");
        check("Al Pacino", "Al", "Pacino");
        check("Weird Al Yankovic", "Weird Al", "Yankovic");
        check("Ada van", "Ada", "van");
    }

    #[test]
    fn suffixes_stay_with_the_family() {
        check("Martin Luther King Jr.", "Martin Luther", "King Jr.");
        check("Martin Luther King, Jr.", "Martin Luther", "King Jr.");
        check("John Smith III", "John", "Smith III");
        check("Jane Doe, M.D., Ph.D.", "Jane", "Doe M.D. Ph.D.");
        check("John Jr.", "John Jr.", "");
        check("Jr.", "Jr.", "");
    }

    #[test]
    fn family_first_with_a_comma() {
        check("Lovelace, Ada", "Ada", "Lovelace");
        check("van der Berg, Jan", "Jan", "van der Berg");
        check("King, Martin Luther, Jr.", "Martin Luther", "King Jr.");
        check("King Jr., Martin Luther", "Martin Luther", "King Jr.");
        check("Lovelace,", "Lovelace", "");
        check(", Ada Lovelace", "Ada", "Lovelace");
        check("Iv, Ada", "Ada", "Iv");
        check("Ada, PhD", "Ada PhD", "");
    }
}
