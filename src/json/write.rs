//! From values to a text. What an object holds is listed, so that a type's JSON is read off one place.

use crate::decimal::Decimal;
use crate::decimal::push_digits;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What can be written as JSON.
pub(crate) trait Json {
    /// Adds the JSON text.
    fn write(&self, out: &mut String);
}

/// The JSON text of a value.
pub(crate) fn to_json(value: &dyn Json) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// Adds an object; members without a value are left out.
pub(crate) fn object(out: &mut String, members: &[(&str, Option<&dyn Json>)]) {
    let mut sign = '{';
    for (name, value) in members {
        let Some(value) = value else { continue };
        out.push(sign);
        name.write(out);
        out.push(':');
        value.write(out);
        sign = ',';
    }
    out.push_str(if sign == '{' { "{}" } else { "}" });
}

/// A member that is there where there is something.
#[expect(clippy::ref_option, reason = "what is borrowed is the member, as it stands in its type")]
pub(crate) fn some<T: Json>(value: &Option<T>) -> Option<&dyn Json> {
    value.as_ref().map(|value| value as &dyn Json)
}

impl Json for str {
    fn write(&self, out: &mut String) {
        const HEX: [char; 16] =
            ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        out.push('"');
        for c in self.chars() {
            match c {
                '"' | '\\' => {
                    out.push('\\');
                    out.push(c);
                }
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                ..' ' => {
                    out.push_str("\\u00");
                    for nibble in [c as usize >> 4, c as usize & 15] {
                        out.push(HEX.get(nibble).copied().unwrap_or('0'));
                    }
                }
                other => out.push(other),
            }
        }
        out.push('"');
    }
}

impl Json for String {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

impl Json for Cow<'_, str> {
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut String) {
        (*self).write(out);
    }
}

impl Json for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Json for usize {
    fn write(&self, out: &mut String) {
        push_digits(out, *self as u64);
    }
}

impl Json for u16 {
    fn write(&self, out: &mut String) {
        usize::from(*self).write(out);
    }
}

impl Json for Decimal {
    fn write(&self, out: &mut String) {
        Self::write(*self, out);
    }
}

/// Null where there is nothing.
impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

/// Adds an array.
pub(crate) fn array(out: &mut String, items: &mut dyn Iterator<Item = &dyn Json>) {
    let mut sign = '[';
    for item in items {
        out.push(sign);
        item.write(out);
        sign = ',';
    }
    out.push_str(if sign == '[' { "[]" } else { "]" });
}

impl<T: Json> Json for [T] {
    fn write(&self, out: &mut String) {
        array(out, &mut self.iter().map(|item| item as &dyn Json));
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

/// A text that is JSON already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raw(pub(crate) String);

impl Raw {
    /// Whether it is JSON's null.
    pub(crate) fn is_null(&self) -> bool {
        self.0 == "null"
    }

    /// What stands at a place of a record.
    pub(crate) fn of(record: &Record<'_>, node: NodeId) -> Self {
        enum Step<'r> {
            Value(NodeId),
            Key(&'r str),
            Sign(char),
        }
        let mut out = String::new();
        let mut todo = vec![Step::Value(node)];
        while let Some(step) = todo.pop() {
            let node = match step {
                Step::Value(node) => node,
                Step::Key(key) => {
                    key.write(&mut out);
                    out.push(':');
                    continue;
                }
                Step::Sign(sign) => {
                    out.push(sign);
                    continue;
                }
            };
            match record.value(node) {
                Value::Boolean(boolean) => boolean.write(&mut out),
                Value::Number(number) => number.write(&mut out),
                Value::NumberText(digits) => out.push_str(digits),
                Value::Text(text) | Value::MalformedText(text) | Value::Date(text) => {
                    text.write(&mut out);
                }
                container @ (Value::List | Value::Object) => {
                    let list = matches!(container, Value::List);
                    out.push(if list { '[' } else { '{' });
                    let from = todo.len();
                    for (key, child) in record.children(node) {
                        if todo.len() > from {
                            todo.push(Step::Sign(','));
                        }
                        if !list {
                            todo.push(Step::Key(key));
                        }
                        todo.push(Step::Value(child));
                    }
                    todo.push(Step::Sign(if list { ']' } else { '}' }));
                    // What was pushed first is to be written first.
                    todo.get_mut(from..).unwrap_or_default().reverse();
                }
                // JSON has no word for these.
                Value::Null
                | Value::Undefined
                | Value::NotFinite
                | Value::Foreign(_)
                | Value::Unreadable(_) => {
                    out.push_str("null");
                }
            }
        }
        Self(out)
    }
}

impl Json for Raw {
    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn texts_are_written(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&to_json(&text)).unwrap(), text);
        }
    }

    #[test]
    fn signs_that_a_text_may_not_hold_are_escaped() {
        let written = to_json(&"\"\\\n\r\t\0\u{1f}\u{7f}é");
        assert_eq!(written, "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\u{7f}é\"");
    }

    #[test]
    fn a_record_is_written_as_it_was_read() {
        for json in [
            "null",
            "7.10",
            r#"{"a":[1,{"b":"é\n"},[]],"c":{},"d":[true,null,12345678901234567890]}"#,
        ] {
            let record = Record::from_json(json).unwrap();
            assert_eq!(Raw::of(&record, Record::ROOT).0, json);
        }
    }

    #[test]
    fn members_without_a_value_are_left_out() {
        let mut out = String::new();
        object(&mut out, &[("a", None), ("b", Some(&true)), ("c", Some(&None::<bool>))]);
        object(&mut out, &[]);
        assert_eq!(out, r#"{"b":true,"c":null}{}"#);
    }
}
