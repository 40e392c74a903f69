//! What a caller configures: plain data, compiled into a mapper.

use super::Error;
use super::reader::{Reader, expected, items, pairs, refuse, text};
use crate::definition::{Definitions, FieldDefinition, FieldType, Lookup};
use crate::field::Mode;
use crate::field::date::{DateFormat, TimeZone, Utc};
use crate::field::multi_select::Options;
use crate::field::number::DecimalMark;
use crate::field::text::{self, Lines};
use crate::json::{Json, object};
use crate::mapping::Unmapped;
use crate::phone::{Level, Region};
use crate::policy::{BlankFirstName, FieldHint, Policy};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// One custom field of the workspace, as the API describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Definition {
    /// What the API calls it.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// `address`, `boolean`, `date`, `multi-select`, `number`, `string` or `url`; another is kept.
    #[cfg_attr(feature = "wasm", serde(rename = "type"))]
    pub field_type: String,
}

impl From<Definition> for FieldDefinition {
    fn from(definition: Definition) -> Self {
        let field_type = FieldType::from_word(&definition.field_type);
        Self { key: definition.key, name: definition.name, field_type }
    }
}

impl From<FieldDefinition> for Definition {
    fn from(definition: FieldDefinition) -> Self {
        let field_type = definition.field_type.word().to_owned();
        Self { key: definition.key, name: definition.name, field_type }
    }
}

/// What the caller knows of one custom field beyond its definition.
#[derive(Debug, Default)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct FieldOption {
    /// What stands between the options of a multi-select in one text.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub separator: Option<String>,
    /// The options of a multi-select.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub options: Vec<String>,
    /// The forms of dates: `MM/DD/YYYY`.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "string[]"))]
    pub date_formats: Vec<DateFormat>,
}

/// How records become contacts.
#[derive(Debug, Default)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct MapperOptions {
    /// The workspace's custom fields.
    #[cfg_attr(
        feature = "wasm",
        tsify(optional, type = "readonly Definition[] | { readonly data: readonly Definition[] }")
    )]
    pub definitions: Vec<Definition>,
    /// What feeds each field, in the mapping language; without it a record is read by its own names.
    #[cfg(feature = "contact")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "unknown"))]
    pub mapping: Option<NodeId>,
    /// The columns that the records have: a mapping that reads another one is refused.
    #[cfg(feature = "contact")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "readonly string[]"))]
    pub headers: Option<Vec<String>>,
    /// The ISO 3166-1 code of the country whose phone numbers come without a calling code.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "string"))]
    pub country: Option<Region>,
    /// ISO 3166-1 codes of where else numbers may come from; for suggestions only.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "readonly string[]"))]
    pub likely_countries: Vec<Region>,
    /// How much must be known about a phone number: `valid` unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "\"shape\" | \"possible\" | \"valid\""))]
    pub level: Option<Level>,
    /// The IANA zone whose midnight a date without a time means: UTC unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub time_zone: Option<String>,
    /// How much a value may differ from its wire type: `lenient` unless said otherwise. `strict` takes only
    /// the wire type.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "\"lenient\" | \"strict\""))]
    pub mode: Option<Mode>,
    /// A BCP 47 tag, for words such as `ja` and `oui`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub locale: Option<String>,
    /// What `1,234` means; taken from the locale where there is one.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "\".\" | \",\""))]
    pub decimal_mark: Option<DecimalMark>,
    /// The forms of dates that are read besides ISO: `MM/DD/YYYY`.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "readonly string[]"))]
    pub date_formats: Vec<DateFormat>,
    /// What a blank first name becomes: an issue unless said otherwise.
    #[cfg_attr(
        feature = "wasm",
        tsify(optional, type = "\"issue\" | \"null\" | { fallback: string }")
    )]
    pub blank_first_name: Option<BlankFirstName>,
    /// What becomes of a column that no field takes: an issue unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "\"issue\" | \"warning\" | \"ignore\""))]
    pub unmapped: Option<Unmapped>,
    /// By key or name of a custom field.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Readonly<Record<string, FieldOption>>"))]
    pub fields: Vec<(String, FieldOption)>,
}

