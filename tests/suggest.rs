//! `exports/*.json`: tables in the shape of what address books and CRMs export, mapped by what is suggested for
//! them and nothing else. The same files run through the built npm package in `js/`.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use quo_contacts::ffi;
use serde_json::{Map, Value, json};
use std::path::Path;
use support::flat;

/// What a CSV reader makes of a row: every column is there, most of them empty.
fn records(file: &Value) -> Vec<Value> {
    let headers = file["headers"].as_array().unwrap();
    let record = |row: &Value| -> Value {
        let named = headers.iter().map(|header| header.as_str().unwrap());
        assert!(row.as_object().unwrap().keys().all(|key| headers.contains(&json!(key))), "{row}");
        let cells = named.map(|header| (header.to_owned(), row.get(header).cloned()));
        cells
            .map(|(header, cell)| (header, cell.unwrap_or(json!(""))))
            .collect::<Map<_, _>>()
            .into()
    };
    file["rows"].as_array().unwrap().iter().map(record).collect()
}

fn suggest(options: &Value) -> Value {
    serde_json::from_str(&ffi::suggest_mapping(&flat(options)).unwrap()).unwrap()
}

fn files() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    files.iter().map(|path| (path.file_stem().unwrap().display().to_string(), read(path))).collect()
}

/// Names of columns that mean something, with what may stand around them.
fn header() -> impl Strategy<Value = String> {
    let words = "Name|First Name|Nachname|E-mail 1 - Value|E-mail 1 - Label|Phone|Phone : home|TEL;TYPE=CELL|FN|N|ORG|\
        Address|City|Zip|Home Street|Firma|Stelle|id|Record ID|source|sourceUrl|createdByUserId|Birthday|Tier|Since|\
        Seats|Site|Person - Name|Labels|Tussenvoegsel|Nom|Owner email";
    let known = proptest::sample::select(words.split('|').collect::<Vec<_>>());
    let around = prop_oneof![4 => Just(String::new()), 1 => "[ 2$.\\['\"\u{1}:é-]{1,3}"];
    prop_oneof![
        8 => (around.clone(), known, around).prop_map(|(before, name, after)| before + name + &after),
        1 => any::<String>().prop_filter("no NUL in a name", |name| !name.contains('\0')),
    ]
}

fn cell() -> impl Strategy<Value = Value> {
    let cells = "Ada|Ada Lovelace|ada@example.com|a@b.co ::: c@d.co|a@b.co;c@d.co|(415) 555-2671|+44 20 7946 0958|12|1.234,50|\
        1,234|25.12.2025|03/04/2025|0/0/00|yes|https://example.com|* Work|Gold;Silver| ";
    let cells = proptest::sample::select(cells.split('|').collect::<Vec<_>>());
    prop_oneof![
        8 => cells.prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i32>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => Just(json!([{"a": 1}])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_suggested_compiles_and_says_the_same_again(
        headers in vec(header(), 0..12),
        rows in vec(vec(cell(), 12), 0..4),
    ) {
        let types = [
            ("t", "Tier", "multi-select"),
            ("d", "Since", "date"),
            ("n", "Seats", "number"),
            ("u", "Website", "url"),
            ("b", "Geburtstag", "date"),
            ("a", "Address", "address"),
            ("a", "Home address", "address"),
            ("h", "Home address", "address"),
            ("o", "Ort", "person"),
        ];
        let definitions: Vec<_> = types
            .iter()
            .map(|(key, name, kind)| json!({"key": key, "name": name, "type": kind}))
            .collect();
        let record = |row: &Vec<Value>| -> Value {
            headers.iter().cloned().zip(row.iter().cloned()).collect::<Map<_, _>>().into()
        };
        let samples: Vec<_> = rows.iter().map(record).collect();
        let options = json!({
            "headers": headers, "samples": samples, "definitions": definitions, "country": "US",
        });
        let suggestion = suggest(&options);
        prop_assert_eq!(suggest(&options), suggestion.clone());
        for target in suggestion["targets"].as_array().unwrap() {
            let score = target["score"].as_f64().unwrap();
            prop_assert!((0.0..=1.0).contains(&score));
            let sources = target["sources"].as_array().unwrap();
            prop_assert!(!sources.is_empty() && sources.iter().all(|one| headers.contains(&one.as_str().unwrap().to_owned())));
        }
        let mapping = &suggestion["mapping"];
        let options = json!({
            "headers": headers, "mapping": mapping, "definitions": definitions, "country": "US",
        });
        let mapper = ffi::create_mapper(&flat(&options), |_| None);
        prop_assert!(mapper.is_ok(), "{mapping}: {:?}", mapper.err());
        let mapper = mapper.unwrap();
        for sample in &samples {
            let mut answer = String::new();
            ffi::map_record(&mapper, &flat(sample), &mut answer);
            let verdict = support::verdict(&answer, &mapper);
            let issues = verdict["issues"].as_array().cloned().unwrap_or_default();
            let required = |issue: &Value| {
                issue["code"] == "required" && issue["target"] == json!(["defaultFields", "firstName"])
            };
            prop_assert!(!issues.iter().any(required), "{mapping}: {answer}");
        }
    }
}

#[test]
fn exports_map_by_what_is_suggested() {
    let mut count = 0;
    for (name, file) in files() {
        let records = records(&file);
        let mut options = file["options"].clone();
        options["headers"] = file["headers"].clone();
        options["samples"] = json!(records);
        let suggestion = suggest(&options);
        assert_eq!(suggestion["profile"], file["profile"], "{name}");
        let mut options = file["options"].clone();
        options["headers"] = file["headers"].clone();
        options["mapping"] = suggestion["mapping"].clone();
        let mapper = ffi::create_mapper(&flat(&options), |_| None).unwrap();
        let unused: Vec<Value> = serde_json::from_str(&ffi::mapper_diagnostics(&mapper)).unwrap();
        let unused: Vec<_> = unused.iter().map(|one| (&one["code"], &one["target"])).collect();
        let unfed = suggestion["unused"].as_array().unwrap();
        let expected: Vec<_> = unfed.iter().map(|one| (json!("unused_column"), one)).collect();
        let expected: Vec<_> = expected.iter().map(|(code, one)| (code, *one)).collect();
        assert_eq!(unused, expected, "{name}");
        for (row, record) in records.iter().enumerate() {
            let mut answer = String::new();
            ffi::map_record(&mapper, &flat(record), &mut answer);
            let verdict = support::verdict(&answer, &mapper);
            assert!(verdict.get("issues").is_none(), "{name}, row {row}: {verdict}");
            assert_eq!(verdict["value"], file["payloads"][row], "{name}, row {row}");
            count += 1;
        }
        assert_eq!(file["payloads"].as_array().unwrap().len(), records.len(), "{name}");
    }
    assert!(count >= 30, "only {count} rows were found");
}
