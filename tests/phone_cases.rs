//! The verdicts for people, row by row: `tests/oracle/verdicts.json`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a broken row shall stop the test"
)]

use quo_contacts::phone::{Level, Note, Region, parse};
use serde_json::{Map, Value, json};

#[test]
fn every_row_has_its_verdict() {
    let rows: Vec<Map<String, Value>> =
        serde_json::from_str(include_str!("oracle/verdicts.json")).unwrap();
    for row in rows {
        let asked = ["text", "country", "level"];
        let expected: Map<String, Value> =
            row.clone().into_iter().filter(|(key, _)| !asked.contains(&key.as_str())).collect();
        let mut actual = verdict(&row);
        // A row names what it is about; kind and region only where they matter.
        actual.retain(|key, value| {
            expected.contains_key(key)
                || !matches!(key.as_str(), "kind" | "region") && *value != json!([])
        });
        assert_eq!(Value::Object(actual), Value::Object(expected), "{}", row["text"]);
    }
}

fn verdict(row: &Map<String, Value>) -> Map<String, Value> {
    let country = row.get("country").map(|code| Region::from_code(code.as_str().unwrap()).unwrap());
    let level = match row.get("level").and_then(Value::as_str) {
        Some("shape") => Level::Shape,
        Some("possible") => Level::Possible,
        _ => Level::Valid,
    };
    let verdict = match parse(row["text"].as_str().unwrap(), country, level) {
        Ok(reading) => {
            let mut verdict = json!({
                "e164": reading.phone.e164,
                "kind": reading.phone.kind.name(),
                "notes": reading.notes.iter().map(note).collect::<Vec<_>>(),
            });
            if let Some(region) = reading.phone.region {
                verdict["region"] = json!(region.code());
            }
            if let Some(extension) = reading.phone.extension {
                verdict["extension"] = json!(extension);
            }
            verdict
        }
        Err(rejection) => {
            json!({ "reason": rejection.reason.code(), "suggestions": rejection.suggestions })
        }
    };
    verdict.as_object().unwrap().clone()
}

fn note(note: &Note) -> String {
    match note {
        Note::ExtensionLeftOut => "extension_left_out".into(),
        Note::LettersConverted => "letters_converted".into(),
        Note::WordLeftOut(word) => format!("word_left_out: {word}"),
    }
}
