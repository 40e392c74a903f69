//! Text: names, labels, and the custom type `string`.
//!
//! Both ends are trimmed, the inside is left alone, and nothing is shortened.

use super::{Mode, Outcome, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::pieces::is_longer;
use crate::record::{Value, part, trim};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// Whether a text may have several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One line: any control character is refused.
    One,
    /// Line breaks and tabs are part of the text.
    Many,
}

/// Reads text; in lenient mode a number or a boolean becomes text, with a note.
///
/// # Errors
/// Text with a control character such as U+0007; half of a surrogate pair; an array or an object; in
/// strict mode anything but text.
pub fn parse<'v>(
    value: &Value<'v>,
    lines: Lines,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    if value.is_blank() {
        return Ok(None);
    }
    match (value, mode) {
        (Value::Text(text), _) | (Value::NumberText(text), Mode::Lenient) => {
            if !matches!(value, Value::Text(_)) {
                notes.push(Code::NumberToText.into());
            }
            let text = part(text, trim);
            let refused = |c: char| {
                c.is_control() && !(lines == Lines::Many && matches!(c, '\n' | '\r' | '\t'))
            };
            if !is_plain(&text) && text.chars().any(refused) {
                return Err(Code::ControlCharacter.into());
            }
            Ok(Some(text))
        }
        // The digits of an id may not be those that were meant.
        (Value::Number(number), Mode::Lenient) if number.may_be_rounded() => {
            Err(Code::InexactNumber.into())
        }
        (Value::Number(number), Mode::Lenient) => {
            notes.push(Code::NumberToText.into());
            let mut text = String::new();
            number.write(&mut text);
            Ok(Some(text.into()))
        }
        (Value::Boolean(boolean), Mode::Lenient) => {
            notes.push(Code::BooleanToText.into());
            Ok(Some(if *boolean { "true" } else { "false" }.into()))
        }
        (other, _) => Err(wrong_type(Expected::Text, other)),
    }
}

/// Whether a text is made of ASCII without control characters, as most are.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// [`parse`], and at most `max` characters.
///
/// # Errors
/// As [`parse`], and a text that is longer.
pub fn parse_within<'v>(
    value: &Value<'v>,
    max: usize,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    let text = parse(value, Lines::One, mode, notes)?;
    if text.as_ref().is_some_and(|text| is_longer(text, max)) {
        return Err(Code::TooLong { max }.into());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;
    use crate::decimal::Decimal;

    #[track_caller]
    fn check(value: &Value<'_>, lenient: &str, strict: &str) {
        assert_eq!(verdict(|notes| parse(value, Lines::One, Mode::Lenient, notes)), lenient);
        assert_eq!(verdict(|notes| parse(value, Lines::One, Mode::Strict, notes)), strict);
    }

    #[test]
    fn good() {
        check(&text("  Ada  Lovelace\u{A0}"), "\"Ada  Lovelace\"", "\"Ada  Lovelace\"");
        check(&text("\u{FEFF}李"), "\"李\"", "\"李\"");
        check(&text(" \t "), "null", "null");
        check(&Value::Null, "null", "null");
        check(&Value::Number(Decimal::default()), "\"0\" (number_to_text)", "!wrong_type");
        check(&Value::Number(Decimal::parse("1e21").unwrap()), "!inexact_number", "!wrong_type");
        check(
            &Value::NumberText("9007199254740993".into()),
            "\"9007199254740993\" (number_to_text)",
            "!wrong_type",
        );
        check(&Value::Boolean(false), "\"false\" (boolean_to_text)", "!wrong_type");
    }

    #[test]
    fn bad() {
        check(&text("a\u{7}b"), "!control_character", "!control_character");
        check(&text("a\nb"), "!control_character", "!control_character");
        check(&text("a\u{85}b"), "!control_character", "!control_character");
        check(&Value::MalformedText("\u{FFFD}".into()), "!malformed_text", "!malformed_text");
        check(&Value::NotFinite, "!not_finite", "!not_finite");
        let odd = Value::NumberText("1\n2".into());
        check(&odd, "!control_character (number_to_text)", "!wrong_type");
        check(&Value::NumberText(" ".into()), "null", "null");
        check(&Value::List, "!wrong_type", "!wrong_type");
        check(&Value::Object, "!wrong_type", "!wrong_type");
        check(&Value::Foreign("File".into()), "!wrong_type", "!wrong_type");
    }

    #[test]
    fn several_lines_where_they_belong() {
        let said = verdict(|notes| parse(&text("a\r\n\tb"), Lines::Many, Mode::Strict, notes));
        assert_eq!(said, "\"a\\r\\n\\tb\"");
        let said = verdict(|notes| parse(&text("a\u{0}b"), Lines::Many, Mode::Lenient, notes));
        assert_eq!(said, "!control_character");
    }

    #[test]
    fn length_is_counted_in_characters() {
        let within = |text: &str| {
            let value = Value::Text(text.into());
            verdict(|notes| parse_within(&value, 3, Mode::Lenient, notes))
        };
        assert_eq!(within(" ééé "), "\"ééé\"");
        assert_eq!(within("éééé"), "!too_long");
    }
}
