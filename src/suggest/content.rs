//! What the samples of a column hold, by the rooms that read such values.

use super::words::HONORIFICS;
use super::words::Meaning;
use crate::column::Column;
use crate::definition::FieldType;
use crate::field::source::parse_external_id;
use crate::field::{Mode, boolean, email, phone, url};
use crate::issue::Code;
use crate::phone::{Level, Region};
use crate::pieces::is_among;
use crate::record::{Value, trim};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// How many samples are of each kind. A sample may be of several.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    pub(super) filled: usize,
    emails: usize,
    /// Valid ones, written with a plus sign or with signs between digits.
    phones: usize,
    /// What may be a number of some country.
    phone_like: usize,
    booleans: usize,
    urls: usize,
    /// Several words.
    spaced: usize,
    /// `Dr.`, `Mrs`.
    honorifics: usize,
    pub(super) column: Column,
    /// What stands between several addresses, or several numbers, of one sample.
    pub(super) separator: &'static str,
    /// What seems to stand between options.
    options: &'static str,
    /// Whether `0/0/00` stands for no date.
    pub(super) zero_dates: bool,
}

/// What Outlook writes where there is no date.
const ZERO_DATE: &str = "0/0/00";

/// What may stand between several values, the rarer first.
const SEPARATORS: [&str; 3] = [":::", ";", ","];

impl Content {
    pub(super) fn of<'v>(
        samples: impl Iterator<Item = &'v Value<'v>>,
        country: Option<Region>,
    ) -> Self {
        let mut content = Self::default();
        for value in samples {
            if value.as_text() == Some(ZERO_DATE) {
                content.zero_dates = true;
                continue;
            }
            content.column.add(value);
            if !value.is_blank() {
                content.add(value, country);
            }
        }
        content
    }

    fn add(&mut self, value: &Value<'_>, country: Option<Region>) {
        self.filled += 1;
        let text = value.as_text().map(trim);
        let several = text.and_then(parts);
        let first = several.map(|(_, first)| text_value(first));
        if let Some((separator, _)) = several {
            self.separator = separator;
        }
        let one = first.as_ref().unwrap_or(value);
        let phone_like = is_phone_like(one);
        self.emails += usize::from(one.as_text().is_some_and(is_email));
        self.phone_like += usize::from(phone_like);
        self.phones += usize::from(phone_like && is_phone(one, country));
        self.booleans += usize::from(is_boolean(value));
        let Some(text) = text else { return };
        // Not a comma, which an option may have inside.
        if let Some(sign) = [":::", ";", "|"].into_iter().find(|sign| text.contains(sign))
            && self.options.is_empty()
        {
            self.options = sign;
        }
        self.urls += usize::from(url::parse(value, Mode::Lenient, &mut Vec::new()).is_ok());
        self.spaced += usize::from(text.contains(char::is_whitespace));
        let bare = text.trim_end_matches('.');
        self.honorifics += usize::from(is_among(HONORIFICS, bare));
    }

    /// Whether most samples are something else than a column of this name holds.
    pub(super) fn contradicts(&self, meaning: Meaning) -> bool {
        if self.filled == 0 {
            return false;
        }
        match meaning {
            Meaning::Email => !self.are_mostly(self.emails),
            Meaning::Phone => !self.are_mostly(self.phone_like) || self.are_mostly(self.dates()),
            Meaning::Label(_) => self.are_mostly(self.emails + self.phones),
            Meaning::FirstName
            | Meaning::LastName
            | Meaning::Particle
            | Meaning::Name
            | Meaning::FamilyOrName
            | Meaning::Company => self.is_no_name(),
            Meaning::Role => self.is_no_name() || self.are_mostly(self.honorifics),
            Meaning::Id
            | Meaning::Address
            | Meaning::Part(_)
            | Meaning::Birthday
            | Meaning::Website
            | Meaning::Notes
            | Meaning::Other => false,
        }
    }

    /// Whether most samples are nothing that a field of this type takes.
    pub(super) fn contradicts_type(&self, field_type: &FieldType) -> bool {
        if self.filled == 0 {
            return false;
        }
        match field_type {
            FieldType::Boolean => !self.are_mostly(self.booleans),
            FieldType::Date => !self.are_mostly(self.dates()),
            FieldType::Number => !self.are_mostly(self.numbers()),
            FieldType::Url => !self.are_mostly(self.urls),
            FieldType::Address
            | FieldType::MultiSelect
            | FieldType::String
            | FieldType::Unknown(_) => false,
        }
    }

    /// What the samples say by themselves: e-mail addresses or phone numbers, all of them.
    pub(super) fn speaks(&self) -> Option<Meaning> {
        if self.filled == 0 {
            return None;
        }
        if self.emails == self.filled {
            return Some(Meaning::Email);
        }
        (self.phones == self.filled && self.dates() == 0).then_some(Meaning::Phone)
    }

    /// What stands between the options of one sample; empty where none has several.
    pub(super) fn options(&self) -> &'static str {
        self.options
    }

    /// Whether most samples are of several words.
    pub(super) fn is_spaced(&self) -> bool {
        self.filled > 0 && self.are_mostly(self.spaced)
    }

    fn is_no_name(&self) -> bool {
        let others = self.emails + self.phones + self.dates() + self.numbers();
        others * 2 > self.filled
    }

    fn are_mostly(&self, count: usize) -> bool {
        count * 2 >= self.filled
    }

    fn dates(&self) -> usize {
        self.column.date().map_or(0, |proof| proof.count)
    }

    fn numbers(&self) -> usize {
        self.column.number().map_or(0, |proof| proof.count)
    }
}

