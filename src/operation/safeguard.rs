//! What keeps data from being lost, by name, so that tests can show what happens without it.

/// Each of these, left out, makes a law of the simulation fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Safeguard {
    /// An update sends the whole contact.
    Merge,
    /// A POST of unknown outcome is looked up before it is sent again.
    LookUp,
    /// No more than ten requests in any second.
    Pace,
    /// Listed rows are held against what was asked.
    Recheck,
    /// Contacts of native integrations are not touched.
    Native,
}

#[cfg(not(test))]
pub(super) const fn holds(_: Safeguard) -> bool {
    true
}

#[cfg(test)]
thread_local! {
    static OFF: std::cell::Cell<Option<Safeguard>> = const { std::cell::Cell::new(None) };
}

#[cfg(test)]
pub(super) fn holds(safeguard: Safeguard) -> bool {
    OFF.get() != Some(safeguard)
}

/// Does work without one of them.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn without<T>(safeguard: Option<Safeguard>, work: impl FnOnce() -> T) -> T {
    OFF.set(safeguard);
    let done = work();
    OFF.set(None);
    done
}
