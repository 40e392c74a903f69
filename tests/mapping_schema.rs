//! The JSON Schema of the mapping language, made of the table that the compiler reads.
//!
//! `UPDATE_EXPECT=1 cargo test --test mapping_schema` writes `pkg-template/mapping.schema.json`.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use quo_contacts::mapping::{Argument, DIRECTIVES, Directive, ITEM, Property, Takes};
use serde_json::{Map, Value, json};
use std::path::Path;

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn shape(takes: Takes) -> Value {
    let expressions = || json!({"type": "array", "items": reference("expression"), "minItems": 1});
    match takes {
        // A country is a code, or the column in which it stands.
        Takes::Expression | Takes::Country => reference("expression"),
        Takes::Expressions => expressions(),
        Takes::OneOrMore => json!({"anyOf": [reference("expression"), expressions()]}),
        Takes::Path | Takes::Separator => json!({"type": "string", "minLength": 1}),
        Takes::Literal => reference("literal"),
        Takes::Text | Takes::Locale => json!({"type": "string"}),
        Takes::Template => json!({"type": "string", "pattern": r"\{\{.*\}\}"}),
        Takes::Label => json!({"type": "string", "pattern": r"^\P{Cc}*\S\P{Cc}*$"}),
        Takes::Index => json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
        Takes::Table => {
            json!({"type": "object", "minProperties": 1, "additionalProperties": reference("literal")})
        }
        Takes::Fallback => json!({"anyOf": [reference("expression"), {"type": "null"}]}),
        Takes::Otherwise => {
            json!({"anyOf": [{"enum": ["issue", "value", null]}, reference("directive")]})
        }
        Takes::DateFormats => json!({"type": "array", "items": {"type": "string"}}),
    }
}

fn object(properties: &[Property]) -> Map<String, Value> {
    let shapes: Map<String, Value> =
        properties.iter().map(|one| (one.name.to_owned(), shape(one.takes))).collect();
    let required: Vec<_> =
        properties.iter().filter(|one| !one.optional).map(|one| one.name).collect();
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), Value::Object(shapes));
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    object.insert("additionalProperties".into(), json!(false));
    object
}

fn argument(directive: &Directive) -> Value {
    match directive.argument {
        Argument::Alone(takes) => shape(takes),
        Argument::Properties { short, properties } => {
            let mut object = object(properties);
            match directive.name {
                "@if" => {
                    let either = json!([{"required": ["exists"]}, {"required": ["blank"]}]);
                    object.insert("oneOf".into(), either);
                }
                "@address" => {
                    object.insert("minProperties".into(), json!(1));
                }
                _ => {}
            }
            if short {
                json!({"anyOf": [reference("expression"), object]})
            } else {
                Value::Object(object)
            }
        }
    }
}

fn schema() -> Value {
    let wrapped = |name: &str, argument: Value| json!({"type": "object", "properties": {name: argument}, "required": [name], "additionalProperties": false});
    let scalar = json!({"type": ["string", "number", "boolean", "null"]});
    let each = DIRECTIVES.iter().find(|one| one.name == "@each").unwrap();
    let directives: Vec<_> =
        DIRECTIVES.iter().map(|one| wrapped(one.name, argument(one))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A mapping of quo-contacts, version 1",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "@version": {"const": 1},
            "defaultFields": reference("group"),
            "customFields": reference("group"),
        },
        "patternProperties": {"^@(?!version$)": false},
        "additionalProperties": reference("feed"),
        "$defs": {
            "group": {
                "type": "object",
                "propertyNames": {"not": {"pattern": "^@"}},
                "additionalProperties": reference("feed"),
            },
            "feed": {"anyOf": [reference("item"), {"type": "array", "items": reference("item"), "minItems": 1}]},
            "item": {"anyOf": [
                reference("expression"),
                Value::Object(object(&ITEM)),
                wrapped(each.name, argument(each)),
            ]},
            "expression": {"anyOf": [{"type": "string", "minLength": 1}, reference("directive")]},
            "directive": {"anyOf": directives},
            "literal": {"anyOf": [scalar.clone(), {"type": "array", "items": scalar}]},
        },
    })
}

#[test]
fn the_schema_is_as_published() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-template/mapping.schema.json");
    let mut written = serde_json::to_string_pretty(&schema()).unwrap();
    written.push('\n');
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let published: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(published, schema());
    assert_eq!(schema()["$defs"]["directive"]["anyOf"].as_array().unwrap().len(), DIRECTIVES.len());
}
