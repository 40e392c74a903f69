//! The boundary of mappers, which the form and the whole share.
//!
//! Functions only, no exported classes: what is compiled once sits behind a handle that the TypeScript
//! layer owns, and rebuilds in a new instance after a trap. Texts cross in two rooms that both sides know:
//! JavaScript writes into one and reads from the other, so that none needs an allocation of its own.

use super::table::Table;
use crate::ffi::{self, CompiledMapper};
use crate::field::date::TimeZone;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use spin::{Mutex, MutexGuard};
use wasm_bindgen::prelude::*;

/// How many bytes of the room for answers are kept from one record to the next.
const KEPT: usize = 1 << 16;

// Locks, because a static must have one. There is one thread: see `hold`.
/// The compiled mappers.
pub(super) static MAPPERS: Mutex<Table<CompiledMapper>> = Mutex::new(Table::new());
/// Where JavaScript writes.
pub(super) static ROOM: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// Where it reads.
pub(super) static ANSWER: Mutex<String> = Mutex::new(String::new());

#[wasm_bindgen]
extern "C" {
    /// What the host knows of a time zone, named by so many bytes at an address: how many seconds it is
    /// ahead of UTC at a moment, in seconds since 1970; NaN where it can't tell.
    #[wasm_bindgen(js_name = utcOffset)]
    fn utc_offset(zone: *const u8, length: usize, utc_seconds: f64) -> f64;
}

/// Takes what a call needs for itself. Who finds it taken came back from the host in the middle of another
/// call, and would wait for ever: a fault instead.
pub(super) fn hold<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    match lock.try_lock() {
        Some(held) => held,
        None => unreachable!("the host called back"),
    }
}

/// Makes room for a text, and answers with its address.
#[wasm_bindgen]
#[must_use]
pub fn text_room(bytes: usize) -> usize {
    let mut room = hold(&ROOM);
    *room = vec![0; bytes];
    room.as_mut_ptr().expose_provenance()
}

/// The address of the answer.
#[wasm_bindgen]
#[must_use]
pub fn answer_address() -> usize {
    hold(&ANSWER).as_mut_ptr().expose_provenance()
}

/// Compiles a mapper and answers with its handle; the room has `MapperOptions` in the flat form. Less than
/// none where they can't be compiled: the error is then the answer, and this is -1 minus its length in bytes.
#[wasm_bindgen]
#[must_use]
pub fn create_mapper(bytes: usize) -> i32 {
    let zones = |name: &str| Some(Box::new(HostZone(name.to_owned())) as Box<dyn TimeZone>);
    let compiled = read(bytes, |options| ffi::create_mapper(options, zones));
    match compiled {
        Ok(compiled) => size(hold(&MAPPERS).add(compiled)),
        Err(error) => -1 - answer(|answer| error.write(answer)),
    }
}

/// Frees a mapper; its handle may be given to another.
#[wasm_bindgen]
pub fn drop_mapper(handle: usize) {
    hold(&MAPPERS).take(handle);
}

/// The verdict on the record in the room, in the flat form of answers: its length in bytes, or less than none
/// where there is no such mapper, or where the length does not fit.
#[wasm_bindgen]
#[must_use]
pub fn map_record(handle: usize, bytes: usize) -> i32 {
    verdict(handle, bytes, ffi::map_record)
}

/// The keys of the mapper's definitions, as JSON text: its length, or less than none without such a mapper.
#[wasm_bindgen]
#[must_use]
pub fn mapper_keys(handle: usize) -> i32 {
    ask(handle, ffi::mapper_keys)
}

pub(super) fn verdict(
    handle: usize,
    bytes: usize,
    map: fn(&CompiledMapper, &str, &mut String),
) -> i32 {
    read(bytes, |text| ask(handle, |mapper, out| map(mapper, text, out)))
}

/// What a mapper says to a question.
pub(super) fn ask(handle: usize, question: impl FnOnce(&CompiledMapper, &mut String)) -> i32 {
    match hold(&MAPPERS).get(handle) {
        Some(mapper) => answer(|out| question(mapper, out)),
        None => -1,
    }
}

/// Reads so many bytes of the room.
pub(super) fn read<T>(bytes: usize, work: impl FnOnce(&str) -> T) -> T {
    let room = hold(&ROOM);
    let written = room.get(..bytes).unwrap_or_default();
    // The facade writes UTF-8. What is none did not come from there, and says nothing.
    work(core::str::from_utf8(written).unwrap_or_default())
}

/// Puts what is written in place of the last answer; says how many bytes it has.
pub(super) fn answer(write: impl FnOnce(&mut String)) -> i32 {
    let mut answer = hold(&ANSWER);
    answer.clear();
    answer.shrink_to(KEPT);
    write(&mut answer);
    size(answer.len())
}

fn size(size: usize) -> i32 {
    i32::try_from(size).unwrap_or(-1)
}

/// A time zone that the host knows.
struct HostZone(String);

impl TimeZone for HostZone {
    fn offset_at(&self, utc: i64) -> Option<i32> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "years 1 to 9999 in seconds are exact in a double"
        )]
        let offset = utc_offset(self.0.as_ptr(), self.0.len(), utc as f64);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the cast saturates, and no offset is that large"
        )]
        offset.is_finite().then_some(offset as i32)
    }
}

#[cfg(all(test, target_arch = "wasm32", feature = "wasm"))]
mod tests;
