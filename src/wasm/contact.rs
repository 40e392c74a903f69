//! The boundary of contacts.
//!
//! Functions only, no exported classes: what is compiled once sits behind a handle that the TypeScript
//! layer owns, and rebuilds in a new instance after a trap.

#![expect(clippy::needless_pass_by_value, reason = "what JavaScript hands over is owned")]

use crate::ffi::{self, CompiledMapper, Definition, DiagnosticObject, Error, MapperOptions};
use crate::field::date::TimeZone;
use crate::http::{HttpRequest, HttpResponse};
use js_sys::{Function, Reflect};
use serde::Serialize;
use std::cell::RefCell;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

thread_local! {
    /// The compiled mappers; a handle is the place of one.
    static MAPPERS: RefCell<Vec<Option<CompiledMapper>>> = const { RefCell::new(Vec::new()) };
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

/// Compiles a mapper and answers with its handle. `options` is the JSON text of `MapperOptions`;
/// `utc_offset(zone, utcSeconds)` is the host's knowledge of time zones, in seconds ahead of UTC.
#[wasm_bindgen]
pub fn create_mapper(options: &str, utc_offset: Option<Function>) -> Result<u32, JsValue> {
    let options = MapperOptions::from_json(options).map_err(throw)?;
    let zone = options.time_zone.as_deref().zip(utc_offset).map(|(name, offset)| {
        Box::new(HostZone { name: JsValue::from_str(name), offset }) as Box<dyn TimeZone>
    });
    let compiled = ffi::create_mapper(options, zone).map_err(throw)?;
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

/// The verdict on a record in the flat form, as JSON text.
#[wasm_bindgen]
pub fn map_record(handle: u32, record: &str) -> Result<String, JsValue> {
    with_mapper(handle, |mapper| ffi::map_record(mapper, record))
}

/// What was said while a mapper was compiled.
#[wasm_bindgen]
pub fn mapper_diagnostics(handle: u32) -> Result<Vec<Ts<DiagnosticObject>>, JsValue> {
    let diagnostics = with_mapper(handle, |mapper| mapper.diagnostics.clone())?;
    diagnostics.iter().map(write).collect()
}

/// The request for the workspace's custom fields.
#[wasm_bindgen]
pub fn definitions_request() -> Result<Ts<HttpRequest>, JsValue> {
    write(&ffi::definitions_request())
}

/// Reads the workspace's custom fields.
#[wasm_bindgen]
pub fn read_definitions(status: u16, body: String) -> Result<Vec<Ts<Definition>>, JsValue> {
    let definitions = ffi::read_definitions(&response(status, body)).map_err(throw)?;
    definitions.iter().map(write).collect()
}

/// The request that makes a contact, or what stands against the payload, as JSON text.
#[wasm_bindgen]
#[must_use]
pub fn create_contact_request(payload: &str) -> String {
    ffi::create_contact_request(payload)
}

/// Reads a contact: the JSON text of what is known of it.
#[wasm_bindgen]
pub fn read_contact(status: u16, body: String) -> Result<String, JsValue> {
    ffi::read_contact(&response(status, body)).map_err(throw)
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

fn with_mapper<T>(handle: u32, work: impl FnOnce(&CompiledMapper) -> T) -> Result<T, JsValue> {
    MAPPERS.with_borrow(|mappers| match mappers.get(handle as usize) {
        Some(Some(mapper)) => Ok(work(mapper)),
        Some(None) | None => Err(throw(Error::UnknownHandle)),
    })
}

/// An answer, as far as anything reads it yet.
fn response(status: u16, body: String) -> HttpResponse {
    HttpResponse { status, headers: Vec::new(), body }
}

fn write<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, JsValue> {
    value.into_ts().map_err(|error| throw(Error::InvalidOptions(error.to_string())))
}

/// A JavaScript `Error` with the error's `code` and `details`.
fn throw(error: Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    let details = serde_wasm_bindgen::to_value(&error.details()).unwrap_or_default();
    for (name, value) in [("code", JsValue::from_str(error.code())), ("details", details)] {
        // Setting a property of a fresh Error can't fail.
        let _ = Reflect::set(&thrown, &JsValue::from_str(name), &value);
    }
    thrown.into()
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