/// Whether samples can be ids: each there, none twice, none too long.
pub(super) fn are_ids<'v>(samples: impl Iterator<Item = &'v Value<'v>>) -> bool {
    let read = |value| parse_external_id(value, Mode::Lenient, &mut Vec::new()).ok().flatten();
    let mut ids: Vec<Cow<'_, str>> = Vec::new();
    for value in samples {
        // There are few: to look at all of them again costs less than to sort them.
        match read(value) {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) | None => return false,
        }
    }
    true
}

/// What stands between several addresses, or several numbers, and the first of them.
fn parts(text: &str) -> Option<(&'static str, &str)> {
    for separator in SEPARATORS {
        let parts = text.split(separator).map(trim).filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts.collect();
        let are_all = |is: fn(&str) -> bool| parts.iter().all(|part| is(part));
        if parts.len() > 1
            && (are_all(is_email) || are_all(|part| is_phone_like(&text_value(part))))
        {
            return Some((separator, parts.first()?));
        }
    }
    None
}

fn text_value(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

fn is_email(text: &str) -> bool {
    email::parse(&text_value(text), Mode::Lenient, &mut Vec::new()).is_ok()
}

fn is_boolean(value: &Value<'_>) -> bool {
    let languages = boolean::languages().map(Some).chain([None]);
    languages.into_iter().any(|language| boolean::parse(value, language, Mode::Lenient).is_ok())
}

/// Digits that some country may give a number of.
fn is_phone_like(value: &Value<'_>) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= 5;
    if !value.as_text().is_none_or(digits) {
        return false;
    }
    match phone::parse(value, phone::Context::default(), Mode::Lenient, &mut Vec::new()) {
        Ok(_) => true,
        Err(refusal) => matches!(
            refusal.code,
            Code::CountryRequired
                | Code::UnknownCallingCode
                | Code::PhoneTooShort
                | Code::PhoneTooLong
                | Code::PhoneInvalidLength
                | Code::LocalOnly
                | Code::PhoneNotInUse
                | Code::ScientificNotation
                | Code::SeveralNumbers
        ),
    }
}

/// A valid number that is written like one: digits alone may be anything.
fn is_phone(value: &Value<'_>, country: Option<Region>) -> bool {
    let written = |text: &str| text.contains(|c: char| !c.is_ascii_digit());
    let context = phone::Context { country, level: Level::Valid, likely: &[] };
    value.as_text().is_some_and(written)
        && phone::parse(value, context, Mode::Lenient, &mut Vec::new()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(samples: &[&str]) -> Content {
        let values: Vec<_> = samples.iter().map(|text| text_value(text)).collect();
        Content::of(values.iter(), Region::from_code("US"))
    }

    #[test]
    fn contents_speak_for_themselves() {
        let speaks = |samples: &[&str]| content(samples).speaks();
        assert_eq!(speaks(&["ada@example.com", "", "Bob <b@example.com>"]), Some(Meaning::Email));
        assert_eq!(speaks(&["(415) 555-2671", "+44 20 7946 0958"]), Some(Meaning::Phone));
        for samples in
            [&[][..], &["", " "], &["4155552671"], &["2024-09-11"], &["ada@example.com", "none"]]
        {
            assert_eq!(speaks(samples), None, "{samples:?}");
        }
    }

    #[test]
    fn contents_contradict_names() {
        let against = |meaning, samples: &[&str]| content(samples).contradicts(meaning);
        assert!(against(Meaning::Email, &["yes", "no"]));
        assert!(against(Meaning::Phone, &["Mobile", "Work"]));
        assert!(against(Meaning::Phone, &["2024-09-11"]));
        assert!(against(Meaning::FirstName, &["ada@example.com", "bob@example.com"]));
        assert!(against(Meaning::Role, &["Dr.", "Mrs"]));
        assert!(against(Meaning::Role, &["1", "2", "3"]));
        for meaning in [Meaning::Email, Meaning::Phone, Meaning::FirstName, Meaning::Role] {
            assert!(!against(meaning, &["", " "]), "{meaning:?}");
        }
        assert!(!against(Meaning::Email, &["ada@example.com", "n/a"]));
        assert!(!against(Meaning::Phone, &["555-2671", "030 1234567"]));
        assert!(!against(Meaning::Company, &["37signals", "booking.com"]));
        assert!(!against(Meaning::Role, &["Engineer"]));
    }

    #[test]
    fn yes_and_no_are_known_in_every_language() {
        for word in ["yes", "nein", "oui", "no", "não", "nee", "sì", "はい"] {
            assert!(is_boolean(&text_value(word)), "{word}");
        }
        assert!(!is_boolean(&text_value("perhaps")));
    }

    #[test]
    fn several_values_are_told_by_what_is_between() {
        assert_eq!(content(&["a@b.co ::: c@d.co"]).separator, ":::");
        assert_eq!(content(&["a@b.co", "a@b.co; c@d.co"]).separator, ";");
        assert_eq!(content(&["+1 415 555 2671, +1 415 555 2672"]).separator, ",");
        assert_eq!(content(&["Ada, Countess", "1;2"]).separator, "");
    }

    #[test]
    fn ids_are_there_once() {
        let ids = |samples: &[&str]| {
            let values: Vec<_> = samples.iter().map(|text| text_value(text)).collect();
            are_ids(values.iter())
        };
        assert!(ids(&["1", "2"]));
        assert!(!ids(&["1", "1"]));
        assert!(!ids(&["1", ""]));
        assert!(!ids(&[&"1".repeat(76)]));
    }
}
