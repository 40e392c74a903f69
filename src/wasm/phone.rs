//! The boundary of phone numbers: numbers and a shared piece of memory, in which texts stand as UTF-16 units.
//!
//! What wasm-bindgen does for a text (an encoder, an allocation, a decoder and a release) costs more than the
//! engine needs for a number, and glue that has to be shipped. So nothing but numbers crosses here: the
//! facade (`pkg-template/src/phone.ts`) writes units into [`phone_units`] and reads them there.

use crate::phone::Region;
use crate::phone_ffi;
#[cfg(feature = "phone-format")]
use alloc::string::String;
use alloc::vec::Vec;
use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{AtomicU16, AtomicU64};
use wasm_bindgen::prelude::*;

/// Room for a batch of a few hundred texts, each behind its length.
const UNITS: usize = 1 << 14;
/// Texts of a batch. Each is answered by two numbers; behind all these stand 16 characters for each, of which
/// its E.164 has the first.
const BATCH: usize = 1 << 10;

// Atomics, because the facade writes here between two calls; without threads they are plain memory.
static TEXTS: [AtomicU16; UNITS] = [const { AtomicU16::new(0) }; UNITS];
static NUMBERS: [AtomicU64; 4 * BATCH] = [const { AtomicU64::new(0) }; 4 * BATCH];

/// Where texts stand.
#[wasm_bindgen]
#[must_use]
pub fn phone_units() -> *const u16 {
    TEXTS.as_ptr().cast()
}

/// Where the answers to a batch stand.
#[wasm_bindgen]
#[must_use]
pub fn phone_answers() -> *const f64 {
    NUMBERS.as_ptr().cast()
}

/// Reads so many texts, each behind its length in units. Two numbers answer each: the digits of its E.164,
/// and the tag of its country and kind with the length of its E.164 above 14 bits; or 0, where the verdict
/// has more to say than these.
#[wasm_bindgen]
pub fn phone_batch(count: usize, country: u16, level: u8) {
    let country = Region::from_number(country);
    let level = phone_ffi::level(level);
    let mut rest = TEXTS.as_slice();
    let (numbers, letters) = NUMBERS.as_slice().split_at(2 * BATCH);
    let places = numbers.as_chunks().0.iter().zip(letters.as_chunks::<2>().0);
    for (place, [first, last]) in places.take(count) {
        let Some((length, after)) = rest.split_first() else { return };
        let Some((text, after)) = after.split_at_checked(length.load(Relaxed).into()) else {
            return;
        };
        rest = after;
        let units = text.iter().map(|unit| unit.load(Relaxed).into());
        let Some((number, tag)) = phone_ffi::quick(units, country, level) else {
            set(place, 0, 0);
            continue;
        };
        let (text, length) = number.e164_ascii();
        set(place, number.e164_digits(), length << 14 | u32::from(tag));
        let text = u128::from_le_bytes(text);
        #[expect(clippy::cast_possible_truncation, reason = "half of it")]
        first.store(text as u64, Relaxed);
        last.store((text >> 64) as u64, Relaxed);
    }
}

/// Reads the text of so many units. Two numbers answer as in a batch, but digits of 0 mean that it was
/// refused; and in place of the text there is what else is to be said (`phone_ffi::answer`). The answer is
/// how many units that has.
#[wasm_bindgen]
#[must_use]
pub fn phone_answer(length: usize, country: u16, level: u8) -> usize {
    let [place, ..] = NUMBERS.as_chunks().0 else { return 0 };
    let text: Vec<char> = chars(length).collect();
    let mut said = Writer(0);
    let country = Region::from_number(country);
    let (digits, tag) =
        phone_ffi::answer(&text, country, phone_ffi::level(level), &mut |unit| said.unit(unit));
    set(place, digits, tag.into());
    said.0
}

/// Whether there is a country of this number.
#[wasm_bindgen]
#[must_use]
pub fn phone_country(number: u16) -> bool {
    Region::from_number(number).is_some()
}

/// Lays a field out that holds the text of so many units, in the text's place. Two numbers answer too: the
/// digits of its E.164, and what else is known of it.
#[cfg(feature = "phone-format")]
#[wasm_bindgen]
#[must_use]
pub fn phone_state(length: usize, country: u16) -> usize {
    let [place, ..] = NUMBERS.as_chunks().0 else { return 0 };
    let field = phone_ffi::field(&text(length), Region::from_number(country));
    set(place, field.digits, field.facts.into());
    give(&field.formatted)
}

/// Writes the number of so many units out, in its place; nothing for what is no number.
#[cfg(feature = "phone-format")]
#[wasm_bindgen]
#[must_use]
pub fn phone_format(length: usize, country: u16, style: u8) -> usize {
    let written = phone_ffi::format(&text(length), Region::from_number(country), style);
    give(&written.unwrap_or_default())
}

/// What the facade wrote; half of a surrogate pair is read as U+FFFD.
fn chars(length: usize) -> impl Iterator<Item = char> {
    let units = TEXTS.iter().take(length).map(|unit| unit.load(Relaxed));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
}

#[cfg(feature = "phone-format")]
fn text(length: usize) -> String {
    chars(length).collect()
}

fn set(place: &[AtomicU64; 2], digits: u64, tag: u32) {
    let [first, second] = place;
    #[expect(clippy::cast_precision_loss, reason = "15 digits are exact in a double")]
    first.store((digits as f64).to_bits(), Relaxed);
    second.store(f64::from(tag).to_bits(), Relaxed);
}

/// Writes into the texts' place, as far as it reaches; counts the units.
struct Writer(usize);

impl Writer {
    fn unit(&mut self, unit: u16) {
        if let Some(place) = TEXTS.get(self.0) {
            place.store(unit, Relaxed);
            self.0 += 1;
        }
    }
}

#[cfg(feature = "phone-format")]
fn give(answer: &str) -> usize {
    let mut out = Writer(0);
    answer.encode_utf16().for_each(|unit| out.unit(unit));
    out.0
}
