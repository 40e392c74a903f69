//! What the coder of the metadata expects at each step: every yes-or-no question has a context, and
//! every context keeps its own estimate of the answer. No coding happens here.
//!
//! The compiler (`xtask/src/phone_metadata`) includes this very file, so that the two ends can't drift
//! apart: changing a context means running `cargo xtask phone-metadata`, and nothing else.

/// Each context keeps two estimates, 16 bits wide, of which the mean counts. After each answer they move
/// by these parts (shifts) towards it: one learns what is so just here, the other what is so throughout.
pub(crate) const RATES: [u32; 2] = [2, 5];

/// An interval is widened where it is narrower than this.
pub(crate) const NARROW: u32 = 1 << 24;

/// How many digits a national number can have at most.
/// <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>
pub(crate) const LONGEST: u8 = 17;

/// A national-prefix label: drop what was matched.
pub(crate) const DROP: u8 = 1;
/// A national-prefix label: put literal digits before the group, drop the rest of the match. The lower
/// bits add three bits of the group's start and two bits of how far before the match's end it ends.
pub(crate) const REWRITE: u8 = 2;
/// A national-prefix label that counts only where the number ends.
pub(crate) const AT_END: u8 = 0x80;
/// Beside [`AT_END`]: before the end, [`DROP`] counts.
pub(crate) const ELSE_DROP: u8 = 0x40;

/// The length of a whole number and the kind that an automaton is taken to have named last, when it
/// begins.
pub(crate) const FIRST: (u8, u8) = (9, 1);

/// What an automaton answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Does the general description hold the whole number?
    General,
    /// Which kind is the whole number?
    Kind,
    /// Does the number begin with digits that are this territory's own?
    Leading,
    /// What in front of the number is the national prefix?
    NationalPrefix,
    /// What in front of the number is the way out of the country?
    InternationalPrefix,
}

impl Question {
    /// All of them, in the order in which a territory's automata follow each other.
    pub(crate) const ALL: [Self; 5] =
        [Self::General, Self::Kind, Self::Leading, Self::NationalPrefix, Self::InternationalPrefix];

    /// The one digit that, repeated so often, makes up the prefix of most territories.
    pub(crate) const fn usual_prefix(self) -> Option<u8> {
        match self {
            Self::NationalPrefix => Some(1),
            Self::InternationalPrefix => Some(2),
            Self::General | Self::Kind | Self::Leading => None,
        }
    }

    /// The three prefixes are small, and share their estimates.
    const fn class(self) -> usize {
        match self {
            Self::Kind => 0,
            Self::General => 1,
            Self::Leading | Self::NationalPrefix | Self::InternationalPrefix => 2,
        }
    }
}

/// How the target of a state's previous digit was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Nothing can match any more.
    Dead = 0,
    /// Any digits, so many, then a label.
    Tail = 1,
    /// A state of its own.
    State = 2,
}

/// How many depths are told apart where that says much.
const DEPTHS: usize = 7;

const SAME: usize = 0;
const DEAD_FIRST: usize = SAME + 3 * 3 * 3 * 3 * DEPTHS;
const DEAD: usize = DEAD_FIRST + 3 * 8;
const EARLIER: usize = DEAD + 3 * 3 * DEPTHS;
const WHICH: usize = EARLIER + 3 * 3 * DEPTHS;
const TAIL: usize = WHICH + 3 * 4;
const LENGTH_KEPT: usize = TAIL + 3 * 9 * 4;
const LENGTH: usize = LENGTH_KEPT + 3 * 3;
const KIND_KEPT: usize = LENGTH + 3 * 32;
const KIND: usize = KIND_KEPT + 4 * 12;
const KNOWN: usize = KIND + 12 * 16;
const SAME_DEPTH: usize = KNOWN + 3 * 9;
const BACK: usize = SAME_DEPTH + 3;
const LABEL: usize = BACK + 10 * 10;
const ABSENT: usize = LABEL + 3 * 16;
const USUAL: usize = ABSENT + 5;
const JUST_DROP: usize = USUAL + 2;
const POSSIBLE: usize = JUST_DROP + 1;
const LITERAL: usize = POSSIBLE + 2 * 2 * 18;
/// How many contexts there are.
pub(crate) const CONTEXTS: usize = LITERAL + 1;

