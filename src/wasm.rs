//! The boundary: what JavaScript can call. The only room that names wasm-bindgen and js-sys.

#[cfg(feature = "wasm")]
mod contact;
mod phone;
