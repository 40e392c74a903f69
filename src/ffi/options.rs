//! What a caller configures, compiled into what a mapper is made of. Its types are those of `mapping.d.ts`.

use super::Error;
use super::reader::Reader;
use crate::definition::{Definitions, FieldDefinition, FieldType, Lookup};
use crate::field::Mode;
use crate::field::date::{DateFormat, TimeZone, Utc};
use crate::field::multi_select::Options;
use crate::field::number::DecimalMark;
use crate::field::text::{self, Lines};
use crate::mapping::Unmapped;
use crate::phone::{Level, Region};
use crate::pieces::concat;
use crate::policy::{BlankFirstName, FieldHint, Policy};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// What a mapper is made of.
pub(super) struct Settings {
    /// The workspace's custom fields.
    pub(super) definitions: Definitions,
    /// By which rules values are read.
    pub(super) policy: Policy,
    /// What becomes of a column that no field takes.
    pub(super) unmapped: Unmapped,
    /// What feeds each field, in the mapping language; without it a record is read by its own names.
    #[cfg(feature = "contact")]
    pub(super) mapping: Option<NodeId>,
    /// The columns that the records have.
    #[cfg(feature = "contact")]
    pub(super) headers: Option<Vec<String>>,
}

impl Settings {
    /// Reads options as the host wrote them; `zones` is asked for the time zone that they name.
    ///
    /// # Errors
    /// `{ contry: "US" }`: no such option; `{ mode: "loose" }`: no such mode; `{ country: 1 }`: no text.
    pub(super) fn read(
        record: &Record<'_>,
        zones: impl FnOnce(&str) -> Option<Box<dyn TimeZone>>,
    ) -> Result<Self, Error> {
        let mut from = Reader::new(record, Record::ROOT);
        let definitions = match from.place("definitions") {
            Some(node) => self::definitions(&mut from, node),
            None => Vec::new(),
        };
        let definitions = Definitions::new(definitions);
        #[cfg(feature = "contact")]
        let mapping = from.place("mapping");
        #[cfg(feature = "contact")]
        let headers = from.place("headers").map(|node| headers(&mut from, node));
        let unmapped = match from.word("unmapped", &["issue", "warning", "ignore"]) {
            Some("warning") => Unmapped::Warning,
            Some("ignore") => Unmapped::Ignore,
            Some(_) | None => Unmapped::Issue,
        };
        let mode = match from.word("mode", &["lenient", "strict"]) {
            Some("strict") => Mode::Strict,
            Some(_) | None => Mode::Lenient,
        };
        let level = match from.word("level", &["shape", "possible", "valid"]) {
            Some("shape") => Level::Shape,
            Some("possible") => Level::Possible,
            Some(_) | None => Level::Valid,
        };
        let country = from.place("country").and_then(|node| country(&mut from, node));
        let mut likely_countries = Vec::new();
        for node in from.items("likelyCountries") {
            if let Some(country) = self::country(&mut from, node) {
                likely_countries.push(country);
            }
        }
        let time_zone = from.text("timeZone").and_then(|name| {
            let zone = if name == "UTC" { Some(Box::new(Utc) as _) } else { zones(name) };
            if zone.is_none() {
                from.fail(Error::UnknownTimeZone(name.to_owned()));
            }
            zone
        });
        let (language, locale_mark) =
            from.place("locale").map(|node| locale(&mut from, node)).unzip();
        let decimal_mark = match from.word("decimalMark", &[".", ","]) {
            Some(",") => Some(DecimalMark::Comma),
            Some(_) => Some(DecimalMark::Point),
            None => locale_mark.flatten(),
        };
        let date_formats = date_formats(&mut from);
        let blank_first_name = match from.place("blankFirstName") {
            Some(node) => blank_first_name(&mut from, node),
            None => BlankFirstName::Issue,
        };
        let hints = match from.place("fields") {
            Some(node) => hints(&mut from, node, &definitions),
            None => Vec::new(),
        };
        let policy = Policy {
            mode,
            country,
            likely_countries,
            level,
            time_zone,
            date_formats,
            decimal_mark,
            language,
            blank_first_name,
            hints,
        };
        from.finish()?;
        Ok(Self {
            definitions,
            policy,
            unmapped,
            #[cfg(feature = "contact")]
            mapping,
            #[cfg(feature = "contact")]
            headers,
        })
    }
}

/// Columns are called as they are called, control characters and all.
#[cfg(feature = "contact")]
pub(super) fn headers(from: &mut Reader<'_>, list: NodeId) -> Vec<String> {
    let mut headers = Vec::new();
    for node in from.items_at(list) {
        headers.extend(from.any_text_at(node).map(str::to_owned));
    }
    headers
}

