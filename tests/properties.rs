//! Laws that hold for every input.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use quo_contacts::endpoint::v1::V1;
use quo_contacts::ffi;
use quo_contacts::field::Mode;
use quo_contacts::http::HttpResponse;
use quo_contacts::issue::{Code, Path};
use quo_contacts::record::Record;
use serde_json::{Value, json};
use support::records::{mapper, object, value};

/// The paths of all values, in the order of the record.
fn places(record: &Value) -> Vec<Path> {
    let mut found = Vec::new();
    let mut todo = vec![(Path::default(), record)];
    while let Some((path, value)) = todo.pop() {
        let mut inside: Vec<_> = match value {
            Value::Object(map) => {
                map.iter().map(|(key, value)| (path.clone().then(key.as_str()), value)).collect()
            }
            Value::Array(list) => {
                list.iter().enumerate().map(|(at, value)| (path.clone().then(at), value)).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        found.push(path);
        inside.reverse();
        todo.append(&mut inside);
    }
    found
}

/// Where a path stands among the places; of something missing, where it is missing.
fn place(places: &[Path], path: &Path) -> usize {
    let mut path = path.clone();
    loop {
        if let Some(place) = places.iter().position(|known| *known == path) {
            return place;
        }
        path.0.pop();
    }
}

/// Every issue begins with the path of what it is about.
#[test]
fn a_long_name_is_not_said_of_everything_below_it() {
    let mapper = ffi::create_mapper("{\0}\0", |_| None).unwrap();
    let (blanks, digits) = ("_ -".repeat(10_000), "0".repeat(30_000));
    for name in
        [format!("{blanks}emails"), format!("email{digits}"), format!("{blanks}customFields")]
    {
        let flat = format!("{{\0k{name}\0[\0{}]\0}}\0", "sx\0".repeat(5_000));
        let mut answer = String::new();
        ffi::map_record(&mapper, &flat, &mut answer);
        assert!(answer.len() < 2 * flat.len(), "{} for {}", answer.len(), flat.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verdict_has_a_payload_or_issues(record in object(value()), strict in any::<bool>()) {
        let mapper = mapper(if strict { Mode::Strict } else { Mode::Lenient });
        let text = record.to_string();
        let record = Record::from_json(&text).unwrap();
        let verdict = mapper.map(&record);
        prop_assert_eq!(verdict.payload.is_some(), verdict.report.issues.is_empty());
    }

    #[test]
    fn a_payload_is_its_own_record(record in object(value())) {
        let (lenient, strict) = (mapper(Mode::Lenient), mapper(Mode::Strict));
        let text = record.to_string();
        let record = Record::from_json(&text).unwrap();
        let Some(payload) = lenient.map(&record).payload else { return Ok(()) };
        let written = V1(&payload).to_json();
        let written = Record::from_json(&written).unwrap();
        let again = strict.map(&written);
        prop_assert_eq!(&again.report.issues, &[]);
        prop_assert_eq!(again.payload, Some(payload));
    }

    #[test]
    fn issues_stand_in_record_order_at_places_that_exist(record in object(value())) {
        let (mapper, text) = (mapper(Mode::Strict), record.to_string());
        let read = Record::from_json(&text).unwrap();
        let verdict = mapper.map(&read);
        let places = places(&record);
        for list in [&verdict.report.issues, &verdict.report.warnings] {
            let order: Vec<_> = list.iter().map(|issue| place(&places, &issue.path)).collect();
            prop_assert!(order.is_sorted(), "{list:?}");
        }
        for issue in verdict.report.issues.iter().chain(&verdict.report.warnings) {
            let mut at = Some(&record);
            for (step, segment) in issue.path.0.iter().enumerate() {
                use quo_contacts::issue::Segment::{Index, Key};
                let next = at.and_then(|at| match segment {
                    Key(key) => at.get(key),
                    Index(index) => at.get(index),
                });
                let missing = matches!(issue.code, Code::Required | Code::FirstNameReplaced);
                let last = missing && step + 1 == issue.path.0.len();
                prop_assert!(next.is_some() || last, "{} {}", issue.path, issue.code.code());
                at = next;
            }
        }
    }

    #[test]
    fn any_text_crosses_the_boundary(flat in any::<String>(), tokens in vec("[{}\\[\\]ksemnitf0udox][ -~]{0,6}", 0..40)) {
        let mapper = ffi::create_mapper("{\0}\0", |_| None).unwrap();
        for flat in [flat, tokens.join("\0")] {
            let mut answer = String::new();
            ffi::map_record(&mapper, &flat, &mut answer);
            let verdict = support::verdict(&answer, &mapper);
            prop_assert_ne!(verdict.get("value").is_some(), verdict.get("issues").is_some());
            // Whatever is to be sent, there is an operation or a reason against it.
            for kind in ["create", "upsert", "update", "list"] {
                let options = format!("{{\0kkind\0s{kind}\0kid\0s1\0}}\0");
                if let Ok(mut operation) = ffi::start_operation(&options, &flat, 7) {
                    let answer = HttpResponse { status: 200, headers: Vec::new(), body: flat.clone() };
                    for event in [0, 1, 2, 4, 1, 5] {
                        let command = ffi::next(&mut operation, event, &answer, 9);
                        prop_assert!(serde_json::from_str::<Value>(&command).unwrap().is_object());
                    }
                }
            }
        }
    }

    #[test]
    fn any_number_is_read_back(number in prop_oneof![any::<f64>(), -1e17..1e17, -1.0..1.0]) {
        let written = json!({"firstName": "Ada", "number": number.to_string()});
        let (mapper, text) = (mapper(Mode::Lenient), written.to_string());
        let written = Record::from_json(&text).unwrap();
        let verdict = mapper.map(&written);
        let Some(payload) = verdict.payload else {
            let codes: Vec<_> = verdict.report.issues.iter().map(|issue| issue.code.code()).collect();
            let excused = match codes.as_slice() {
                ["ambiguous_number"] => true,
                ["invalid_number"] => number.to_string().len() > 64 || !number.is_finite(),
                // With more than 15 digits, only numbers of everyday size are known to be exact.
                ["inexact_number"] => !(1e-4..1e36).contains(&number.abs()),
                _ => false,
            };
            prop_assert!(excused, "{codes:?} {number}");
            return Ok(());
        };
        let read: Value = serde_json::from_str(&V1(&payload).to_json()).unwrap();
        prop_assert_eq!(read["customFields"][0]["value"].as_f64(), Some(number));
    }
}
