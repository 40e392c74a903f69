//! `exports/*.json`: tables in the shape of what address books and CRMs export, mapped by what is suggested for
//! them and nothing else. The same files run through the built npm package in `js/`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

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

#[test]
fn exports_map_by_what_is_suggested() {
    let mut mapped = 0;
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
            let verdict = support::verdict(&answer, &ffi::mapper_keys(&mapper));
            assert!(verdict.get("issues").is_none(), "{name}, row {row}: {verdict}");
            assert_eq!(verdict["value"], file["payloads"][row], "{name}, row {row}");
            mapped += 1;
        }
        assert_eq!(file["payloads"].as_array().unwrap().len(), records.len(), "{name}");
    }
    assert!(mapped >= 30, "only {mapped} rows were found");
}
