//! The boundary: what JavaScript can call. The only room that names wasm-bindgen and js-sys.

#[cfg(feature = "wasm")]
mod contact;
mod phone;

/// A fifth of the size of the allocator of std, and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
