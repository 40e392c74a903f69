//! What is no number that a double holds.

/// Why a text is no [`super::Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not digits with at most one point, a sign before them and an exponent after them.
    NotANumber,
    /// Beyond the largest double.
    NotFinite,
    /// No double has these digits.
    Inexact,
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "expected a number such as 1234.5",
            Self::NotFinite => "expected a number that a double holds, found a larger one",
            Self::Inexact => "expected a number that a double holds, found more digits",
        })
    }
}

impl core::error::Error for Fault {}