fn most(value: usize, limit: usize) -> usize {
    value.min(limit)
}

/// Does this digit lead where the previous digit led? `seen`: distinct living targets so far;
/// `run`: how many digits in a row led there.
pub(crate) fn same(
    question: Question,
    previous: Target,
    depth: usize,
    seen: usize,
    run: usize,
) -> usize {
    let before = (question.class() * 3 + previous as usize) * 3 + most(seen, 2);
    SAME + (before * 3 + most(run, 2)) * DEPTHS + most(depth, DEPTHS - 1)
}

/// Does digit 0 of a state lead nowhere?
pub(crate) fn dead_first(question: Question, depth: usize) -> usize {
    DEAD_FIRST + question.class() * 8 + most(depth, 7)
}

/// Does this digit, after one that led somewhere, lead nowhere?
pub(crate) fn dead(question: Question, depth: usize, seen: usize) -> usize {
    DEAD + (question.class() * 3 + most(seen, 2)) * DEPTHS + most(depth, DEPTHS - 1)
}

/// Does this digit lead where one before the previous led? `others`: how many targets that could be.
pub(crate) fn earlier(question: Question, depth: usize, others: usize) -> usize {
    EARLIER + (question.class() * 3 + most(others, 3) - 1) * DEPTHS + most(depth, DEPTHS - 1)
}

/// Is it this one of them, latest first?
pub(crate) fn which(question: Question, index: usize) -> usize {
    WHICH + question.class() * 4 + most(index, 3)
}

/// Is the target a tail?
pub(crate) fn tail(question: Question, depth: usize, seen: usize) -> usize {
    TAIL + (question.class() * 9 + most(depth, 8)) * 4 + most(seen, 3)
}

/// Does the tail end at the same length of the whole number as the one before?
pub(crate) fn length_kept(question: Question, seen: usize) -> usize {
    LENGTH_KEPT + question.class() * 3 + most(seen, 2)
}

/// The length of the whole number, bit by bit: `node` holds a one and the bits so far.
pub(crate) fn length(question: Question, node: usize) -> usize {
    LENGTH + question.class() * 32 + most(node, 31)
}

/// Is the kind the one last named? `seen` is 3 for a kind in the midst of longer numbers.
pub(crate) fn kind_kept(seen: usize, last: u8) -> usize {
    KIND_KEPT + most(seen, 3) * 12 + most(last.into(), 11)
}

/// The kind, bit by bit.
pub(crate) fn kind(last: u8, node: usize) -> usize {
    KIND + most(last.into(), 11) * 16 + most(node, 15)
}

/// Is the target a state that came before?
pub(crate) fn known(question: Question, depth: usize) -> usize {
    KNOWN + question.class() * 9 + most(depth, 8)
}

/// Is it one that was first met at this depth?
pub(crate) fn same_depth(question: Question) -> usize {
    SAME_DEPTH + question.class()
}

/// Does the number of states since then, of at most `width` bits, have more bits than so many?
pub(crate) fn back(width: u32, bits: u32) -> usize {
    BACK + most(width as usize, 9) * 10 + most(bits as usize, 9)
}

/// Does a match end at a state from which longer matches go on?
pub(crate) fn label(question: Question, depth: usize) -> usize {
    LABEL + question.class() * 16 + most(depth, 15)
}

/// Is the automaton left out?
pub(crate) fn absent(question: Question) -> usize {
    ABSENT + question as usize
}

/// Is the prefix the usual one?
pub(crate) fn usual(question: Question) -> usize {
    USUAL + usize::from(question == Question::InternationalPrefix)
}

/// Is the matched prefix just dropped?
pub(crate) fn just_drop() -> usize {
    JUST_DROP
}

/// Can a number have this length? `before`: whether it can have one digit less.
pub(crate) fn possible(local: bool, length: u8, before: bool) -> usize {
    POSSIBLE + (usize::from(local) * 18 + most(length.into(), 17)) * 2 + usize::from(before)
}

/// Does the national prefix put digits in front?
pub(crate) fn literal() -> usize {
    LITERAL
}
