//! The boundary of contacts.
//!
//! Functions only, no exported classes: what is compiled once sits behind a handle that the TypeScript
//! layer owns, and rebuilds in a new instance after a trap.

use crate::ffi::{self, CompiledMapper, Error};
use crate::field::date::TimeZone;
use js_sys::{Function, JSON, Reflect};
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// How many bytes of the room for answers are kept from one record to the next.
const KEPT: usize = 1 << 16;

thread_local! {
    /// The compiled mappers; a handle is the place of one.
    static MAPPERS: RefCell<Vec<Option<CompiledMapper>>> = const { RefCell::new(Vec::new()) };
    /// Where JavaScript writes the texts of records.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The verdict on the last of them.
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
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

/// Compiles a mapper and answers with its handle. `options` are `MapperOptions` in the flat form;
/// `utc_offset(zone, utcSeconds)` is the host's knowledge of time zones, in seconds ahead of UTC.
#[wasm_bindgen]
pub fn create_mapper(options: &str, utc_offset: Option<Function>) -> Result<u32, JsValue> {
    let zones = |name: &str| -> Option<Box<dyn TimeZone>> {
        Some(Box::new(HostZone { name: JsValue::from_str(name), offset: utc_offset? }))
    };
    let compiled = ffi::create_mapper(options, zones).map_err(throw)?;
    MAPPERS.with_borrow_mut(|mappers| {
        let free = mappers.iter().position(Option::is_none).unwrap_or(mappers.len());
        match mappers.get_mut(free) {
            Some(place) => *place = Some(compiled),
            None => mappers.push(Some(compiled)),
        }
        u32::try_from(free).map_err(|_| throw(Error::UnknownHandle))
    })
}

/// Frees a mapper; its handle may be given to another.
#[wasm_bindgen]
pub fn drop_mapper(handle: u32) {
    MAPPERS.with_borrow_mut(|mappers| {
        if let Some(place) = mappers.get_mut(handle as usize) {
            *place = None;
        }
    });
}

/// Makes room for the text of a record, and answers with its address. JavaScript writes there itself, so that
/// no text needs an allocation of its own.
#[wasm_bindgen]
#[must_use]
pub fn text_room(bytes: usize) -> usize {
    ROOM.with_borrow_mut(|room| {
        *room = vec![0; bytes];
        room.as_mut_ptr().expose_provenance()
    })
}

/// The address of the answer.
#[wasm_bindgen]
#[must_use]
pub fn answer_address() -> usize {
    ANSWER.with_borrow_mut(|answer| answer.as_mut_ptr().expose_provenance())
}

/// The verdict on the record in the room, in the flat form of answers. The answer is its length in bytes;
/// less than none where there is no such mapper, or where the length does not fit.
#[wasm_bindgen]
#[must_use]
pub fn map_record(handle: u32, bytes: usize) -> i32 {
    answer(handle, bytes, ffi::map_record)
}

/// The same for the values of a row, whose columns were announced.
#[wasm_bindgen]
#[must_use]
pub fn map_row(handle: u32, bytes: usize) -> i32 {
    answer(handle, bytes, ffi::map_row)
}

/// Announces the columns of the rows that follow.
#[wasm_bindgen]
pub fn set_columns(handle: u32, columns: &str) {
    MAPPERS.with_borrow_mut(|mappers| {
        if let Some(Some(mapper)) = mappers.get_mut(handle as usize) {
            ffi::set_columns(mapper, columns);
        }
    });
}

fn answer(handle: u32, bytes: usize, map: fn(&CompiledMapper, &str, &mut String)) -> i32 {
    let work = |mapper: &CompiledMapper| {
        ROOM.with_borrow(|room| {
            let written = room.get(..bytes).unwrap_or_default();
            // What is well-formed is so at a glance; replacing what is not reads byte by byte.
            let text = std::str::from_utf8(written)
                .map_or_else(|_| String::from_utf8_lossy(written), Cow::Borrowed);
            ANSWER.with_borrow_mut(|answer| {
                answer.clear();
                answer.shrink_to(KEPT);
                map(mapper, &text, answer);
                answer.len()
            })
        })
    };
    with_mapper(handle, work).ok().and_then(|length| i32::try_from(length).ok()).unwrap_or(-1)
}

/// The keys of the mapper's definitions, as JSON text.
#[wasm_bindgen]
pub fn mapper_keys(handle: u32) -> Result<String, JsValue> {
    with_mapper(handle, ffi::mapper_keys).map_err(throw)
}

/// How each value of a record's payload came to be, as JSON text.
#[wasm_bindgen]
pub fn explain_record(handle: u32, record: &str) -> Result<String, JsValue> {
    with_mapper(handle, |mapper| ffi::explain(mapper, record)).map_err(throw)
}

/// What was said while a mapper was compiled, as JSON text.
#[wasm_bindgen]
pub fn mapper_diagnostics(handle: u32) -> Result<String, JsValue> {
    with_mapper(handle, ffi::mapper_diagnostics).map_err(throw)
}

/// A time zone that the host knows.
struct HostZone {
    name: JsValue,
    offset: Function,
}

impl TimeZone for HostZone {
    fn offset_at(&self, utc: i64) -> Option<i32> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "years 1 to 9999 in seconds are exact in a double"
        )]
        let seconds = JsValue::from_f64(utc as f64);
        let offset = self.offset.call2(&JsValue::NULL, &self.name, &seconds).ok()?.as_f64()?;
        if !offset.is_finite() {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the cast saturates, and no offset is that large"
        )]
        Some(offset as i32)
    }
}

fn with_mapper<T>(handle: u32, work: impl FnOnce(&CompiledMapper) -> T) -> Result<T, Error> {
    MAPPERS.with_borrow(|mappers| match mappers.get(handle as usize) {
        Some(Some(mapper)) => Ok(work(mapper)),
        Some(None) | None => Err(Error::UnknownHandle),
    })
}

/// A JavaScript `Error` with the error's `code` and `details`.
#[expect(clippy::needless_pass_by_value, reason = "it goes to `map_err`")]
pub(super) fn throw(error: Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    let details = error.details().and_then(|json| JSON::parse(&json).ok()).unwrap_or_default();
    for (name, value) in [("code", JsValue::from_str(error.code())), ("details", details)] {
        // Setting a property of a fresh Error can't fail.
        let _ = Reflect::set(&thrown, &JsValue::from_str(name), &value);
    }
    thrown.into()
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
