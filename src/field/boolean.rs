//! The custom type `boolean`.

use super::{Mode, Outcome, wrong_type};
use crate::decimal::Decimal;
use crate::issue::{Code, Expected, Remark};
use crate::name::lower;
use crate::pieces::is_among;
use crate::record::{Value, trim};

/// Words for true and for false, in English and in signs that need no language.
const WORDS: (&str, &str) = ("true yes y t on 1 ✓ ✔ ☑", "false no n f off 0 ✗ ✘ ☐");

/// By language: the words for yes and the words for no, in lower case.
const LOCAL_WORDS: [(&str, &str, &str); 7] = [
    ("de", "ja j wahr", "nein falsch"),
    ("fr", "oui o vrai", "non faux"),
    ("es", "sí si s verdadero", "falso"),
    ("pt", "sim s verdadeiro", "não nao falso"),
    ("nl", "ja j waar", "nee onwaar"),
    ("it", "sì si s vero", "falso"),
    ("ja", "はい", "いいえ"),
];

/// The languages whose words are known.
#[cfg(feature = "contact")]
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    LOCAL_WORDS.iter().map(|(language, ..)| *language)
}

/// Reads true or false; `language` is a primary language subtag such as `de`.
///
/// # Errors
/// `maybe` and `2` are neither; in strict mode only a boolean is taken.
pub fn parse(value: &Value<'_>, language: Option<&str>, mode: Mode) -> Outcome<bool> {
    if value.is_blank() {
        return Ok(None);
    }
    match (value, mode) {
        (Value::Boolean(boolean), _) => Ok(Some(*boolean)),
        (Value::Text(text), Mode::Lenient) => word(trim(text), language).map(Some),
        (Value::Number(_) | Value::NumberText(_), Mode::Lenient) => {
            match value.number().and_then(Result::ok).and_then(Decimal::to_whole) {
                Some(0) => Ok(Some(false)),
                Some(1) => Ok(Some(true)),
                _ => Err(Code::InvalidBoolean.into()),
            }
        }
        (other, _) => Err(wrong_type(Expected::Boolean, other)),
    }
}

fn word(text: &str, language: Option<&str>) -> Result<bool, Remark> {
    // Phones type signs with a variation selector behind them.
    let text = text.trim_end_matches('\u{FE0F}');
    let either = |yes: &str, no: &str, text: &str| {
        if is_among(yes, text) { Some(true) } else { is_among(no, text).then_some(false) }
    };
    let (yes, no) = WORDS;
    let read = either(yes, no, text).or_else(|| {
        let (_, yes, no) = LOCAL_WORDS.iter().find(|(code, ..)| Some(*code) == language)?;
        either(yes, no, &lower(text))
    });
    read.ok_or_else(|| Code::InvalidBoolean.into())
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(value: &Value<'_>, language: Option<&str>, lenient: &str, strict: &str) {
        assert_eq!(verdict(|_| parse(value, language, Mode::Lenient)), lenient);
        assert_eq!(verdict(|_| parse(value, language, Mode::Strict)), strict);
    }

    #[test]
    fn good() {
        for word in ["true", "TRUE", " Yes ", "y", "T", "on", "1", "✓"] {
            check(&text(word), None, "true", "!wrong_type");
        }
        for word in ["false", "No", "N", "f", "OFF", "0", "✗"] {
            check(&text(word), None, "false", "!wrong_type");
        }
        check(&Value::Boolean(false), None, "false", "false");
        check(&Value::Number(Decimal::default()), None, "false", "!wrong_type");
        check(&Value::NumberText("1.0".into()), None, "true", "!wrong_type");
        check(&text("Ja"), Some("de"), "true", "!wrong_type");
        check(&text("sí"), Some("es"), "true", "!wrong_type");
        check(&text("NÃO"), Some("pt"), "false", "!wrong_type");
        check(&text("✔\u{FE0F}"), None, "true", "!wrong_type");
        check(&Value::NumberText("1".into()), None, "true", "!wrong_type");
    }

    #[test]
    fn blank_is_null_and_never_false() {
        check(&text(" "), None, "null", "null");
        check(&Value::Null, None, "null", "null");
    }

    #[test]
    fn bad() {
        check(&text("maybe"), None, "!invalid_boolean", "!wrong_type");
        check(&text("ja"), None, "!invalid_boolean", "!wrong_type");
        check(&text("oui"), Some("de"), "!invalid_boolean", "!wrong_type");
        check(&Value::NumberText("2".into()), None, "!invalid_boolean", "!wrong_type");
        check(&Value::NotFinite, None, "!not_finite", "!not_finite");
        check(&Value::List, None, "!wrong_type", "!wrong_type");
    }
}
