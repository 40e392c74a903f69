//! A short run of digits by value, kept without the heap. What the digits mean is not known here.

use std::ops::Deref;

/// More digits than any number has together with all that can stand before it: 17 of the number, 3 of
/// the calling code, and prefixes. What follows only makes a number longer that is too long already.
const MOST: usize = 47;

/// Digits by value, 0 to 9; those beyond the first 47 are dropped.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    values: [u8; MOST],
    count: u8,
}

impl Digits {
    pub(super) fn new() -> Self {
        Self { values: [0; MOST], count: 0 }
    }

    pub(super) fn push(&mut self, digit: u8) {
        if let Some(slot) = self.values.get_mut(usize::from(self.count)) {
            *slot = digit;
            self.count += 1;
        }
    }

    pub(super) fn extend(&mut self, digits: &[u8]) {
        for &digit in digits {
            self.push(digit);
        }
    }
}

impl From<&[u8]> for Digits {
    fn from(digits: &[u8]) -> Self {
        let mut all = Self::new();
        all.extend(digits);
        all
    }
}

impl Deref for Digits {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.values.get(..usize::from(self.count)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_dropped() {
        let digits = Digits::from([7; 100].as_slice());
        assert_eq!(*digits, [7; MOST]);
        assert!(Digits::new().is_empty());
    }
}
