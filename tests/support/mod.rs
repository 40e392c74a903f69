//! What several tests share.

#![allow(dead_code, reason = "no test uses all of it")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use serde_json::{Value, json};
use std::fmt::Write;

/// JSON in the form in which records and options cross from JavaScript.
pub(crate) fn flat(value: &Value) -> String {
    let mut out = String::new();
    write_flat(value, &mut out);
    out
}

fn write_flat(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push('0'),
        Value::Bool(boolean) => out.push(if *boolean { 't' } else { 'f' }),
        Value::Number(number) => {
            let double = number.is_f64() || number.as_i64().is_some_and(|n| n.abs() < 1 << 53);
            write!(out, "{}{number}", if double { 'n' } else { 'i' }).unwrap();
        }
        Value::String(text) if text.contains('\0') => {
            write!(out, "e{}", text.replace('\u{1}', "\u{1}1").replace('\0', "\u{1}0")).unwrap();
        }
        Value::String(text) => write!(out, "s{text}").unwrap(),
        Value::Array(items) => {
            out.push_str("[\0");
            for item in items {
                write_flat(item, out);
            }
            out.push(']');
        }
        Value::Object(properties) => {
            out.push_str("{\0");
            for (key, value) in properties {
                write!(out, "k{key}\0").unwrap();
                write_flat(value, out);
            }
            out.push('}');
        }
    }
    out.push('\0');
}

/// The verdict that an answer in the flat form holds, as the TypeScript layer hands it out.
pub(crate) fn verdict(answer: &str, keys: &str) -> Value {
    if let Some(refusal) = answer.strip_prefix('i') {
        return serde_json::from_str(refusal).unwrap();
    }
    let mut tokens = answer.strip_prefix('v').unwrap().split('\0');
    let keys: Vec<String> = serde_json::from_str(keys).unwrap();
    let value = payload(&mut || tokens.next().unwrap(), &keys);
    let warnings = tokens.next().unwrap();
    assert_eq!(tokens.next(), None);
    let warnings: Value =
        if warnings.is_empty() { json!([]) } else { serde_json::from_str(warnings).unwrap() };
    json!({"value": value, "warnings": warnings})
}

fn payload<'a>(token: &mut impl FnMut() -> &'a str, keys: &[String]) -> Value {
    let signs = token();
    let mut singles = signs.chars().map(|sign| match sign {
        '-' => None,
        '0' => Some(Value::Null),
        's' => Some(token().into()),
        other => panic!("no sign of a single field: {other}"),
    });
    let (mut fields, mut made) = (json!({}), json!({}));
    let set = |object: &mut Value, name: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.as_object_mut().unwrap().insert(name.to_owned(), value);
        }
    };
    for name in ["firstName", "lastName", "company", "role"] {
        set(&mut fields, name, singles.next().unwrap());
    }
    let rest: Vec<_> = singles.collect();
    for (name, own) in [("emails", "email"), ("phoneNumbers", "phone")] {
        let signs = token();
        let item = |sign| {
            let label = if sign == 'd' { own } else { token() };
            json!({"name": label, "value": token()})
        };
        let items = (signs != "-").then(|| signs.chars().map(item).collect());
        set(&mut fields, name, items);
    }
    set(&mut made, "defaultFields", Some(fields));
    let signs = token();
    let custom = |[place, sign]: [char; 2]| {
        let key = keys.get(place as usize - 32).unwrap();
        let value = match sign {
            '0' => Value::Null,
            't' => true.into(),
            'f' => false.into(),
            'n' => serde_json::from_str(token()).unwrap(),
            's' => token().into(),
            '[' => {
                let count: usize = token().parse().unwrap();
                (0..count).map(|_| token()).collect()
            }
            other => panic!("no sign of a custom value: {other}"),
        };
        json!({"key": key, "value": value})
    };
    let signs: Vec<char> = signs.chars().collect();
    let custom =
        (signs != ['-']).then(|| signs.as_chunks().0.iter().copied().map(custom).collect());
    set(&mut made, "customFields", custom);
    for (name, value) in ["createdByUserId", "source", "sourceUrl", "externalId"].iter().zip(rest) {
        set(&mut made, name, value);
    }
    made
}
