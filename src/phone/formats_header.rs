//! Written by `cargo xtask phone-metadata`; not to be edited.

/// Where the groups of digits go.
#[rustfmt::skip]
pub(super) const TEMPLATES: [&str; 18] = [
    "$1 $2 $3",
    "$1 $2",
    "$1 $2 $3 $4",
    "$1",
    "$1-$2",
    "$1-$2-$3",
    "$1-$2 $3",
    "$1 $2 $3 $4 $5",
    "$1 $2-$3",
    "$1-$2 $3 $4",
    "$1 $2-$3-$4",
    "$1 $2 $3-$4",
    "$1-$2-$3-$4",
    "$2 15-$3-$4",
    "$1-$2 $3 $4 $5",
    "$1-$2 $3-$4",
    "$1.$2.$3",
    "($1) $2-$3",
];

/// What takes the place of the first group in a national format.
#[rustfmt::skip]
pub(super) const RULES: [&str; 11] = [
    "0$1",
    "(0$1)",
    "($1)",
    "8 ($1)",
    "8 $1",
    "(0-$1)",
    "0 $1",
    "8 0$1",
    "(06 $1)",
    "(8 $1)",
    "06 $1",
];
