//! What a national number is: its possible lengths, its region, its kind. How it was read is not known
//! here.

use super::Kind;
use super::metadata::{Plan, Territory};

/// Whether a number of this length can exist, as libphonenumber's `isPossibleNumberWithReason` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possibility {
    /// A number of the region can have this length.
    Possible,
    /// With this length it can only be dialed within its own area.
    LocalOnly,
    /// Fewer digits than any number of the region.
    TooShort,
    /// More digits than any number of the region.
    TooLong,
    /// Between the shortest and the longest, but no number of the region has this length.
    InvalidLength,
}

pub(super) fn possibility(length: usize, territory: &Territory) -> Possibility {
    let bit = 1_u32.checked_shl(length.try_into().unwrap_or(u32::MAX)).unwrap_or(0);
    let lengths = territory.lengths;
    if territory.local_lengths & bit != 0 {
        Possibility::LocalOnly
    } else if lengths & bit != 0 {
        Possibility::Possible
    } else if bit == 0 || bit > lengths {
        Possibility::TooLong
    } else if lengths & (bit - 1) == 0 {
        Possibility::TooShort
    } else {
        Possibility::InvalidLength
    }
}

/// The territory of a number among those that share its calling code, and its kind there: the one whose
/// leading digits it has, or else the first that knows it as a number of some kind.
pub(super) fn territory<'a>(mut plan: &'a Plan, national: &[u8]) -> Option<(&'a Territory, Kind)> {
    if !plan.is_shared() {
        return plan.territories.first().map(|only| (only, kind(plan, only, national)));
    }
    let mut asked = 0;
    loop {
        for territory in plan.territories.iter().skip(asked) {
            if territory.leading == 0 {
                let kind = kind(plan, territory, national);
                if kind != Kind::Unknown {
                    return Some((territory, kind));
                }
            } else if plan.states.front(territory.leading, national).is_some() {
                return Some((territory, kind(plan, territory, national)));
            }
        }
        asked = plan.territories.len();
        plan = plan.wider()?;
    }
}

/// The kind of a number within a territory.
pub(super) fn kind(plan: &Plan, territory: &Territory, national: &[u8]) -> Kind {
    match plan.states.whole(territory.kind, national) {
        1 => Kind::FixedLine,
        2 => Kind::Mobile,
        3 => Kind::FixedLineOrMobile,
        4 => Kind::TollFree,
        5 => Kind::PremiumRate,
        6 => Kind::SharedCost,
        7 => Kind::Voip,
        8 => Kind::PersonalNumber,
        9 => Kind::Pager,
        10 => Kind::Uan,
        11 => Kind::Voicemail,
        _ => Kind::Unknown,
    }
}
