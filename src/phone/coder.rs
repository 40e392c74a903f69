//! The reading end of a binary arithmetic coder, and nothing about what the bits mean.
//!
//! The interval between `low` and `high` is split by the estimate of the context; the code tells in
//! which part the answer lies. See Said, "Introduction to Arithmetic Coding", 2004:
//! <https://www.hpl.hp.com/techreports/2004/HPL-2004-76.pdf>

use super::model::RATES;
use alloc::vec::Vec;

/// Reads the answers of one stream.
pub(super) struct Bits<'a> {
    code: &'a [u8],
    low: u32,
    high: u32,
    window: u32,
    estimates: Vec<[u16; 2]>,
}

impl<'a> Bits<'a> {
    /// `priors` holds one byte for each context: what to expect before anything was read.
    pub(super) fn new(code: &'a [u8], priors: &[u8]) -> Self {
        let estimates =
            priors.iter().map(|&prior| [u16::from_be_bytes([prior, 0x80]); 2]).collect();
        let mut bits = Self { code, low: 0, high: u32::MAX, window: 0, estimates };
        for _ in 0..4 {
            bits.shift();
        }
        bits
    }

    /// A code ends where only zeros follow, so past its end there are zeros.
    fn shift(&mut self) {
        let next = match self.code.split_first() {
            Some((&first, rest)) => {
                self.code = rest;
                first
            }
            None => 0,
        };
        self.window = self.window << 8 | u32::from(next);
    }

    fn answer(&mut self, estimate: u16) -> bool {
        let split = self.low + part(self.high - self.low, estimate);
        let yes = self.window <= split;
        if yes {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.shift();
        }
        yes
    }

    /// The answer to a question, which teaches its context.
    pub(super) fn bit(&mut self, context: usize) -> bool {
        let [fast, slow] = self.estimates.get(context).copied().unwrap_or([1 << 15; 2]);
        let yes = self.answer((fast >> 1) + (slow >> 1));
        if let Some(slot) = self.estimates.get_mut(context) {
            let [by_fast, by_slow] = RATES;
            *slot = if yes {
                [fast + (!fast >> by_fast), slow + (!slow >> by_slow)]
            } else {
                [fast - (fast >> by_fast), slow - (slow >> by_slow)]
            };
        }
        yes
    }

    /// A number of `width` bits about which nothing can be expected.
    pub(super) fn number(&mut self, width: u32) -> usize {
        (0..width).fold(0, |number, _| number << 1 | usize::from(self.answer(1 << 15)))
    }

    /// A number of `width` bits, each expected by the bits before it.
    pub(super) fn tree(&mut self, width: u32, context: impl Fn(usize) -> usize) -> u8 {
        let node = (0..width).fold(1, |node, _| node << 1 | usize::from(self.bit(context(node))));
        u8::try_from(node ^ 1 << width).unwrap_or_default()
    }
}

/// The part of a width that an estimate in 65,536ths stands for; the product of 32 and 16 bits, taken
/// in two halves that can't overflow.
fn part(width: u32, estimate: u16) -> u32 {
    let estimate = u32::from(estimate);
    (width >> 16) * estimate + (((width & 0xffff) * estimate) >> 16)
}
