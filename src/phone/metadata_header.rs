//! Written by `cargo xtask phone-metadata`; not to be edited.

/// The release of libphonenumber whose metadata this is.
pub const VERSION: &str = "9.0.33";

/// How many calling codes `metadata.bin` holds.
pub(super) const CALLING_CODES: usize = 215;
