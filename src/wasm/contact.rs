//! The boundary of what the whole knows beside the verdict on a record: rows, explanations, diagnostics, panics.

use super::mapper::{MAPPERS, ask, hold, read, verdict};
use crate::ffi::{self, Error};
use js_sys::{JSON, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What the panic said that ended this instance.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs when an instance is made: a panic leaves its text behind, where the trap says nothing.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
}

/// What the panic said that ended this instance; empty after any other trap.
#[wasm_bindgen]
#[must_use]
pub fn last_panic() -> String {
    PANIC.take()
}

/// The version of this package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    ffi::VERSION.to_owned()
}

/// The verdict on the values of a row, whose columns were announced, in the flat form of answers.
#[wasm_bindgen]
#[must_use]
pub fn map_row(handle: usize, bytes: usize) -> i32 {
    verdict(handle, bytes, ffi::map_row)
}

/// Announces the columns of the rows that follow.
#[wasm_bindgen]
pub fn set_columns(handle: usize, bytes: usize) {
    if let Some(mapper) = hold(&MAPPERS).get_mut(handle) {
        read(bytes, |columns| ffi::set_columns(mapper, columns));
    }
}

/// How each value came to be of the payload of the record in the room, as JSON text.
#[wasm_bindgen]
#[must_use]
pub fn explain_record(handle: usize, bytes: usize) -> i32 {
    read(bytes, |record| ask(handle, |mapper, out| *out = ffi::explain(mapper, record)))
}

/// What was said while a mapper was compiled, as JSON text.
#[wasm_bindgen]
#[must_use]
pub fn mapper_diagnostics(handle: usize) -> i32 {
    ask(handle, |mapper, out| *out = ffi::mapper_diagnostics(mapper))
}

/// A JavaScript `Error` with the error's `code` and `details`.
#[expect(clippy::needless_pass_by_value, reason = "it goes to `map_err`")]
pub(super) fn throw(error: Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.message());
    let details = error.details().and_then(|json| JSON::parse(&json).ok()).unwrap_or_default();
    for (name, value) in [("code", JsValue::from_str(error.code())), ("details", details)] {
        // Setting a property of a fresh Error can't fail.
        let _ = Reflect::set(&thrown, &JsValue::from_str(name), &value);
    }
    thrown.into()
}