const MODES: [(&str, Mode); 2] = [("lenient", Mode::Lenient), ("strict", Mode::Strict)];
const MARKS: [(&str, DecimalMark); 2] = [(".", DecimalMark::Point), (",", DecimalMark::Comma)];
const LEVELS: [(&str, Level); 3] =
    [("shape", Level::Shape), ("possible", Level::Possible), ("valid", Level::Valid)];
const UNMAPPED: [(&str, Unmapped); 3] =
    [("issue", Unmapped::Issue), ("warning", Unmapped::Warning), ("ignore", Unmapped::Ignore)];

/// Options, read: what a mapper is made of.
pub(super) struct Settings {
    pub(super) definitions: Definitions,
    pub(super) policy: Policy,
    pub(super) unmapped: Unmapped,
}

impl MapperOptions {
    /// Reads options as the host wrote them.
    ///
    /// # Errors
    /// `{ contry: "US" }`: no such option; `{ mode: "loose" }`: no such mode; `{ country: 1 }`: no text.
    pub fn read(record: &Record<'_>) -> Result<Self, Error> {
        let mut from = Reader::new(record, Record::ROOT)?;
        let texts = |record, node| items(record, node, owned);
        let formats = |record, node| items(record, node, date_format);
        let options = Self {
            definitions: from.read("definitions", definitions)?.unwrap_or_default(),
            #[cfg(feature = "contact")]
            mapping: from.read("mapping", |_, node| Ok(node))?,
            #[cfg(feature = "contact")]
            headers: from.read("headers", |record, node| items(record, node, header))?,
            country: from.read("country", country)?,
            likely_countries: from
                .read("likelyCountries", |record, node| items(record, node, country))?
                .unwrap_or_default(),
            level: from.word("level", &LEVELS)?,
            time_zone: from.read("timeZone", owned)?,
            mode: from.word("mode", &MODES)?,
            locale: from.read("locale", owned)?,
            decimal_mark: from.word("decimalMark", &MARKS)?,
            date_formats: from.read("dateFormats", formats)?.unwrap_or_default(),
            blank_first_name: from.read("blankFirstName", blank_first_name)?,
            unmapped: from.word("unmapped", &UNMAPPED)?,
            fields: from
                .read("fields", |record, node| {
                    let fields = pairs(record, node, |record, node| {
                        let mut from = Reader::new(record, node)?;
                        let field = FieldOption {
                            separator: from.read("separator", separator)?,
                            options: from.read("options", texts)?.unwrap_or_default(),
                            date_formats: from.read("dateFormats", formats)?.unwrap_or_default(),
                        };
                        from.finish().map(|()| field)
                    })?;
                    Ok(fields.into_iter().map(|(name, field)| (name.to_owned(), field)).collect())
                })?
                .unwrap_or_default(),
        };
        from.finish().map(|()| options)
    }

    /// What a mapper is made of, but for the mapping.
    pub(super) fn settings(
        self,
        zones: impl FnOnce(&str) -> Option<Box<dyn TimeZone>>,
    ) -> Result<Settings, Error> {
        let list = self.definitions.into_iter().map(FieldDefinition::from);
        let definitions = Definitions::new(list.collect());
        let unmapped = self.unmapped.unwrap_or_default();
        let locale_mark = match &self.locale {
            None => None,
            Some(tag) => Some(DecimalMark::of_locale(tag).ok_or_else(|| Error::InvalidOption {
                option: "locale".to_owned(),
                what: "expected a BCP 47 tag such as `de-DE`".to_owned(),
            })?),
        };
        let policy = Policy {
            mode: self.mode.unwrap_or_default(),
            country: self.country,
            likely_countries: self.likely_countries,
            level: self.level.unwrap_or_default(),
            time_zone: self.time_zone.map(|name| time_zone(&name, zones)).transpose()?,
            date_formats: self.date_formats,
            decimal_mark: self.decimal_mark.or(locale_mark),
            language: self
                .locale
                .map(|tag| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()),
            blank_first_name: self.blank_first_name.unwrap_or_default(),
            hints: hints(self.fields, &definitions)?,
        };
        Ok(Settings { definitions, policy, unmapped })
    }
}

fn owned(record: &Record<'_>, node: NodeId) -> Result<String, Error> {
    text(record, node).map(str::to_owned)
}

#[cfg(feature = "contact")]
/// Columns are called as they are called, control characters and all.
pub(super) fn header(record: &Record<'_>, node: NodeId) -> Result<String, Error> {
    let name = record.value(node).as_text().ok_or_else(|| expected("text", record, node))?;
    Ok(name.to_owned())
}

