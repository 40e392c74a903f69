//! From a text to a record: in one pass that recurses over nothing, keeps the order of properties and the
//! digits of numbers, and copies no text without escapes.

use crate::decimal::Decimal;
use crate::record::{Builder, Record, Value};
use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

/// A text that is no JSON: how many bytes of it are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidJson {
    /// Where it ends to be.
    pub at: usize,
}

impl core::fmt::Display for InvalidJson {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "expected JSON, found something else at byte {}", self.at)
    }
}

impl core::error::Error for InvalidJson {}

impl<'a> Record<'a> {
    /// Reads a record from JSON.
    ///
    /// A number keeps its digits: where they are not those that JavaScript prints, as
    /// [`Value::NumberText`]. Half of a surrogate pair makes a text [`Value::MalformedText`].
    ///
    /// # Errors
    /// `{"a":1,}`, `{'a':1}`, `[1] 2`: not JSON.
    ///
    /// ```
    /// use quo_contacts::record::{Record, Value};
    ///
    /// let record = Record::from_json(r#"{"name": "Ada"}"#).unwrap();
    /// let name = record.property(Record::ROOT, "name").unwrap();
    /// assert_eq!(record.value(name), &Value::Text("Ada".into()));
    /// assert_eq!(Record::from_json("[1,]").unwrap_err().at, 3);
    /// ```
    pub fn from_json(text: &'a str) -> Result<Self, InvalidJson> {
        let mut reader = Reader { text, at: 0 };
        reader.record().ok_or(InvalidJson { at: reader.at })
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn record(&mut self) -> Option<Record<'a>> {
        let mut builder = Builder::default();
        // The closing signs of what is open.
        let mut open: Vec<u8> = Vec::new();
        loop {
            self.space();
            let closing = match self.peek()? {
                b'{' => Some(b'}'),
                b'[' => Some(b']'),
                _ => None,
            };
            match closing {
                None => builder.leaf(self.leaf()?),
                Some(closing) => {
                    self.at += 1;
                    builder.begin(if closing == b'}' { Value::Object } else { Value::List });
                    self.space();
                    open.push(closing);
                    if self.peek()? != closing {
                        self.key(closing, &mut builder)?;
                        continue;
                    }
                }
            }
            // A value is complete, or a container that holds nothing is about to be.
            loop {
                self.space();
                let Some(&closing) = open.last() else {
                    return (self.at == self.text.len()).then(|| builder.finish());
                };
                if self.eat(closing) {
                    builder.end();
                    open.pop();
                } else if self.eat(b',') {
                    self.space();
                    self.key(closing, &mut builder)?;
                    break;
                } else {
                    return None;
                }
            }
        }
    }

    /// The name of the value that comes next, inside an object.
    fn key(&mut self, closing: u8, builder: &mut Builder<'a>) -> Option<()> {
        if closing == b'}' {
            let (key, whole) = self.string()?;
            builder.key(key);
            if !whole {
                builder.malformed_key();
            }
            self.space();
            self.eat(b':').then_some(())?;
        }
        Some(())
    }

    fn leaf(&mut self) -> Option<Value<'a>> {
        for (word, value) in [
            ("null", Value::Null),
            ("true", Value::Boolean(true)),
            ("false", Value::Boolean(false)),
        ] {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Some(value);
            }
        }
        if self.peek() == Some(b'"') {
            let (text, whole) = self.string()?;
            return Some(if whole { Value::Text(text) } else { Value::MalformedText(text) });
        }
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c));
        let digits = rest.get(..end.unwrap_or(rest.len()))?;
        is_number(digits).then_some(())?;
        self.at += digits.len();
        let number = Decimal::of_double(digits)
            .ok()
            .filter(|number| !number.may_be_rounded() && number.to_string() == digits);
        Some(number.map_or(Value::NumberText(digits.into()), Value::Number))
    }

    /// A text, and whether it is well-formed.
    fn string(&mut self) -> Option<(Cow<'a, str>, bool)> {
        self.eat(b'"').then_some(())?;
        let (mut text, mut whole) = (Cow::Borrowed(""), true);
        loop {
            let rest = self.rest();
            let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20))?;
            let plain = rest.get(..end)?;
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            self.at += end;
            if self.eat(b'"') {
                return Some((text, whole));
            }
            self.eat(b'\\').then_some(())?;
            let c = self.escape()?;
            whole &= c.is_some();
            text.to_mut().push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }

    /// What an escape stands for; nothing for half of a surrogate pair.
    #[expect(clippy::option_option, reason = "no escape, and half of a character, are two things")]
    fn escape(&mut self) -> Option<Option<char>> {
        let sign = self.peek()?;
        self.at += 1;
        let c = match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let pair = (0xD800..0xDC00).contains(&first) && self.rest().starts_with("\\u");
                if pair {
                    let before = self.at;
                    self.at += "\\u".len();
                    let second = self.unit()?;
                    if (0xDC00..0xE000).contains(&second) {
                        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                        return Some(char::from_u32(code));
                    }
                    self.at = before;
                }
                return Some(char::from_u32(first));
            }
            _ => return None,
        };
        Some(Some(c))
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        self.at += digits.len();
        u32::from_str_radix(digits, 16).ok()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, sign: u8) -> bool {
        let found = self.peek() == Some(sign);
        self.at += usize::from(found);
        found
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }
}

