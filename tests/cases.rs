//! `cases/*.json`, natively. The same files run through the built npm package in `js/`.
//!
//! `UPDATE_EXPECT=1 cargo test --test cases` writes what the engine says into the files: read the
//! difference before you commit it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use jiff::Timestamp;
use jiff::tz::TimeZone as Zone;
use quo_contacts::ffi;
use quo_contacts::field::date::TimeZone;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use support::flat;

/// What an independent library knows of time zones.
struct Jiff(Zone);

impl TimeZone for Jiff {
    fn offset_at(&self, utc: i64) -> Option<i32> {
        Some(self.0.to_offset(Timestamp::from_second(utc).ok()?).seconds())
    }
}

fn options_of(file: &Value, case: &Value) -> Value {
    let mut options = file.get("options").cloned().unwrap_or(json!({}));
    if let Some(Value::Object(own)) = case.get("options") {
        let all = options.as_object_mut().unwrap();
        for (name, value) in own {
            if value.is_null() {
                all.remove(name);
            } else {
                all.insert(name.clone(), value.clone());
            }
        }
    }
    options
}

fn verdict(file: &Value, case: &Value) -> Value {
    let options = options_of(file, case);
    if file["call"] == "normalizePhone" {
        let option = |name: &str| options.get(name).and_then(Value::as_str);
        let text = case["text"].as_str().unwrap();
        let said = ffi::normalize_phone(text, option("country"), option("level")).unwrap();
        return serde_json::from_str(&said).unwrap();
    }
    let zones = |name: &str| Some(Box::new(Jiff(Zone::get(name).unwrap())) as Box<dyn TimeZone>);
    let mapper = ffi::create_mapper(&flat(&options), zones).unwrap();
    let mut answer = String::new();
    ffi::map_record(&mapper, &flat(&case["record"]), &mut answer);
    support::verdict(&answer, &ffi::mapper_keys(&mapper))
}

/// What a case says of its outcome. Messages are the codes' own, and stand once, in `codes.json`.
fn expectation(verdict: &Value) -> Map<String, Value> {
    let mut expected = Map::new();
    if let Some(value) = verdict.get("value") {
        expected.insert("value".to_owned(), value.clone());
    }
    for list in ["issues", "warnings"] {
        let Some(items) = verdict.get(list).and_then(Value::as_array) else { continue };
        let items: Vec<Value> = items
            .iter()
            .map(|issue| {
                let mut kept = issue.as_object().unwrap().clone();
                kept.shift_remove("message");
                if kept["params"] == json!({}) {
                    kept.shift_remove("params");
                }
                Value::Object(kept)
            })
            .collect();
        if list == "issues" || !items.is_empty() {
            expected.insert(list.to_owned(), Value::Array(items));
        }
    }
    expected
}

/// The file with one line for each part of a case.
fn render(file: &Value) -> String {
    let mut out = String::from("{\n");
    for name in ["about", "call", "options"] {
        if let Some(value) = file.get(name) {
            writeln!(out, "  \"{name}\": {value},").unwrap();
        }
    }
    out.push_str("  \"cases\": [\n");
    let cases = file["cases"].as_array().unwrap();
    for (at, case) in cases.iter().enumerate() {
        out.push_str("    {\n");
        let parts = case.as_object().unwrap();
        for (at, (name, value)) in parts.iter().enumerate() {
            let comma = if at + 1 < parts.len() { "," } else { "" };
            writeln!(out, "      \"{name}\": {value}{comma}").unwrap();
        }
        out.push_str(if at + 1 < cases.len() { "    },\n" } else { "    }\n" });
    }
    out.push_str("  ]\n}\n");
    out
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_case_has_its_verdict() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut run = 0;
    let mut wrong = Vec::new();
    for path in files() {
        let mut file: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut cases = file["cases"].take();
        for case in cases.as_array_mut().unwrap() {
            run += 1;
            let said = expectation(&verdict(&file, case));
            let parts = case.as_object_mut().unwrap();
            let outcome = ["value", "issues", "warnings"];
            let expected: Map<String, Value> = parts
                .iter()
                .filter(|(name, _)| outcome.contains(&name.as_str()))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            if said == expected {
                continue;
            }
            if update {
                parts.retain(|name, _| !outcome.contains(&name.as_str()));
                parts.extend(said);
            } else {
                let (file, name) = (path.file_stem().unwrap().display(), &parts["name"]);
                wrong.push(format!(
                    "{file} {name}\n  expected {}\n  found    {}",
                    Value::Object(expected),
                    Value::Object(said)
                ));
            }
        }
        file["cases"] = cases;
        if update {
            std::fs::write(&path, render(&file)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{} of {run} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(run > 200, "only {run} cases were found");
}
