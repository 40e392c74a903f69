//! Records as hosts hand them over, and worse.

use proptest::collection::vec;
use proptest::prelude::*;
use quo_contacts::definition::{Definitions, FieldDefinition, FieldType};
use quo_contacts::field::Mode;
use quo_contacts::mapper::Mapper;
use quo_contacts::mapping::Unmapped;
use quo_contacts::phone::{Level, Region};
use quo_contacts::policy::{BlankFirstName, Policy};
use serde_json::Value;

pub(crate) const TYPES: [&str; 7] =
    ["address", "boolean", "date", "multi-select", "number", "string", "url"];

/// One definition of each type, its key the type's name.
pub(crate) fn definitions() -> Definitions {
    let one = |word: &&str| FieldDefinition {
        key: (*word).to_owned(),
        name: format!("The {word}"),
        field_type: FieldType::from_word(word),
    };
    Definitions::new(TYPES.iter().map(one).collect())
}

pub(crate) fn policy(mode: Mode) -> Policy {
    Policy {
        mode,
        country: Region::from_code("US"),
        level: Level::Possible,
        blank_first_name: BlankFirstName::Null,
        ..Policy::default()
    }
}

pub(crate) fn mapper(mode: Mode) -> Mapper {
    Mapper::automatic(definitions(), policy(mode), Unmapped::Warning)
}

/// Texts that some field takes, texts that come close, and any text.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec![
            "", " ", "Ada", "true", "no", "1,234", "1.234,50", "-5 %", "2024-09-11", "03/04/2025",
            "2024-09-11T04:00:00Z", "example.com/a b", "https://example.com", "javascript:x",
            "ada@example.com", "Ada <ada@EXAMPLE.com>", "(415) 555-2671", "+442079460958 ext. 5",
            "web-form", "zapier", "US1", "a, b", "line\nbreak",
        ]).prop_map(str::to_owned),
        2 => "[0-9 .,+()/:-]{0,20}",
        2 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

pub(crate) fn name() -> impl Strategy<Value = String> {
    let known = vec![
        "firstName",
        "last name",
        "company",
        "role",
        "email",
        "emails",
        "Work Email",
        "phone",
        "phoneNumbers",
        "mobile",
        "defaultFields",
        "customFields",
        "externalId",
        "source",
        "sourceUrl",
        "createdByUserId",
        "name",
        "value",
        "key",
        "label",
        "street",
        "zip",
        "__proto__",
        "The number",
    ];
    let known: Vec<&str> = known.into_iter().chain(TYPES).collect();
    prop_oneof![8 => proptest::sample::select(known).prop_map(str::to_owned), 1 => text()]
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 8, |inner| {
        prop_oneof![vec(inner.clone(), 0..5).prop_map(Value::from), object(inner),]
    })
}

pub(crate) fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    vec((name(), value), 0..10).prop_map(|pairs| Value::Object(pairs.into_iter().collect()))
}
