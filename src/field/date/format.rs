//! Forms of dates that a caller declares: `MM/DD/YYYY`, `D.M.YYYY HH:mm`.

use super::civil::{Civil, Fault, Reader};
use crate::pieces::concat;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// A pattern that can't be compiled, with the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidDateFormat {
    /// A letter that is no part of a date.
    UnknownLetter(char),
    /// A part that stands twice.
    Repeated(&'static str),
    /// Year, month or day is missing.
    Missing(&'static str),
    /// Two parts of open width that nothing separates.
    Unseparated,
}

impl InvalidDateFormat {
    /// One line of English.
    #[must_use]
    pub fn text(self) -> String {
        let parts = "expected `YYYY`, `MM`, `M`, `DD`, `D`, `HH`, `mm` and `ss` with signs between them, found `";
        match self {
            Self::UnknownLetter(letter) => concat(&[parts, letter.encode_utf8(&mut [0; 4]), "`"]),
            Self::Repeated(part) => concat(&["expected `", part, "` once, found it twice"]),
            Self::Missing(part) => concat(&["expected `", part, "`, found none"]),
            Self::Unseparated => "expected a sign between `M` or `D` and what follows".to_owned(),
        }
    }
}

impl core::fmt::Display for InvalidDateFormat {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.text())
    }
}

impl core::error::Error for InvalidDateFormat {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A part; `open` takes one digit or two.
    Number {
        part: Part,
        open: bool,
    },
    Sign(char),
}

/// The words of a pattern, the longer first.
const WORDS: [(&str, Part, bool); 8] = [
    ("YYYY", Part::Year, false),
    ("MM", Part::Month, false),
    ("M", Part::Month, true),
    ("DD", Part::Day, false),
    ("D", Part::Day, true),
    ("HH", Part::Hour, false),
    ("mm", Part::Minute, false),
    ("ss", Part::Second, false),
];

/// A compiled form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormat {
    tokens: Vec<Token>,
}

impl DateFormat {
    /// Compiles `YYYY`, `MM` or `M`, `DD` or `D`, `HH`, `mm`, `ss` and the signs between them.
    ///
    /// # Errors
    /// `MM/DD` has no year, `DD/MM/yyyy` has letters that are no part of a date, `DMYYYY` can't be read
    /// one way only.
    pub fn compile(pattern: &str) -> Result<Self, InvalidDateFormat> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut rest = pattern;
        while let Some(next) = rest.chars().next() {
            let word = WORDS.iter().find_map(|(word, part, open)| {
                Some((rest.strip_prefix(word)?, *word, *part, *open))
            });
            let token = match word {
                Some((after, word, part, open)) => {
                    if tokens.iter().any(|token| token.part() == Some(part)) {
                        return Err(InvalidDateFormat::Repeated(word));
                    }
                    if matches!(tokens.last(), Some(Token::Number { open: true, .. })) {
                        return Err(InvalidDateFormat::Unseparated);
                    }
                    rest = after;
                    Token::Number { part, open }
                }
                None if next.is_ascii_alphanumeric() && next != 'T' => {
                    return Err(InvalidDateFormat::UnknownLetter(next));
                }
                None => {
                    rest = rest.strip_prefix(next).unwrap_or_default();
                    Token::Sign(next)
                }
            };
            tokens.push(token);
        }
        let has = |part| tokens.iter().any(|token| token.part() == Some(part));
        let needs = [(Part::Year, "YYYY"), (Part::Month, "MM"), (Part::Day, "DD")];
        let time = has(Part::Minute) || has(Part::Second);
        let missing = needs.iter().find(|(part, _)| !has(*part)).map(|(_, word)| *word);
        let missing = missing.or((time && !has(Part::Hour)).then_some("HH"));
        missing.map_or(Ok(Self { tokens }), |word| Err(InvalidDateFormat::Missing(word)))
    }

    /// Reads a text in this form; `None` if it has another.
    pub(super) fn read(&self, text: &str) -> Option<Result<Civil, Fault>> {
        let mut reader = Reader::new(text);
        let mut parts = [0; 6];
        let mut has_time = false;
        for token in &self.tokens {
            match *token {
                Token::Sign(sign) => reader.expect(sign)?,
                Token::Number { part, open } => {
                    let (least, most) = match (part, open) {
                        (Part::Year, _) => (4, 4),
                        (_, true) => (1, 2),
                        (_, false) => (2, 2),
                    };
                    *parts.get_mut(part as usize)? = reader.number(least, most)?;
                    has_time |= part == Part::Hour;
                }
            }
        }
        reader.is_done().then_some(())?;
        let [year, month, day, hour, minute, second] = parts;
        let date = Civil::date(year.cast_signed(), month, day);
        Some(if has_time { date.and_then(|date| date.at(hour, minute, second, 0)) } else { date })
    }
}

impl Token {
    fn part(self) -> Option<Part> {
        match self {
            Self::Number { part, .. } => Some(part),
            Self::Sign(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuse(pattern: &str, message: &str) {
        assert_eq!(DateFormat::compile(pattern).unwrap_err().to_string(), message);
    }

    #[test]
    fn a_pattern_names_one_date() {
        refuse("MM/DD", "expected `YYYY`, found none");
        refuse("YYYY-MM-DD mm", "expected `HH`, found none");
        refuse("MM/MM/YYYY", "expected `MM` once, found it twice");
        refuse("DMYYYY", "expected a sign between `M` or `D` and what follows");
        refuse(
            "DD/MM/yyyy",
            "expected `YYYY`, `MM`, `M`, `DD`, `D`, `HH`, `mm` and `ss` with signs between them, found `y`",
        );
    }

    #[test]
    fn a_form_takes_its_own_texts_only() {
        let date = |text: &str, pattern: &str| {
            let read = DateFormat::compile(pattern).unwrap().read(text)?;
            Some(read.map(Civil::to_rfc3339))
        };
        let noon = || Some(Ok("2025-04-03T12:01:02.000Z".to_owned()));
        assert_eq!(date("20250403 120102", "YYYYMMDD HHmmss"), noon());
        assert_eq!(date("3/4/2025", "D/M/YYYY"), Some(Ok("2025-04-03T00:00:00.000Z".to_owned())));
        assert_eq!(date("31/4/2025", "D/M/YYYY"), Some(Err(Fault::Impossible)));
        assert_eq!(date("3/4/25", "D/M/YYYY"), None);
        assert_eq!(date("3/4/2025 ", "D/M/YYYY"), None);
        assert_eq!(date("3/4/2025", "DD/MM/YYYY"), None);
    }
}
