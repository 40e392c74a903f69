//! A short run of digits by value, kept without the heap. What the digits mean is not known here.

use core::ops::Deref;

/// At most `MOST` digits by value, 0 to 9; those beyond are dropped.
#[derive(Clone, Copy)]
pub(super) struct Digits<const MOST: usize> {
    values: [u8; MOST],
    count: u8,
}

impl<const MOST: usize> Digits<MOST> {
    pub(super) fn new() -> Self {
        Self { values: [0; MOST], count: 0 }
    }

    /// The answer is false where the digit was dropped.
    pub(super) fn push(&mut self, digit: u8) -> bool {
        let slot = self.values.get_mut(usize::from(self.count));
        let fits = slot.is_some();
        if let Some(slot) = slot {
            *slot = digit;
            self.count += 1;
        }
        fits
    }
}

impl<const MOST: usize> From<&[u8]> for Digits<MOST> {
    fn from(digits: &[u8]) -> Self {
        let mut all = Self::new();
        for &digit in digits {
            all.push(digit);
        }
        all
    }
}

impl<const MOST: usize> Deref for Digits<MOST> {
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
        assert_eq!(*Digits::<5>::from([7; 100].as_slice()), [7; 5]);
        let mut one = Digits::<1>::new();
        assert!(one.is_empty() && one.push(3) && !one.push(4));
        assert_eq!(*one, [3]);
    }
}
