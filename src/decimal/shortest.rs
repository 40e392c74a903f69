//! Whether a double has the digits that were written, reckoned in whole numbers. How a number is read and
//! written is not known here.

/// For which exponents it can be told whether a double has the 16 or 17 digits before them.
pub(super) const PROVED: core::ops::RangeInclusive<i32> = -21..=20;

/// Whether 16 or 17 digits are the shortest decimal of the double that is nearest to them.
///
/// The answer is no for exponents that are not [`PROVED`]: that would take larger integers.
pub(super) fn is_shortest(digits: u64, exponent: i32) -> bool {
    const EXACT: u128 = 1 << 53;
    if !PROVED.contains(&exponent) {
        return false;
    }
    let power = 10_u128.pow(exponent.unsigned_abs());
    // The number is `over / under`, and `unit / under` a one in its last digit. Scaled by a power of
    // two, it lies where doubles are the whole numbers.
    let (mut over, mut under, mut unit) = if exponent < 0 {
        (u128::from(digits), power, 1)
    } else {
        (u128::from(digits) * power, 1, power)
    };
    while over >= EXACT * under {
        under <<= 1;
    }
    while over < EXACT / 2 * under {
        over <<= 1;
        unit <<= 1;
    }
    let below = quotient(over, under);
    // The double nearest to the number: `below`, or the one above it.
    let double = if rounds_to(over, under, below) { below } else { below + 1 };
    let last = u128::from(digits % 10) * unit;
    let shorter = [over - last, over - last + 10 * unit];
    // Of two decimals that are as close, printers differ on which they take.
    let closest = (double * under).abs_diff(over) * 2 <= unit;
    closest && !shorter.iter().any(|&other| rounds_to(other, under, double))
}

/// `over / under`, which has 53 bits at most: one after the other, since a division of such large numbers is
/// a kilobyte of its own.
fn quotient(over: u128, under: u128) -> u128 {
    let (mut rest, mut quotient) = (over, 0);
    for bit in (0..53).rev() {
        if rest >= under << bit {
            rest -= under << bit;
            quotient |= 1 << bit;
        }
    }
    quotient
}

/// Whether `over / under` rounds to a double, given as a whole number of 53 bits. At a power of two,
/// doubles stand half as far apart below as above.
fn rounds_to(over: u128, under: u128, double: u128) -> bool {
    let (below, above) = match double {
        0x0010_0000_0000_0000 => (1, 2),
        0x0020_0000_0000_0000 => (2, 4),
        _ => (2, 2),
    };
    let (quarters, low, high) =
        (4 * over, (4 * double - below) * under, (4 * double + above) * under);
    if double.is_multiple_of(2) {
        low <= quarters && quarters <= high
    } else {
        low < quarters && quarters < high
    }
}
