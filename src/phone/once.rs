//! Values that are made when they are first asked for, and then stay. What they are is not known here.
//!
//! The small wasm has no std, and so no `OnceLock`.

#[cfg(not(all(target_arch = "wasm32", feature = "wasm-phone", not(feature = "wasm"))))]
pub(super) use std::sync::OnceLock as Once;

#[cfg(all(target_arch = "wasm32", feature = "wasm-phone", not(feature = "wasm")))]
mod lean {
    use alloc::boxed::Box;
    use once_cell::race::OnceBox;

    pub(in crate::phone) struct Once<T>(OnceBox<T>);

    impl<T> Once<T> {
        pub(in crate::phone) const fn new() -> Self {
            Self(OnceBox::new())
        }

        pub(in crate::phone) fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
            self.0.get_or_init(|| Box::new(make()))
        }
    }
}
#[cfg(all(target_arch = "wasm32", feature = "wasm-phone", not(feature = "wasm")))]
pub(super) use lean::Once;
