//! The boundary of the client: operations and paces behind handles. The host sends, waits, and tells the time
//! of two clocks, in milliseconds.

use super::contact::throw;
use super::table::Table;
use crate::ffi::{self, Error};
use crate::http::HttpResponse;
use crate::operation::{Clock, Operation, Pace};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static OPERATIONS: RefCell<Table<Operation>> = const { RefCell::new(Table::new()) };
    static PACES: RefCell<Table<Pace>> = const { RefCell::new(Table::new()) };
    static CLOCK: RefCell<Clock> = RefCell::new(Clock::default());
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and a clock before its beginning stands at it"
)]
fn now(monotonic: f64, wall: f64) -> u64 {
    CLOCK.with_borrow_mut(|clock| clock.read(monotonic as u64, wall as u64))
}

fn unknown() -> JsValue {
    throw(Error::UnknownHandle)
}

/// Begins an operation and answers with its handle. `options` and `payloads` are in the flat form.
#[wasm_bindgen]
pub fn start_operation(options: &str, payloads: &str, seed: u32) -> Result<usize, JsValue> {
    let operation = ffi::start_operation(options, payloads, seed.into()).map_err(throw)?;
    Ok(OPERATIONS.with_borrow_mut(|operations| operations.add(operation)))
}

/// The pairs that nobody else may write while an operation runs, as JSON text.
#[wasm_bindgen]
pub fn operation_pairs(handle: usize) -> Result<String, JsValue> {
    OPERATIONS.with_borrow(|operations| operations.get(handle).map(ffi::pairs)).ok_or_else(unknown)
}

/// Tells an operation what happened, and answers with the next command as JSON text.
#[wasm_bindgen]
pub fn operation_next(
    handle: usize,
    event: u8,
    monotonic: f64,
    wall: f64,
    status: u16,
    headers: &str,
    body: String,
) -> Result<String, JsValue> {
    let answer = HttpResponse { status, headers: ffi::headers(headers), body };
    let now = now(monotonic, wall);
    OPERATIONS.with_borrow_mut(|operations| {
        let operation = operations.get_mut(handle).ok_or_else(unknown)?;
        Ok(ffi::next(operation, event, &answer, now))
    })
}

/// Frees an operation; its handle may be given to another.
#[wasm_bindgen]
pub fn drop_operation(handle: usize) {
    OPERATIONS.with_borrow_mut(|operations| operations.take(handle));
}

/// Makes a limiter; one that follows upon a lost one lets the current second pass.
#[wasm_bindgen]
#[must_use]
pub fn create_pace(after_another: bool, monotonic: f64, wall: f64) -> usize {
    let now = now(monotonic, wall);
    let pace = if after_another { Pace::after_another(now) } else { Pace::default() };
    PACES.with_borrow_mut(|paces| paces.add(pace))
}

/// Leave to send, as the number of a ticket; below zero how many milliseconds to wait first.
#[wasm_bindgen]
pub fn pace_acquire(handle: usize, monotonic: f64, wall: f64) -> Result<i32, JsValue> {
    let now = now(monotonic, wall);
    PACES.with_borrow_mut(|paces| {
        let pace = paces.get_mut(handle).ok_or_else(unknown)?;
        Ok(ffi::acquire(pace, now))
    })
}

/// Tells what became of a request that had leave; status 0 for no answer.
#[wasm_bindgen]
pub fn pace_answered(
    handle: usize,
    ticket: u32,
    monotonic: f64,
    wall: f64,
    status: u16,
    headers: &str,
) -> Result<(), JsValue> {
    let now = now(monotonic, wall);
    let answer = HttpResponse { status, headers: ffi::headers(headers), body: String::new() };
    PACES.with_borrow_mut(|paces| {
        let pace = paces.get_mut(handle).ok_or_else(unknown)?;
        pace.answered(ticket, now, Some(&answer).filter(|_| status > 0));
        Ok(())
    })
}

/// Frees a limiter.
#[wasm_bindgen]
pub fn drop_pace(handle: usize) {
    PACES.with_borrow_mut(|paces| paces.take(handle));
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
