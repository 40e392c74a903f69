//! The boundary as JavaScript sees it, in Node and in a browser: `cargo xtask test` runs both.

use super::super::contact::{map_row, set_columns};
use super::*;
use js_sys::{Function, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

/// A value in the flat form, its tokens separated by bars.
fn flat(tokens: &str) -> String {
    tokens.replace('|', "\0")
}

const US: &str = "{|kcountry|sUS|}|";
const ADA: &str = "{|kfirstName|sÁda|kphone|s(415) 555-2671|}|";

/// Writes a text where JavaScript would.
fn write(tokens: &str) -> usize {
    let text = flat(tokens);
    assert_ne!(text_room(text.len()), 0);
    ROOM.lock().copy_from_slice(text.as_bytes());
    text.len()
}

fn mapper(options: &str) -> usize {
    usize::try_from(create_mapper(write(options))).unwrap()
}

fn said(length: i32) -> Option<String> {
    assert_ne!(answer_address(), 0);
    let length = usize::try_from(length).ok()?;
    Some(ANSWER.lock().get(..length).unwrap().to_owned())
}

fn answer(map: fn(usize, usize) -> i32, handle: usize, tokens: &str) -> Option<String> {
    said(map(handle, write(tokens)))
}

#[wasm_bindgen_test]
fn a_record_goes_in_and_a_verdict_comes_out() {
    let handle = mapper(US);
    let said = answer(map_record, handle, ADA).unwrap();
    assert_eq!(said, "vs\u{3}Áda--------[\u{1}d\u{c}+14155552671-");
    let said = answer(map_record, handle, "{|kphone|s5|}|").unwrap();
    assert!(said.starts_with("i{\"issues\":"), "{said}");
    drop_mapper(handle);
    assert_eq!(answer(map_record, handle, ADA), None);
}

#[wasm_bindgen_test]
fn a_row_is_the_record_with_the_announced_columns() {
    let handle = mapper(US);
    set_columns(handle, write("[|sfirstName|sphone|]|"));
    let row = answer(map_row, handle, "sÁda|s(415) 555-2671|");
    assert_eq!(row, answer(map_record, handle, ADA));
    drop_mapper(handle);
    set_columns(handle, write("[|sphone|]|"));
}

#[wasm_bindgen_test]
fn handles_do_not_mix() {
    let abroad = mapper("{|}|");
    let home = mapper(US);
    assert_ne!(abroad, home);
    let is_good = |handle| answer(map_record, handle, ADA).unwrap().starts_with('v');
    assert!(!is_good(abroad));
    assert!(is_good(home));
    drop_mapper(abroad);
    let next = mapper(US);
    assert!(is_good(next));
    drop_mapper(home);
    drop_mapper(next);
    drop_mapper(4_000_000_000);
}

#[wasm_bindgen_test]
fn the_host_is_asked_about_its_time_zones() {
    let options =
        "{|ktimeZone|sAnywhere/Five|kdefinitions|[|{|kkey|ssince|kname|sSince|ktype|sdate|}|]|}|";
    let five =
        Function::new_with_args("zone, length, seconds", "return length === 13 ? 18000 : NaN");
    Reflect::set(&js_sys::global(), &"utcOffset".into(), &five).unwrap();
    let handle = mapper(options);
    let said = answer(map_record, handle, "{|kfirstName|sAda|ksince|s2024-09-11|}|").unwrap();
    assert!(said.contains("2024-09-10T19:00:00.000Z"), "{said}");
    drop_mapper(handle);
}

#[wasm_bindgen_test]
fn misuse_is_answered_with_a_code() {
    for (options, expected) in [
        ("{|kcountry|snowhere|}|", "unknown_country"),
        ("{|klevel|sloose|}|", "invalid_options"),
        ("{|kcontry|sUS|}|", "invalid_options"),
        ("{|kfields|{|kk|{|kseperator|s;|}|}|}|", "invalid_options"),
        ("n5|", "invalid_options"),
        ("", "invalid_options"),
        ("{|kmapping|{|knonsense|sa|}|}|", "invalid_mapping"),
    ] {
        let error = said(-1 - create_mapper(write(options))).unwrap();
        assert!(error.starts_with(&format!("{{\"code\":\"{expected}\",")), "{options}: {error}");
    }
}
