//! What several tests share.

#![allow(dead_code, reason = "no test uses all of it")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

pub(crate) mod records;

use quo_contacts::ffi::{self, CompiledMapper};
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
pub(crate) fn verdict(answer: &str, mapper: &CompiledMapper) -> Value {
    if let Some(refusal) = answer.strip_prefix('i') {
        return serde_json::from_str(refusal).unwrap();
    }
    let mut keys = String::new();
    ffi::mapper_keys(mapper, &mut keys);
    let keys: Vec<String> = serde_json::from_str(&keys).unwrap();
    let mut answer = Answer { rest: answer.strip_prefix('v').unwrap().encode_utf16().collect() };
    let value = answer.payload(&keys);
    let rest = answer.take(answer.rest.len());
    let warnings = if rest.is_empty() { json!([]) } else { serde_json::from_str(&rest).unwrap() };
    json!({"value": value, "warnings": warnings})
}

/// What is left of an answer, in the units that JavaScript counts.
struct Answer {
    rest: Vec<u16>,
}

impl Answer {
    fn take(&mut self, units: usize) -> String {
        String::from_utf16(&self.rest.drain(..units).collect::<Vec<_>>()).unwrap()
    }

    fn sign(&mut self) -> char {
        self.take(1).chars().next().unwrap()
    }

    fn number(&mut self) -> usize {
        let code = u32::from(self.sign());
        if code != 0xE000 {
            return usize::try_from(code).unwrap();
        }
        let digits = self.take(self.rest.iter().position(|unit| *unit == 0).unwrap());
        self.sign();
        digits.parse().unwrap()
    }

    fn text(&mut self) -> String {
        let units = self.number();
        self.take(units)
    }

    fn payload(&mut self, keys: &[String]) -> Value {
        let singles = [
            "firstName",
            "lastName",
            "company",
            "role",
            "createdByUserId",
            "source",
            "sourceUrl",
            "externalId",
        ];
        let singles = singles.map(|name| match self.sign() {
            '-' => None,
            '0' => Some((name, Value::Null)),
            's' => Some((name, self.text().into())),
            other => panic!("no sign of a single field: {other}"),
        });
        let lists = [("emails", "email"), ("phoneNumbers", "phone")];
        let lists = lists.map(|(name, label)| Some((name, self.items(label)?)));
        let custom = self.custom(keys).map(|custom| ("customFields", custom));
        let collect = |members: Vec<&Option<(&str, Value)>>| -> Value {
            members.into_iter().flatten().cloned().collect()
        };
        let (fields, rest) = singles.split_at(4);
        let fields = Some(("defaultFields", collect(fields.iter().chain(&lists).collect())));
        collect([&fields, &custom].into_iter().chain(rest).collect())
    }

    fn items(&mut self, own: &str) -> Option<Value> {
        if self.sign() == '-' {
            return None;
        }
        let count = self.number();
        let item = |_| {
            let label = if self.sign() == 'd' { own.to_owned() } else { self.text() };
            json!({"name": label, "value": self.text()})
        };
        Some((0..count).map(item).collect())
    }

    fn custom(&mut self, keys: &[String]) -> Option<Value> {
        if self.sign() == '-' {
            return None;
        }
        let count = self.number();
        let field = |_| {
            let key = keys.get(self.number()).unwrap();
            let value: Value = match self.sign() {
                '0' => Value::Null,
                't' => true.into(),
                'f' => false.into(),
                'n' => serde_json::from_str(&self.text()).unwrap(),
                's' => self.text().into(),
                '[' => {
                    let count = self.number();
                    (0..count).map(|_| self.text()).collect()
                }
                other => panic!("no sign of a custom value: {other}"),
            };
            json!({"key": key, "value": value})
        };
        Some((0..count).map(field).collect())
    }
}
