//! From a zone's clock to UTC.

/// A zone that somebody else knows: the host's `Intl`, a time zone library.
pub trait TimeZone: Send + Sync {
    /// How many seconds the zone is ahead of UTC at a moment, in seconds since 1970-01-01T00:00Z; `None`
    /// if it can't tell.
    fn offset_at(&self, utc: i64) -> Option<i32>;
}

/// The zone that is always right.
#[derive(Clone, Copy, Debug)]
pub struct Utc;

impl TimeZone for Utc {
    fn offset_at(&self, _utc: i64) -> Option<i32> {
        Some(0)
    }
}

/// The moment at which the zone's clock shows `local`, in seconds as if it were UTC.
///
/// Of a time that comes twice the first is taken; a time that is skipped is moved on by what was
/// skipped, as RFC 5545 does.
pub(super) fn to_utc(zone: &dyn TimeZone, local: i64) -> Option<i64> {
    // Offsets are within a day of UTC, so these two stand on either side of any change near `local`.
    let before = i64::from(zone.offset_at(local - 86_400)?);
    let after = i64::from(zone.offset_at(local + 86_400)?);
    let holds = |offset: i64| Some(i64::from(zone.offset_at(local - offset)?) == offset);
    if holds(before)? || !holds(after)? { Some(local - before) } else { Some(local - after) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `before` seconds ahead of UTC until `change`, `after` from then on.
    struct Change {
        at: i64,
        before: i32,
        after: i32,
    }

    impl TimeZone for Change {
        fn offset_at(&self, utc: i64) -> Option<i32> {
            Some(if utc < self.at { self.before } else { self.after })
        }
    }

    #[test]
    fn away_from_a_change() {
        let zone = Change { at: 1_000_000, before: -3_600, after: 7_200 };
        assert_eq!(to_utc(&zone, 0), Some(3_600));
        assert_eq!(to_utc(&zone, 2_000_000), Some(1_992_800));
    }

    #[test]
    fn a_skipped_time_moves_on() {
        let zone = Change { at: 1_000_000, before: 0, after: 3_600 };
        assert_eq!(to_utc(&zone, 999_999), Some(999_999));
        assert_eq!(to_utc(&zone, 1_000_000), Some(1_000_000));
        assert_eq!(to_utc(&zone, 1_001_800), Some(1_001_800));
        assert_eq!(to_utc(&zone, 1_003_600), Some(1_000_000));
    }

    #[test]
    fn of_a_time_that_comes_twice_the_first_is_taken() {
        let zone = Change { at: 1_000_000, before: 3_600, after: 0 };
        assert_eq!(to_utc(&zone, 999_999), Some(996_399));
        assert_eq!(to_utc(&zone, 1_001_800), Some(998_200));
        assert_eq!(to_utc(&zone, 1_003_600), Some(1_003_600));
    }
}
