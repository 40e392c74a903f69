//! Laws that hold for every mapping.

#![expect(clippy::expect_used, reason = "a test may panic")]

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use quo_contacts::endpoint::v1::V1;
use quo_contacts::field::Mode;
use quo_contacts::issue::{Code, Segment};
use quo_contacts::mapper::Mapper;
use quo_contacts::mapping::{Diagnostic, Severity, Unmapped};
use quo_contacts::record::Record;
use serde_json::{Value, json};
use support::records::{definitions, mapper, name, object, policy, text, value};

fn compile(spec: &Value) -> Result<Mapper, Vec<Diagnostic>> {
    let text = spec.to_string();
    let rules = Record::from_json(&text).expect("this is JSON");
    let (definitions, policy) = (definitions(), policy(Mode::Lenient));
    Ok(Mapper::compile(&rules, None, definitions, policy, Unmapped::Warning)?.0)
}

fn target() -> impl Strategy<Value = String> {
    let known = vec![
        "firstName",
        "lastName",
        "company",
        "emails",
        "emails.work",
        "emails[0]",
        "phoneNumbers",
        "phoneNumbers[1].value",
        "phoneNumbers[1].name",
        "customFields.string",
        "customFields.multi-select",
        "customFields.number",
        "customFields.date",
        "address",
        "boolean",
        "externalId",
    ];
    prop_oneof![20 => proptest::sample::select(known).prop_map(str::to_owned), 1 => name()]
}

fn path() -> impl Strategy<Value = String> {
    let parts =
        proptest::sample::select(vec!["", ".name", ".phone", "[0]", "['last name']", ".value"]);
    let dollar = (prop_oneof![Just("$"), Just("$$")], parts.clone(), parts)
        .prop_map(|(dollar, first, second)| format!("{dollar}{first}{second}"));
    prop_oneof![3 => name(), 1 => dollar]
}

/// Mostly what the language has, with what it has not now and then.
fn expression() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        20 => path().prop_map(Value::from),
        5 => path().prop_map(|path| json!({"@path": path})),
        5 => text().prop_map(|text| json!({"@literal": text})),
        3 => Just(json!({"@literal": null})),
        5 => vec(path(), 1..3).prop_map(|paths| {
            let places: Vec<_> = paths.iter().map(|path| format!("{{{{{path}}}}}")).collect();
            json!({"@template": places.join(" ")})
        }),
        1 => value(),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let one = || inner.clone();
        let text = || prop_oneof![Just(" "), Just(","), Just("a")];
        prop_oneof![
            vec(one(), 1..4).prop_map(|all| json!({"@first": all})),
            (prop_oneof![Just("exists"), Just("blank")], one(), one(), one()).prop_map(
                |(condition, subject, then, otherwise)| {
                    json!({"@if": {condition: subject, "then": then, "else": otherwise}})
                }
            ),
            (one(), text(), proptest::option::of(0..3_usize)).prop_map(|(value, separator, index)| {
                json!({"@split": {"value": value, "separator": separator, "index": index}})
            }),
            (vec(one(), 1..4), text())
                .prop_map(|(values, separator)| json!({"@join": {"values": values, "separator": separator}})),
            (one(), prop_oneof![Just(json!("issue")), Just(json!("value")), Just(Value::Null)]).prop_map(
                |(value, otherwise)| {
                    json!({"@lookup": {"value": value, "table": {"yes": true, "Ada": "Grace", "": 0}, "else": otherwise}})
                }
            ),
            (one(), one()).prop_map(|(list, value)| json!({"@each": {"in": list, "value": value}})),
            (proptest::sample::select(vec!["@trim", "@lower", "@upper", "@nameGiven", "@nameFamily", "@phone", "@date", "@number"]), one())
                .prop_map(|(name, value)| json!({name: value})),
            (one(), text(), text()).prop_map(|(value, pattern, replacement)| {
                json!({"@replace": {"value": value, "pattern": pattern, "replacement": replacement}})
            }),
            (one(), one()).prop_map(|(value, country)| json!({"@phone": {"value": value, "country": country}})),
            one().prop_map(|value| json!({"@date": {"value": value, "formats": ["DD/MM/YYYY", "D.M.YYYY"]}})),
            one().prop_map(|value| json!({"@number": {"value": value, "locale": "de-DE"}})),
            (one(), one()).prop_map(|(street, city)| json!({"@address": {"street": street, "city": city}})),
        ]
    })
}

fn feed() -> impl Strategy<Value = Value> {
    let item = (proptest::option::of(name()), expression(), expression()).prop_map(
        |(label, name, value)| match label {
            Some(label) => json!({"label": label, "value": value}),
            None => json!({"name": name, "value": value}),
        },
    );
    let each = (path(), expression(), expression()).prop_map(
        |(list, name, value)| json!({"@each": {"in": list, "name": name, "value": value}}),
    );
    let items = vec(prop_oneof![expression(), item, each], 1..4).prop_map(Value::from);
    prop_oneof![9 => expression(), 1 => items]
}

fn spec() -> impl Strategy<Value = Value> {
    vec((target(), feed()), 1..4).prop_map(|pairs| Value::Object(pairs.into_iter().collect()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mapping_compiles_or_says_why(spec in spec(), record in object(value())) {
        let (first, second) = match (compile(&spec), compile(&spec)) {
            (Ok(first), Ok(second)) => (first, second),
            (Err(diagnostics), Err(again)) => {
                prop_assert!(diagnostics.iter().any(|one| one.code.severity() == Severity::Error));
                prop_assert_eq!(diagnostics, again);
                return Ok(());
            }
            (first, second) => return Err(TestCaseError::fail(format!("{} {}", first.is_ok(), second.is_ok()))),
        };
        let text = record.to_string();
        let read = Record::from_json(&text).expect("this is JSON");
        let verdict = first.map(&read);
        prop_assert_eq!(&verdict, &second.map(&read));
        prop_assert_eq!(verdict.payload.is_some(), verdict.report.issues.is_empty());
        for issue in verdict.report.issues.iter().chain(&verdict.report.warnings) {
            let mut at = Some(&record);
            for (step, segment) in issue.path.0.iter().enumerate() {
                at = at.and_then(|at| match segment {
                    Segment::Key(key) => at.get(key),
                    Segment::Index(index) => at.get(index),
                });
                // What is required may be missing altogether.
                let missing = matches!(issue.code, Code::Required | Code::FirstNameReplaced);
                prop_assert!(at.is_some() || missing, "step {step} of {} {}", issue.path, issue.code.code());
            }
        }
        let Some(payload) = verdict.payload else { return Ok(()) };
        let written = V1(&payload).to_json();
        let written = Record::from_json(&written).expect("a payload is JSON");
        let strict = mapper(Mode::Strict);
        let again = strict.map(&written);
        prop_assert_eq!(&again.report.issues, &[]);
        prop_assert_eq!(again.payload, Some(payload));
    }
}
