//! The custom type `multi-select`: several texts.
//!
//! The API has no list of options, and an unknown one comes into existence. So options are checked only
//! against a list that the caller gives.

use super::text::{self, Lines};
use super::{Mode, Outcome};
use crate::issue::{Code, Remark};
use crate::name::nearest;
use crate::record::{Value, trim};

/// Reads one option of the list; `options` is what the caller allows, empty for anything.
///
/// # Errors
/// What [`text::parse`] refuses, and an option that is not listed.
pub fn parse_option(
    value: &Value<'_>,
    options: &[String],
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<String> {
    let Some(text) = text::parse(value, Lines::One, mode, notes)? else { return Ok(None) };
    if options.is_empty() {
        return Ok(Some(text));
    }
    let folded = text.to_lowercase();
    match options.iter().find(|option| option.to_lowercase() == folded) {
        Some(option) => Ok(Some(option.clone())),
        None => Err(Remark::with(
            Code::UnknownOption,
            nearest(&text, options.iter().map(String::as_str)),
        )),
    }
}

/// The options in a text: its parts at the declared separator, or all of it. Blanks between separators
/// are no options.
#[must_use]
pub fn split<'a>(text: &'a str, separator: Option<&str>) -> Vec<&'a str> {
    let parts = separator.map_or_else(|| vec![text], |separator| text.split(separator).collect());
    parts.into_iter().map(trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a text may hold several options although no separator was declared, and is not one of the
/// options itself.
#[must_use]
pub fn may_be_several(text: &str, options: &[String]) -> bool {
    let listed = || options.iter().any(|option| option.to_lowercase() == trim(text).to_lowercase());
    text.contains([',', ';', '|', '\n']) && !listed()
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(value: &Value<'_>, lenient: &str, strict: &str) {
        let options = ["Gold".to_owned(), "Früh".to_owned()];
        assert_eq!(verdict(|n| parse_option(value, &options, Mode::Lenient, n)), lenient);
        assert_eq!(verdict(|n| parse_option(value, &options, Mode::Strict, n)), strict);
    }

    #[test]
    fn good() {
        check(&text(" gold "), "\"Gold\"", "\"Gold\"");
        check(&text("FRÜH"), "\"Früh\"", "\"Früh\"");
        check(&text(""), "null", "null");
        let said = verdict(|n| parse_option(&text("anything"), &[], Mode::Strict, n));
        assert_eq!(said, "\"anything\"");
    }

    #[test]
    fn bad() {
        check(&text("Glod"), "!unknown_option [\"Gold\"]", "!unknown_option [\"Gold\"]");
        check(&Value::Number(5.0), "!unknown_option (number_to_text)", "!wrong_type");
        check(&Value::Object, "!wrong_type", "!wrong_type");
    }

    #[test]
    fn splitting_skips_blanks() {
        assert_eq!(split(" a ;; b;", Some(";")), ["a", "b"]);
        assert_eq!(split(" a, b ", None), ["a, b"]);
    }

    #[test]
    fn a_list_in_one_text_is_noticed() {
        let options = ["Food, drink".to_owned()];
        assert!(may_be_several("a,b", &options));
        assert!(may_be_several("a; b", &[]));
        assert!(!may_be_several("food, drink", &options));
        assert!(!may_be_several("a b", &[]));
    }
}