/// A list, or the API's answer that holds one.
pub(super) fn definitions(record: &Record<'_>, node: NodeId) -> Result<Vec<Definition>, Error> {
    let list = record.property(node, "data").unwrap_or(node);
    if !matches!(record.value(list), Value::List) {
        return Err(expected(
            "an array of definitions, or the API's answer with `data`",
            record,
            list,
        ));
    }
    items(record, list, |record, node| {
        let part = |name| {
            let what =
                || refuse(record, node, ["expected a definition with `", name, "`"].concat());
            text(record, record.property(node, name).ok_or_else(what)?).map(str::to_owned)
        };
        Ok(Definition { key: part("key")?, name: part("name")?, field_type: part("type")? })
    })
}

pub(super) fn country(record: &Record<'_>, node: NodeId) -> Result<Region, Error> {
    region(text(record, node)?)
}

fn date_format(record: &Record<'_>, node: NodeId) -> Result<DateFormat, Error> {
    let compiled = DateFormat::compile(text(record, node)?);
    compiled.map_err(|error| refuse(record, node, error.text()))
}

/// It may be a tab or a line break.
fn separator(record: &Record<'_>, node: NodeId) -> Result<String, Error> {
    match record.value(node).as_text() {
        Some("") => Err(refuse(record, node, "expected a separator, found an empty text")),
        Some(text) => Ok(text.to_owned()),
        None => Err(expected("text", record, node)),
    }
}

/// `issue`, `null`, or `{ fallback: "Friend" }`.
fn blank_first_name(record: &Record<'_>, node: NodeId) -> Result<BlankFirstName, Error> {
    match record.value(node).as_text() {
        Some("issue") => return Ok(BlankFirstName::Issue),
        Some("null") => return Ok(BlankFirstName::Null),
        Some(_) => return Err(refuse(record, node, "expected `issue`, `null` or `{ fallback }`")),
        None => {}
    }
    let mut from = Reader::new(record, node)?;
    let name = from.read("fallback", |record, node| {
        match text::parse(record.value(node), Lines::One, Mode::Strict, &mut Vec::new()) {
            Ok(Some(name)) => Ok(name.into_owned()),
            Ok(None) | Err(_) => Err(refuse(record, node, "expected a name, found none")),
        }
    })?;
    from.finish()?;
    let name = name.ok_or_else(|| refuse(record, node, "expected a name in `fallback`"))?;
    Ok(BlankFirstName::Fallback(name))
}

/// Reads an ISO 3166-1 code.
pub(super) fn region(code: &str) -> Result<Region, Error> {
    Region::from_code(code).ok_or_else(|| Error::UnknownCountry(code.to_owned()))
}

fn time_zone(
    name: &str,
    zones: impl FnOnce(&str) -> Option<Box<dyn TimeZone>>,
) -> Result<Box<dyn TimeZone>, Error> {
    if name == "UTC" {
        return Ok(Box::new(Utc));
    }
    zones(name).ok_or_else(|| Error::UnknownTimeZone(name.to_owned()))
}

fn hints(
    fields: Vec<(String, FieldOption)>,
    definitions: &Definitions,
) -> Result<Vec<FieldHint>, Error> {
    let mut hints = Vec::new();
    let mut named = Vec::new();
    for (name, field) in fields {
        let refuse = |what: &str| Error::InvalidOption {
            option: ["fields.", &name].concat(),
            what: what.to_owned(),
        };
        let Lookup::One(place) = definitions.find(&name) else {
            return Err(refuse("expected the key or the name of one custom field"));
        };
        if named.contains(&place) {
            return Err(refuse("expected each custom field once, found this one again"));
        }
        named.push(place);
        if hints.len() <= place {
            hints.resize_with(place + 1, FieldHint::default);
        }
        if let Some(hint) = hints.get_mut(place) {
            let FieldOption { separator, options, date_formats } = field;
            *hint = FieldHint { separator, options: Options::new(options), date_formats };
        }
    }
    Ok(hints)
}

impl Json for Definition {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("key", Some(&self.key)),
                ("name", Some(&self.name)),
                ("type", Some(&self.field_type)),
            ],
        );
    }
}
