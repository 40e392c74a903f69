//! The contexts of `formats.bin`, as [`model`](super::model) holds those of `metadata.bin`; the compiler
//! includes this file too.

use super::model::CONTEXTS;

/// The most groups of digits in one format.
pub(crate) const MOST_GROUPS: usize = 7;

const MORE_GROUPS: usize = CONTEXTS;
const LEAST: usize = MORE_GROUPS + 8;
const RANGE: usize = LEAST + 8 * 16;
const EXTRA: usize = RANGE + 16;
const SAME_TEMPLATE: usize = EXTRA + 16;
const TEMPLATE: usize = SAME_TEMPLATE + 1;
const SAME_RULE: usize = TEMPLATE + 8 * 32;
const RULE: usize = SAME_RULE + 1;
const OPTIONAL: usize = RULE + 16;
const CARRIER: usize = OPTIONAL + 2;
const INTERNATIONAL: usize = CARRIER + 2;
const NOT_INTERNATIONAL: usize = INTERNATIONAL + 1;
const MORE_LEADING: usize = NOT_INTERNATIONAL + 1;
/// How many contexts there are, those of automata included.
pub(crate) const FORMAT_CONTEXTS: usize = MORE_LEADING + 2;

/// Does another group follow, after so many?
pub(crate) fn more_groups(groups: usize) -> usize {
    MORE_GROUPS + groups.min(7)
}

/// The least number of digits of a group, bit by bit.
pub(crate) fn least(groups: usize, node: usize) -> usize {
    LEAST + groups.min(7) * 16 + node.min(15)
}

/// Can a group be longer?
pub(crate) fn range(groups: usize) -> usize {
    RANGE + groups.min(7)
}

/// By how many digits, bit by bit.
pub(crate) fn extra(node: usize) -> usize {
    EXTRA + node.min(15)
}

/// Is the international template the national one?
pub(crate) fn same_template() -> usize {
    SAME_TEMPLATE
}

/// The template, bit by bit.
pub(crate) fn template(groups: usize, node: usize) -> usize {
    TEMPLATE + groups.min(7) * 32 + node.min(31)
}

/// Is the rule that of the format before?
pub(crate) fn same_rule() -> usize {
    SAME_RULE
}

/// The rule, bit by bit.
pub(crate) fn rule(node: usize) -> usize {
    RULE + node.min(15)
}

/// Can the national prefix be left out? `before`: whether it could in the format before.
pub(crate) fn optional(before: bool) -> usize {
    OPTIONAL + usize::from(before)
}

/// Can a carrier be named?
pub(crate) fn carrier(before: bool) -> usize {
    CARRIER + usize::from(before)
}

/// Has the calling code international formats of its own?
pub(crate) fn international() -> usize {
    INTERNATIONAL
}

/// Is a format no international one?
pub(crate) fn not_international() -> usize {
    NOT_INTERNATIONAL
}

/// Does another pattern of leading digits follow?
pub(crate) fn more_leading(first: bool) -> usize {
    MORE_LEADING + usize::from(first)
}
