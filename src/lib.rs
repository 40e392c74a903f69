//! Turns any record into a Quo contact, or says everything that stands against it.

pub mod phone;
#[cfg(feature = "wasm")]
pub mod wasm;
