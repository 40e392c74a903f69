//! A clock that never runs ahead, made of two that may jump.

/// Milliseconds that have surely passed: what both of the host's clocks say has passed, the one that is only
/// ever set by the passing of time and the one on the wall.
///
/// A clock that is set forward is held back by the other one; one that is set back counts as standing.
///
/// ```
/// use quo_contacts::operation::Clock;
///
/// let mut clock = Clock::default();
/// assert_eq!(clock.read(5_000, 1_700_000_000_000), 0);
/// assert_eq!(clock.read(5_100, 1_700_000_000_100), 100);
/// // The wall clock is set forward by an hour, then back.
/// assert_eq!(clock.read(5_200, 1_700_003_600_200), 200);
/// assert_eq!(clock.read(5_300, 1_700_000_000_300), 200);
/// assert_eq!(clock.read(5_400, 1_700_000_000_400), 300);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    last: Option<(u64, u64)>,
    passed: u64,
}

impl Clock {
    /// How much time has passed since the first reading.
    pub fn read(&mut self, monotonic: u64, wall: u64) -> u64 {
        if let Some(last) = self.last {
            self.passed += monotonic.saturating_sub(last.0).min(wall.saturating_sub(last.1));
        }
        self.last = Some((monotonic, wall));
        self.passed
    }
}