/// A list, or the API's answer that holds one.
pub(super) fn definitions(from: &mut Reader<'_>, node: NodeId) -> Vec<FieldDefinition> {
    let list = from.record.property(node, "data").unwrap_or(node);
    if !matches!(from.record.value(list), Value::List) {
        from.expected("an array of definitions, or the API's answer with `data`", list);
    }
    let mut definitions = Vec::new();
    for (_, node) in from.record.children(list) {
        let mut part = |name: &str| {
            let part = from.record.property(node, name);
            let named = part.filter(|part| name != "key" || !from.record.value(*part).is_blank());
            let Some(part) = named else {
                from.refuse(node, &concat(&["expected a definition with `", name, "`"]));
                return "";
            };
            // What people call a field may have been pasted, tabs and all.
            let text = if name == "name" { from.any_text_at(part) } else { from.text_at(part) };
            text.unwrap_or_default()
        };
        let [key, name, word] = ["key", "name", "type"].map(&mut part);
        let field_type = FieldType::from_word(word);
        definitions.push(FieldDefinition {
            key: key.to_owned(),
            name: name.to_owned(),
            field_type,
        });
    }
    definitions
}

/// An ISO 3166-1 code.
pub(super) fn country(from: &mut Reader<'_>, node: NodeId) -> Option<Region> {
    let code = from.text_at(node)?;
    let region = Region::from_code(code);
    if region.is_none() {
        from.fail(Error::UnknownCountry(code.to_owned()));
    }
    region
}

/// The language of a BCP 47 tag, and the decimal mark that goes with it.
fn locale(from: &mut Reader<'_>, node: NodeId) -> (String, Option<DecimalMark>) {
    let tag = from.text_at(node).unwrap_or_default();
    let mark = DecimalMark::of_locale(tag);
    if mark.is_none() {
        from.refuse(node, "expected a BCP 47 tag such as `de-DE`");
    }
    let language = tag.split(&['-', '_'][..]).next().unwrap_or_default();
    (language.to_ascii_lowercase(), mark)
}

fn date_formats(from: &mut Reader<'_>) -> Vec<DateFormat> {
    let mut formats = Vec::new();
    for node in from.items("dateFormats") {
        match DateFormat::compile(from.text_at(node).unwrap_or_default()) {
            Ok(format) => formats.push(format),
            Err(error) => from.refuse(node, &error.text()),
        }
    }
    formats
}

/// `issue`, `null`, or `{ fallback: "Friend" }`.
fn blank_first_name(from: &mut Reader<'_>, node: NodeId) -> BlankFirstName {
    match from.record.value(node).as_text() {
        Some("issue") => return BlankFirstName::Issue,
        Some("null") => return BlankFirstName::Null,
        Some(_) => from.refuse(node, "expected `issue`, `null` or `{ fallback }`"),
        None => {}
    }
    let record = from.record;
    let fallback = from.inside(node, |from| from.place("fallback"));
    let value = record.value(fallback.unwrap_or(node));
    match text::parse(value, Lines::One, Mode::Strict, &mut Vec::new()) {
        Ok(Some(name)) => return BlankFirstName::Fallback(name.into_owned()),
        Ok(None) | Err(_) => from.refuse(node, "expected a name in `fallback`"),
    }
    BlankFirstName::Issue
}

fn hints(from: &mut Reader<'_>, fields: NodeId, definitions: &Definitions) -> Vec<FieldHint> {
    let mut hints = Vec::new();
    let mut named = Vec::new();
    if !matches!(from.record.value(fields), Value::Object) {
        from.expected("an object", fields);
    }
    for (name, node) in from.record.children(fields) {
        let hint = from.inside(node, |from| FieldHint {
            separator: from.place("separator").and_then(|node| separator(from, node)),
            options: Options::new(from.texts("options")),
            date_formats: date_formats(from),
        });
        let Lookup::One(place) = definitions.find(name) else {
            from.refuse(node, "expected the key or the name of one custom field");
            continue;
        };
        if named.contains(&place) {
            from.refuse(node, "expected each custom field once, found this one again");
        }
        named.push(place);
        if hints.len() <= place {
            hints.resize_with(place + 1, FieldHint::default);
        }
        if let Some(place) = hints.get_mut(place) {
            *place = hint;
        }
    }
    hints
}

/// It may be a tab or a line break.
fn separator(from: &mut Reader<'_>, node: NodeId) -> Option<String> {
    let text = from.any_text_at(node);
    if text == Some("") {
        from.refuse(node, "expected a separator, found an empty text");
    }
    text.map(str::to_owned)
}
