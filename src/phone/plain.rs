//! Numbers that are written with digits and the usual marks alone, of any script, read in one pass. Most are: for them
//! nothing is decoded, copied or searched. What the digits mean is not known here.

use super::digits::Digits;
use super::fold::digit;

/// The fewest digits of a text that is read in this way; fewer have rules of their own.
const FEWEST_DIGITS: usize = 3;

/// The most digits: so many that no number in use is longer, and so few that no copy of them is a call in
/// wasm.
const MOST_DIGITS: usize = 29;

/// What a text says when its marks are left out.
pub(super) struct Plain {
    /// Whether a plus stands before the first digit.
    pub(super) has_plus: bool,
    pub(super) digits: Digits<MOST_DIGITS>,
}

/// Reads a text of digits, blanks, brackets, dashes, dots, and pluses in front; `None` for any other,
/// which is to be read with all the rules there are.
pub(super) fn of_chars(text: &[char]) -> Option<Plain> {
    read(text.iter().map(|&c| c.into()))
}

/// [`of_chars`] for code points or UTF-16 units.
pub(super) fn read(text: impl Iterator<Item = u32>) -> Option<Plain> {
    let mut digits = Digits::new();
    let mut has_plus = false;
    // Whether a plus would stand where none can: behind a digit, or behind a mark behind a plus.
    let mut is_late = false;
    let mut is_stray = false;
    for c in text {
        match c {
            // '0' to '9'
            0x30..=0x39 => {
                if is_stray || !digits.push((c & 0xF) as u8) {
                    return None;
                }
                is_late = true;
            }
            // '+' and '＋'; one at the end is left out with all other marks.
            0x2B | 0xFF0B => {
                is_stray = is_late;
                has_plus |= !is_late;
            }
            // ' ', '(', ')', '-', '.', '[', ']'
            0x20 | 0x28 | 0x29 | 0x2D | 0x2E | 0x5B | 0x5D => is_late |= has_plus,
            0x00..=0x7F => return None,
            _ if is_mark(c) => is_late |= has_plus,
            _ => {
                if is_stray || !digits.push(digit(char::from_u32(c)?)?) {
                    return None;
                }
                is_late = true;
            }
        }
    }
    (digits.len() >= FEWEST_DIGITS).then_some(Plain { has_plus, digits })
}

/// Marks beyond ASCII that may stand between digits, and never mean anything else: blanks, dashes, dots,
/// brackets.
fn is_mark(c: u32) -> bool {
    matches!(
        c,
        0xA0 | 0xAD | 0x200B | 0x2010
            ..=0x2015
                | 0x2060
                | 0x2212
                | 0x3000
                | 0xFF08
                | 0xFF09
                | 0xFF0D
                | 0xFF0E
                | 0xFF3B
                | 0xFF3D
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(bool, &str)>) {
        let read = read(text.chars().map(u32::from));
        let shown = |digits: &[u8]| digits.iter().map(ToString::to_string).collect::<String>();
        let found = read.map(|plain| (plain.has_plus, shown(&plain.digits)));
        assert_eq!(found, expected.map(|(plus, digits)| (plus, digits.to_owned())), "{text}");
    }

    #[test]
    fn marks_are_left_out() {
        check("(415) 555-2671", Some((false, "4155552671")));
        check(" +1 415.555.2671 ", Some((true, "14155552671")));
        check("(++44) 20", Some((true, "4420")));
        check("415 555+", Some((false, "415555")));
        check("+44 20+ ", Some((true, "4420")));
        check("［＋44］ 20\u{2013}79\u{A0}\u{AD}", Some((true, "442079")));
        check("٤١٥", Some((false, "415")));
    }

    #[test]
    fn more_digits_than_any_number_has_are_not_read() {
        let most = "7".repeat(MOST_DIGITS);
        check(&most, Some((false, &most)));
        check(&[&most, "7"].concat(), None);
    }

    #[test]
    fn what_has_rules_of_its_own_is_not_read() {
        for text in [
            "",
            "12",
            "+12",
            "1+44 20",
            "+ +44 20",
            "+(+44 20",
            "415x2",
            "4*1 2",
            "415/2",
            "４15～2",
            "415\u{30FC}2",
        ] {
            check(text, None);
        }
    }
}
