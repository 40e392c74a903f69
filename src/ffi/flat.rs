//! The flat form of a record: how any value of the host crosses in one text.
//!
//! Tokens in the order of the record, each a tag, its text and a NUL. So NaN, dates and big integers
//! arrive as what they are, nothing recurses, and no object's prototype is in play.
//!
//! | tag | text | value |
//! |---|---|---|
//! | `{` `}` `[` `]` | | an object or an array begins, ends |
//! | `k` | the name | the name of the property that comes next |
//! | `s` | as it is | text |
//! | `e` | U+0001 as `\u{1}1`, NUL as `\u{1}0` | text with a NUL |
//! | `m` | halves of surrogate pairs as U+FFFD | text that is not well-formed |
//! | `n` | as JavaScript prints it | a number |
//! | `i` | digits | a big integer |
//! | `t` `f` `0` `u` | | true, false, null, undefined |
//! | `d` | RFC 3339 | a date |
//! | `o` | the name of its type | what is no data |
//! | `x` | `getter`, `depth`, `size` | what could not be read |

use crate::decimal::Decimal;
use crate::issue::Unreadable;
use crate::record::{Builder, Record, Value};
use alloc::borrow::Cow;
use alloc::string::String;

/// Reads the flat form. Tokens that are not of the form are left out.
#[must_use]
pub fn read_record(flat: &str) -> Record<'_> {
    read(flat, Builder::with_capacity(flat.len() / 16), &[])
}

/// Reads the values of a row, whose columns are known.
pub(super) fn read_row<'a>(flat: &'a str, columns: &'a [String]) -> Record<'a> {
    let mut builder = Builder::with_capacity(columns.len() + 2);
    builder.begin(Value::Object);
    read(flat, builder, columns)
}

fn read<'a>(flat: &'a str, mut builder: Builder<'a>, columns: &'a [String]) -> Record<'a> {
    let mut columns = columns.iter();
    let bytes = flat.as_bytes();
    let mut start = 0;
    while let Some((tag, rest)) = bytes.get(start..).and_then(<[u8]>::split_first) {
        if *tag == 0 {
            start += 1;
            continue;
        }
        // Tokens are short: a loop over their bytes is done before a search for larger texts has begun.
        let length = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
        let text = flat.get(start + 1..start + 1 + length).unwrap_or_default();
        start += length + 2;
        if builder.depth() == 1
            && let Some(column) = columns.next()
        {
            builder.key(column.as_str());
        }
        let leaf = match tag {
            b's' => Value::Text(Cow::Borrowed(text)),
            b'k' => {
                builder.key(text);
                continue;
            }
            b'{' | b'[' => {
                builder.begin(if *tag == b'{' { Value::Object } else { Value::List });
                continue;
            }
            b'}' | b']' => {
                builder.end();
                continue;
            }
            b'e' => Value::Text(Cow::Owned(unescape(text))),
            b'm' => Value::MalformedText(Cow::Borrowed(text)),
            b'n' => Decimal::of_double(text).map_or(Value::NotFinite, Value::Number),
            b'i' => integer(text),
            b't' => Value::Boolean(true),
            b'f' => Value::Boolean(false),
            b'0' => Value::Null,
            b'u' => Value::Undefined,
            b'd' => Value::Date(Cow::Borrowed(text)),
            b'o' => Value::Foreign(Cow::Borrowed(text)),
            b'x' => Value::Unreadable(unreadable(text)),
            _ => continue,
        };
        builder.leaf(leaf);
    }
    builder.finish()
}

/// What is not made of digits is no number, whatever its tag says: the rooms take an integer's text as it is.
fn integer(text: &str) -> Value<'_> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Value::NotFinite;
    }
    Value::NumberText(Cow::Borrowed(text))
}

fn unreadable(why: &str) -> Unreadable {
    match why {
        "depth" => Unreadable::Depth,
        "size" => Unreadable::Size,
        _ => Unreadable::Getter,
    }
}

fn unescape(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        unescaped.push(if c == '\u{1}' && chars.next() == Some('0') { '\0' } else { c });
    }
    unescaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_each_kind_arrives() {
        let flat = "{\0kname\0sAda\0klist\0[\0n1.5\0nNaN\0n-Infinity\0n1e+21\0i12345678901234567890\0t\0f\0\
            0\0u\0]\0kd\0d2024-09-11T04:00:00.000Z\0ko\0oFile\0kx\0xdepth\0ke\0e\u{1}0a\u{1}10\0km\0m\u{FFFD}\0}\0";
        let record = read_record(flat);
        let shown: Vec<_> = record
            .children(Record::ROOT)
            .map(|(name, id)| format!("{name}={:?}", record.value(id)))
            .collect();
        assert_eq!(
            shown,
            [
                "name=Text(\"Ada\")",
                "list=List",
                "d=Date(\"2024-09-11T04:00:00.000Z\")",
                "o=Foreign(\"File\")",
                "x=Unreadable(Depth)",
                "e=Text(\"\\0a\\u{1}0\")",
                "m=MalformedText(\"\u{FFFD}\")",
            ]
        );
        let list = record.property(Record::ROOT, "list").unwrap();
        let items: Vec<_> = record.children(list).map(|(_, id)| record.value(id)).collect();
        assert_eq!(items[0].number().unwrap().unwrap().to_string(), "1.5");
        assert_eq!(items[1..3], [&Value::NotFinite, &Value::NotFinite]);
        assert_eq!(items[3].number().unwrap().unwrap().to_string(), "1e+21");
        assert_eq!(items[4], &Value::NumberText("12345678901234567890".into()));
        assert_eq!(
            items[5..],
            [&Value::Boolean(true), &Value::Boolean(false), &Value::Null, &Value::Undefined]
        );
    }

    #[test]
    fn a_row_has_its_columns_whatever_is_nested_in_it() {
        let columns = ["a", "b", "c"].map(str::to_owned);
        let row = read_row("{\0kx\0[\0s1\0]\0}\0[\0]\0s2\0", &columns);
        let names: Vec<_> = row.children(Record::ROOT).map(|(name, _)| name.to_owned()).collect();
        assert_eq!(names, columns);
        let last = row.property(Record::ROOT, "c").unwrap();
        assert_eq!(row.value(last), &Value::Text("2".into()));
    }

    #[test]
    fn a_number_that_no_double_has_is_none() {
        let finite = |flat: &str| read_record(flat).value(Record::ROOT) != &Value::NotFinite;
        assert!(!finite("n9007199254740995\0"));
        assert!(finite("n9007199254740996\0"));
        assert!(finite("n1.2345678901234567e-30\0"));
        assert!(finite("n5e-324\0"));
    }

    #[test]
    fn an_integer_is_made_of_digits() {
        for digits in ["0", "-12", "12345678901234567890"] {
            let flat = format!("i{digits}\0");
            assert_eq!(read_record(&flat).value(Record::ROOT), &Value::NumberText(digits.into()));
        }
        for forged in ["", "-", "1\u{10}", "1.5", "abc", "+1", "--1"] {
            let flat = format!("i{forged}\0");
            let record = read_record(&flat);
            assert_eq!(record.value(Record::ROOT), &Value::NotFinite, "{forged}");
        }
    }

    #[test]
    fn any_text_is_some_record() {
        for flat in ["", "\0\0", "]\0}\0", "{\0{\0{\0", "kname\0", "é\0", "sa\0sb\0", "{\0n\0}\0"]
        {
            let record = read_record(flat);
            assert_eq!(record.path(Record::ROOT).0.len(), 0, "{flat}");
        }
    }
}