/// Whether a text is a number as JSON has it: no zero in front, digits on both sides of the point.
fn is_number(text: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let whole = match unsigned.strip_prefix('0') {
        Some(rest) => Some(rest),
        None => digits(unsigned),
    };
    let fraction = whole.and_then(|rest| match rest.strip_prefix('.') {
        Some(rest) => digits(rest),
        None => Some(rest),
    });
    let power = fraction.and_then(|rest| match rest.strip_prefix(['e', 'E']) {
        Some(rest) => digits(rest.strip_prefix(['+', '-']).unwrap_or(rest)),
        None => Some(rest),
    });
    power.is_some_and(str::is_empty)
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What an independent reader makes of a record.
    fn tree(record: &Record<'_>, at: crate::record::NodeId) -> serde_json::Value {
        match record.value(at) {
            Value::Null | Value::Undefined => serde_json::Value::Null,
            Value::Boolean(value) => (*value).into(),
            Value::Number(number) => serde_json::from_str(&number.to_string()).unwrap(),
            Value::NumberText(digits) => serde_json::from_str(digits).unwrap(),
            Value::Text(text) => text.as_ref().into(),
            Value::List => record.children(at).map(|(_, item)| tree(record, item)).collect(),
            Value::Object => {
                let members = record.children(at);
                members.map(|(name, member)| (name.to_owned(), tree(record, member))).collect()
            }
            Value::NotFinite
            | Value::MalformedText(_)
            | Value::Date(_)
            | Value::Foreign(_)
            | Value::Unreadable(_) => panic!("this does not come from JSON"),
        }
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(serde_json::Value::from),
            any::<i64>().prop_map(serde_json::Value::from),
            any::<u64>().prop_map(serde_json::Value::from),
            any::<f64>().prop_map(serde_json::Value::from),
            any::<String>().prop_map(serde_json::Value::from),
        ];
        leaf.prop_recursive(4, 40, 8, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
                proptest::collection::vec((any::<String>(), inner), 0..5)
                    .prop_map(|pairs| serde_json::Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn json_is_read_as_an_independent_reader_reads_it(value in json(), pretty in any::<bool>()) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let record = Record::from_json(&text).unwrap();
            prop_assert_eq!(tree(&record, Record::ROOT), value);
        }

        #[test]
        fn what_is_refused_is_no_json(text in "[\\[\\]{}:,\" \\\\untrue0-9.eE+-]{0,12}") {
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            // A reader that holds doubles refuses numbers beyond them, and halves of pairs.
            let excused = |error: serde_json::Error| {
                let said = error.to_string();
                said.contains("out of range") || said.contains("surrogate") || said.contains("hex escape")
            };
            match (Record::from_json(&text), theirs) {
                (Ok(_), Err(error)) => prop_assert!(excused(error), "{}", text),
                (ours, theirs) => prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text),
            }
        }
    }

    #[track_caller]
    fn check(json: &str, expected: &Value<'_>) {
        assert_eq!(Record::from_json(json).unwrap().value(Record::ROOT), expected, "{json}");
    }

    #[test]
    fn numbers_keep_their_digits() {
        check("12", &Value::Number(Decimal::parse("12").unwrap()));
        check("-0.5", &Value::Number(Decimal::parse("-0.5").unwrap()));
        for digits in ["7.10", "1E5", "-0", "9007199254740993", "9007199254740992", "1e999"] {
            check(digits, &Value::NumberText(digits.into()));
        }
    }

    #[test]
    fn escapes() {
        check(r#""\u00e9\ud83d\ude00\/\n""#, &Value::Text("é😀/\n".into()));
        check(r#""\"\\\b\f\r\t""#, &Value::Text("\"\\\u{8}\u{C}\r\t".into()));
        check(r#""\ud800\udc00\udbff\udfff""#, &Value::Text("\u{10000}\u{10FFFF}".into()));
        check(r#""\udc00\udc00""#, &Value::MalformedText("\u{FFFD}\u{FFFD}".into()));
        check(r#""\ud800\ue000""#, &Value::MalformedText("\u{FFFD}\u{E000}".into()));
        check(r#""a\ud83d""#, &Value::MalformedText("a\u{FFFD}".into()));
        check(r#""\ud83d\u0041""#, &Value::MalformedText("\u{FFFD}A".into()));
        check(r#""\ude00""#, &Value::MalformedText("\u{FFFD}".into()));
    }

    #[test]
    fn halves_of_pairs_are_known() {
        for (json, expected) in [
            (r#"{"\ufffd": ["\ufffd", "�"], "a": "\ud83d\ude00"}"#, true),
            (r#"{"a": [{"b": "\ud800"}]}"#, false),
            (r#"{"a": {"\ud800": 1}}"#, false),
        ] {
            assert_eq!(Record::from_json(json).unwrap().is_well_formed(), expected, "{json}");
        }
    }

    #[test]
    fn bad() {
        for (json, at) in [
            ("", 0),
            (" ", 1),
            ("{", 1),
            ("[1,]", 3),
            ("{\"a\":1,}", 7),
            ("{'a':1}", 1),
            ("[1] 2", 4),
            ("01", 0),
            ("1.", 0),
            ("+1", 0),
            ("NaN", 0),
            ("\"a\nb\"", 2),
            ("\"\\x\"", 3),
            ("\"\\u+041\"", 3),
            ("\"\\u12\"", 3),
            ("nul", 0),
            ("{\"a\" 1}", 5),
            ("]", 0),
        ] {
            assert_eq!(Record::from_json(json).unwrap_err().at, at, "{json}");
        }
    }

    #[test]
    fn nesting_costs_no_stack() {
        let deep = 200_000;
        let record = ["[".repeat(deep), "]".repeat(deep)].concat();
        assert!(Record::from_json(&record).is_ok());
    }
}
