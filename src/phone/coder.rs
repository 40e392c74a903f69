//! The reading end of a binary arithmetic coder, and nothing about what the bits mean.
//!
//! The interval is split by the estimate of the context; the code tells in which part the answer lies. It
//! is kept as its width and the code's place in it, as range coders do, so that an answer takes one
//! product and one comparison: <https://en.wikipedia.org/wiki/Range_coding>

use super::model::{NARROW, RATES};
use alloc::vec::Vec;

/// Reads the answers of one stream.
pub(super) struct Bits<'a> {
    interval: Interval<'a>,
    estimates: Vec<[u16; 2]>,
}

/// Where the code lies, and what is left of it.
struct Interval<'a> {
    code: &'a [u8],
    width: u32,
    place: u32,
}

impl Interval<'_> {
    /// A code ends where only zeros follow, so past its end there are zeros.
    fn shift(&mut self) {
        let next = match self.code.split_first() {
            Some((&first, rest)) => {
                self.code = rest;
                first
            }
            None => 0,
        };
        self.place = self.place << 8 | u32::from(next);
    }

    fn answer(&mut self, estimate: u16) -> bool {
        let split = part(self.width, estimate);
        let yes = self.place < split;
        if yes {
            self.width = split;
        } else {
            self.place -= split;
            self.width -= split;
        }
        while self.width < NARROW {
            self.width <<= 8;
            self.shift();
        }
        yes
    }
}

impl<'a> Bits<'a> {
    /// `priors` holds one byte for each context: what to expect before anything was read.
    pub(super) fn new(code: &'a [u8], priors: &[u8]) -> Self {
        let estimates =
            priors.iter().map(|&prior| [u16::from_be_bytes([prior, 0x80]); 2]).collect();
        let mut interval = Interval { code, width: u32::MAX, place: 0 };
        for _ in 0..4 {
            interval.shift();
        }
        Self { interval, estimates }
    }

    /// The answer to a question, which teaches its context.
    #[inline(never)]
    pub(super) fn bit(&mut self, context: usize) -> bool {
        let Some([fast, slow]) = self.estimates.get_mut(context) else {
            return false;
        };
        let yes = self.interval.answer((*fast >> 1) + (*slow >> 1));
        let [by_fast, by_slow] = RATES;
        if yes {
            *fast += !*fast >> by_fast;
            *slow += !*slow >> by_slow;
        } else {
            *fast -= *fast >> by_fast;
            *slow -= *slow >> by_slow;
        }
        yes
    }

    /// A number of `width` bits about which nothing can be expected.
    pub(super) fn number(&mut self, width: u32) -> usize {
        (0..width).fold(0, |number, _| number << 1 | usize::from(self.interval.answer(1 << 15)))
    }

    /// A number of `width` bits, each expected by the bits before it.
    pub(super) fn tree(&mut self, width: u32, context: impl Fn(usize) -> usize) -> u8 {
        let node = (0..width).fold(1, |node, _| node << 1 | usize::from(self.bit(context(node))));
        u8::try_from(node ^ 1 << width).unwrap_or_default()
    }
}

/// The part of a width that an estimate in 65,536ths stands for: never nothing, and never all of it, as no
/// estimate comes closer to 0 or 1 than [`NARROW`] can show.
#[expect(clippy::cast_possible_truncation, reason = "less than the width")]
fn part(width: u32, estimate: u16) -> u32 {
    ((u64::from(width) * u64::from(estimate)) >> 16) as u32
}
