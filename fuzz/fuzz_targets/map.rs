//! Any text as a record in the flat form, through mapping and check: no panic, a payload or issues, and
//! a payload that is its own record. Before U+0002 may stand a mapping.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quo_contacts::definition::{Definitions, FieldDefinition, FieldType};
use quo_contacts::endpoint::v1::V1;
use quo_contacts::ffi::read_record;
use quo_contacts::field::Mode;
use quo_contacts::mapper::Mapper;
use quo_contacts::mapping::Unmapped;
use quo_contacts::phone::{Level, Region};
use quo_contacts::policy::{BlankFirstName, Policy};
use quo_contacts::record::Record;

fn mapper(mode: Mode, mapping: Option<&str>) -> Option<Mapper> {
    let words = ["address", "boolean", "date", "multi-select", "number", "string", "url", "person"];
    let one = |word: &&str| FieldDefinition {
        key: (*word).to_owned(),
        name: format!("The {word}"),
        field_type: FieldType::from_word(word),
    };
    let definitions = Definitions::new(words.iter().map(one).collect());
    let policy = Policy {
        mode,
        country: Region::from_code("US"),
        level: Level::Possible,
        blank_first_name: BlankFirstName::Null,
        ..Policy::default()
    };
    let Some(json) = mapping else {
        return Some(Mapper::automatic(definitions, policy, Unmapped::Warning));
    };
    let rules = Record::from_json(json).ok()?;
    Some(Mapper::compile(&rules, None, definitions, policy, Unmapped::Warning).ok()?.0)
}

fuzz_target!(|input: &str| {
    let (mapping, flat) = match input.split_once('\u{2}') {
        Some((mapping, flat)) => (Some(mapping), flat),
        None => (None, input),
    };
    // A bar stands for NUL, so that mutations of readable inputs find the form.
    let flat = flat.replace('|', "\0");
    let record = read_record(&flat);
    let Some(lenient) = mapper(Mode::Lenient, mapping) else { return };
    let verdict = lenient.map(&record);
    assert_eq!(verdict.payload.is_some(), verdict.report.issues.is_empty());
    let Some(payload) = verdict.payload else { return };
    let json = V1(&payload).to_json();
    let written = Record::from_json(&json).expect("a payload is JSON");
    let Some(strict) = mapper(Mode::Strict, None) else { return };
    let again = strict.map(&written);
    assert_eq!(again.report.issues, [], "{json}");
    assert!(again.payload.is_some());
});
