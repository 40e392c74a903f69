//! The boundary of the client: operations and paces behind handles. The host sends, waits, and tells the time
//! of two clocks, in milliseconds.

use super::contact::throw;
use crate::ffi::{self, Error};
use crate::http::HttpResponse;
use crate::operation::{Clock, Operation, Pace};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Things by handle, which is their place.
struct Table<T>(Vec<Option<T>>);

impl<T> Table<T> {
    fn add(&mut self, thing: T) -> u32 {
        let free = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        match self.0.get_mut(free) {
            Some(place) => *place = Some(thing),
            None => self.0.push(Some(thing)),
        }
        u32::try_from(free).unwrap_or(u32::MAX)
    }

    fn get(&mut self, handle: u32) -> Result<&mut T, JsValue> {
        let thing = self.0.get_mut(handle as usize).and_then(Option::as_mut);
        thing.ok_or_else(|| throw(Error::UnknownHandle))
    }

    fn free(&mut self, handle: u32) {
        if let Some(place) = self.0.get_mut(handle as usize) {
            *place = None;
        }
    }
}

thread_local! {
    static OPERATIONS: RefCell<Table<Operation>> = const { RefCell::new(Table(Vec::new())) };
    static PACES: RefCell<Table<Pace>> = const { RefCell::new(Table(Vec::new())) };
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

/// Begins an operation and answers with its handle. `options` and `payloads` are in the flat form.
#[wasm_bindgen]
pub fn start_operation(options: &str, payloads: &str, seed: u32) -> Result<u32, JsValue> {
    let operation = ffi::start_operation(options, payloads, seed.into()).map_err(throw)?;
    Ok(OPERATIONS.with_borrow_mut(|operations| operations.add(operation)))
}

/// The pairs that nobody else may write while an operation runs, as JSON text.
#[wasm_bindgen]
pub fn operation_pairs(handle: u32) -> Result<String, JsValue> {
    OPERATIONS.with_borrow_mut(|operations| operations.get(handle).map(|found| ffi::pairs(found)))
}

/// Tells an operation what happened, and answers with the next command as JSON text.
#[wasm_bindgen]
pub fn operation_next(
    handle: u32,
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
        operations.get(handle).map(|operation| ffi::next(operation, event, &answer, now))
    })
}

/// Frees an operation; its handle may be given to another.
#[wasm_bindgen]
pub fn drop_operation(handle: u32) {
    OPERATIONS.with_borrow_mut(|operations| operations.free(handle));
}

/// Makes a limiter; one that follows upon a lost one lets the current second pass.
#[wasm_bindgen]
#[must_use]
pub fn create_pace(after_another: bool, monotonic: f64, wall: f64) -> u32 {
    let now = now(monotonic, wall);
    let pace = if after_another { Pace::after_another(now) } else { Pace::default() };
    PACES.with_borrow_mut(|paces| paces.add(pace))
}

/// Leave to send, as the number of a ticket; below zero how many milliseconds to wait first.
#[wasm_bindgen]
pub fn pace_acquire(handle: u32, monotonic: f64, wall: f64) -> Result<i32, JsValue> {
    let now = now(monotonic, wall);
    PACES.with_borrow_mut(|paces| paces.get(handle).map(|pace| ffi::acquire(pace, now)))
}

/// Tells what became of a request that had leave; status 0 for no answer.
#[wasm_bindgen]
pub fn pace_answered(
    handle: u32,
    ticket: u32,
    monotonic: f64,
    wall: f64,
    status: u16,
    headers: &str,
) -> Result<(), JsValue> {
    let now = now(monotonic, wall);
    let answer = HttpResponse { status, headers: ffi::headers(headers), body: String::new() };
    PACES.with_borrow_mut(|paces| {
        paces
            .get(handle)
            .map(|pace| pace.answered(ticket, now, Some(&answer).filter(|_| status > 0)))
    })
}

/// Frees a limiter.
#[wasm_bindgen]
pub fn drop_pace(handle: u32) {
    PACES.with_borrow_mut(|paces| paces.free(handle));
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
