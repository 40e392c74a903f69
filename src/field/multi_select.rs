//! The custom type `multi-select`: several texts.
//!
//! The API has no list of options, and an unknown one comes into existence. So options are checked only
//! against a list that the caller gives.

use super::text::{self, Lines};
use super::{Mode, Outcome, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::name::{Index, fold_char, nearest};
use crate::pieces::split_at_word;
use crate::record::{Value, trim};
use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// The options that a caller allows, found without regard to case.
#[derive(Clone, Debug, Default)]
pub struct Options {
    list: Vec<String>,
    by_name: Index,
}

impl Options {
    /// No options allow any.
    #[must_use]
    pub fn new(list: Vec<String>) -> Self {
        let by_name = list.iter().map(|option| fold(option)).collect();
        Self { list, by_name }
    }

    /// The option to the letter, else one that differs in case.
    fn find(&self, text: &str) -> Option<&String> {
        let mut found = self.by_name.places(&fold(text)).filter_map(|place| self.list.get(place));
        let first = found.next()?;
        Some(if first == text { first } else { found.find(|one| *one == text).unwrap_or(first) })
    }
}

fn fold(option: &str) -> String {
    trim(option).chars().map(fold_char).collect()
}

/// Reads one option of the list. `suggest` asks for what may have been meant by an unknown one.
///
/// # Errors
/// What [`text::parse`] refuses; true and false, which forms write for boxes and which name no option; an option
/// that is not listed.
pub fn parse_option<'v>(
    value: &Value<'v>,
    options: Option<&Options>,
    suggest: bool,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    if matches!(value, Value::Boolean(_)) {
        return Err(wrong_type(Expected::Text, value));
    }
    let Some(text) = text::parse(value, Lines::One, mode, notes)? else { return Ok(None) };
    let Some(options) = options.filter(|options| !options.list.is_empty()) else {
        return Ok(Some(text));
    };
    match options.find(&text) {
        Some(option) => Ok(Some(option.clone().into())),
        None if suggest => {
            let near = nearest(&text, &mut options.list.iter().map(String::as_str));
            Err(Remark::with(Code::UnknownOption, near))
        }
        None => Err(Code::UnknownOption.into()),
    }
}

/// The most options that one text can hold; in a list, the record's own bound holds.
pub const MOST: usize = 1_000;

/// The options in a text: its parts at the declared separator, or all of it. Blanks between separators
/// are no options; where there are more than [`MOST`], one more is found.
#[must_use]
pub fn split<'v>(text: &Cow<'v, str>, separator: Option<&str>) -> Vec<Cow<'v, str>> {
    match text {
        Cow::Borrowed(text) => pieces(text, separator).into_iter().map(Cow::Borrowed).collect(),
        Cow::Owned(text) => {
            pieces(text, separator).into_iter().map(|one| one.to_owned().into()).collect()
        }
    }
}

fn pieces<'v>(text: &'v str, separator: Option<&str>) -> Vec<&'v str> {
    let separator = separator.filter(|separator| !separator.is_empty());
    let mut pieces = Vec::new();
    let mut rest = Some(text);
    // One more shows that they are too many.
    while let Some(text) = rest
        && pieces.len() <= MOST
    {
        let (piece, after) = match separator.and_then(|word| split_at_word(text, word)) {
            Some((piece, after)) => (piece, Some(after)),
            None => (text, None),
        };
        let piece = trim(piece);
        if !piece.is_empty() {
            pieces.push(piece);
        }
        rest = after;
    }
    pieces
}

/// Whether a text is one of the options.
#[must_use]
pub fn is_listed(text: &str, options: Option<&Options>) -> bool {
    options.is_some_and(|options| options.find(trim(text)).is_some())
}

/// Whether a text may hold several options although no separator was declared, and is not one of the
/// options itself.
#[must_use]
pub fn may_be_several(text: &str, options: Option<&Options>) -> bool {
    text.bytes().any(|byte| matches!(byte, b',' | b';' | b'|' | b'\n')) && !is_listed(text, options)
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(value: &Value<'_>, lenient: &str, strict: &str) {
        let options = Options::new(vec!["Gold".to_owned(), "Früh".to_owned()]);
        assert_eq!(
            verdict(|n| parse_option(value, Some(&options), true, Mode::Lenient, n)),
            lenient
        );
        assert_eq!(verdict(|n| parse_option(value, Some(&options), true, Mode::Strict, n)), strict);
    }

    #[test]
    fn good() {
        check(&text(" gold "), "\"Gold\"", "\"Gold\"");
        check(&text("FRÜH"), "\"Früh\"", "\"Früh\"");
        check(&text(""), "null", "null");
        let said = verdict(|n| parse_option(&text("anything"), None, true, Mode::Strict, n));
        assert_eq!(said, "\"anything\"");
    }

    #[test]
    fn bad() {
        check(&text("Glod"), "!unknown_option [\"Gold\"]", "!unknown_option [\"Gold\"]");
        check(&Value::NumberText("5".into()), "!unknown_option (number_to_text)", "!wrong_type");
        check(&Value::Boolean(false), "!wrong_type", "!wrong_type");
        check(&Value::Object, "!wrong_type", "!wrong_type");
    }

    #[test]
    fn of_options_that_differ_in_case_the_one_to_the_letter() {
        let options = ["gold", "Gold", "GOLD", "ΟΔΟΣ"].map(str::to_owned).to_vec();
        let options = Options::new(options);
        let found = |text: &str| options.find(text).map(String::as_str);
        for (text, option) in [
            ("gold", "gold"),
            ("Gold", "Gold"),
            ("GOLD", "GOLD"),
            ("gOLD", "gold"),
            ("οδος", "ΟΔΟΣ"),
            ("οδοσ", "ΟΔΟΣ"),
        ] {
            assert_eq!(found(text), Some(option), "{text}");
        }
        let said = |suggest| {
            verdict(|n| parse_option(&text("Glod"), Some(&options), suggest, Mode::Lenient, n))
        };
        assert_eq!(said(false), "!unknown_option");
    }

    #[test]
    fn splitting_skips_blanks() {
        assert_eq!(split(&" a ;; b;".into(), Some(";")), ["a", "b"]);
        assert_eq!(split(&" a, b ".into(), None), ["a, b"]);
        assert_eq!(split(&"a b".into(), Some("")), ["a b"]);
        assert_eq!(split(&"a;".repeat(MOST).into(), Some(";")).len(), MOST);
        assert_eq!(split(&"a;".repeat(3 * MOST).into(), Some(";")).len(), MOST + 1);
    }

    #[test]
    fn a_list_in_one_text_is_noticed() {
        let options = Options::new(vec!["Food, drink".to_owned()]);
        assert!(may_be_several("a,b", Some(&options)));
        assert!(may_be_several("a; b", None));
        assert!(!may_be_several("food, drink", Some(&options)));
        assert!(!may_be_several("a b", None));
    }
}
