//! `cases/*.json`, natively. The same files run through the built npm package in `js/`.
//!
//! `UPDATE_EXPECT=1 cargo test --test cases` writes what the engine says into the files: read the
//! difference before you commit it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use jiff::Timestamp;
use jiff::tz::TimeZone as Zone;
use quo_contacts::field::date::TimeZone;
use quo_contacts::phone::{Kind, Level, Region};
use quo_contacts::{ffi, phone_ffi};
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

/// The verdict as the facade makes it of the engine's answer.
fn phone_verdict(text: &str, country: Option<Region>, level: Level) -> Value {
    let chars: Vec<char> = text.chars().collect();
    let mut said = Vec::new();
    let (digits, tag) = phone_ffi::answer(&chars, country, level, &mut |unit| said.push(unit));
    let mut rest = said.into_iter();
    let text = |rest: &mut std::vec::IntoIter<u16>| {
        let length = rest.next().unwrap();
        let units: Vec<u16> = rest.by_ref().take(length.into()).collect();
        String::from_utf16(&units).unwrap()
    };
    let extension = text(&mut rest);
    let mut remarks = Vec::new();
    while let Some(number) = rest.next() {
        let code = phone_ffi::remark(number).unwrap();
        let mut issue = json!({"code": code, "path": [], "params": {}});
        let suggestions: Vec<_> = (0..rest.next().unwrap()).map(|_| text(&mut rest)).collect();
        if !suggestions.is_empty() {
            issue["suggestions"] = json!(suggestions);
        }
        remarks.push(issue);
    }
    if digits == 0 {
        return json!({"issues": remarks, "warnings": []});
    }
    let country = Region::from_number(tag >> 4);
    let mut value = json!({
        "e164": format!("+{digits}"),
        "country": country.map(|country| country.code().to_owned()),
        "type": Kind::ALL[usize::from(tag & 15)].name(),
    });
    if !extension.is_empty() {
        value["ext"] = json!(extension);
    }
    json!({"value": value, "warnings": remarks})
}

/// Never asked.
#[cfg(not(feature = "phone-format"))]
fn laid_out(_: &str, _: Option<Region>, _: Option<&str>) -> Value {
    Value::Null
}

/// What the display formats say: with a style a number written out, else the state of a field.
#[cfg(feature = "phone-format")]
fn laid_out(text: &str, country: Option<Region>, style: Option<&str>) -> Value {
    use quo_contacts::phone::{Style, format, phone_state};
    let Some(style) = style else {
        let state = phone_state(text, country);
        let mut value = json!({"formatted": state.formatted});
        if let Some(e164) = state.e164 {
            value["e164"] = json!(e164);
        }
        value["complete"] = json!(state.complete);
        value["possible"] = json!(state.possible);
        if let Some(reason) = state.reason {
            value["reason"] = json!(reason.code());
        }
        return json!({"value": value});
    };
    let style = match style {
        "national" => Style::National,
        "international" => Style::International,
        "e164" => Style::E164,
        "rfc3966" => Style::Rfc3966,
        other => unreachable!("no style {other}"),
    };
    json!({"value": format(text, country, style)})
}

fn verdict(file: &Value, case: &Value) -> Value {
    let options = options_of(file, case);
    if matches!(file["call"].as_str(), Some("phoneState" | "formatPhone")) {
        let country = options["country"].as_str().map(|code| Region::from_code(code).unwrap());
        return laid_out(case["text"].as_str().unwrap(), country, options["style"].as_str());
    }
    if file["call"] == "normalizePhone" {
        let option = |name: &str| options.get(name).and_then(Value::as_str);
        let country = option("country").map(|code| Region::from_code(code).unwrap());
        let level = match option("level") {
            Some("shape") => Level::Shape,
            Some("possible") => Level::Possible,
            _ => Level::Valid,
        };
        return phone_verdict(case["text"].as_str().unwrap(), country, level);
    }
    let zones = |name: &str| Some(Box::new(Jiff(Zone::get(name).unwrap())) as Box<dyn TimeZone>);
    if file["call"] == "diagnose" {
        // Errors carry all that is said; warnings let the mapper be made.
        let said = match ffi::create_mapper(&flat(&options), zones) {
            Ok(mapper) => serde_json::from_str(&ffi::mapper_diagnostics(&mapper)).unwrap(),
            Err(error) => {
                let details: Value = serde_json::from_str(&error.details().unwrap()).unwrap();
                details["diagnostics"].clone()
            }
        };
        return json!({"value": said});
    }
    if file["call"] == "explain" {
        let mapper = ffi::create_mapper(&flat(&options), zones).unwrap();
        let said = ffi::explain(&mapper, &flat(&case["record"]));
        return json!({"value": serde_json::from_str::<Value>(&said).unwrap()});
    }
    let mapper = ffi::create_mapper(&flat(&options), zones).unwrap();
    let mut answer = String::new();
    ffi::map_record(&mapper, &flat(&case["record"]), &mut answer);
    support::verdict(&answer, &mapper)
}

/// What a case says of its outcome.
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
        // Without the formats the package's tests still run these.
        let is_layout = matches!(file["call"].as_str(), Some("phoneState" | "formatPhone"));
        if is_layout && !cfg!(feature = "phone-format") {
            continue;
        }
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
