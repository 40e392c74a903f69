//! What a caller configures: plain data, compiled into a mapper.

use super::{DiagnosticObject, Error};
use crate::definition::{Definitions, FieldDefinition, FieldType, Lookup};
use crate::field::Mode;
use crate::field::date::{DateFormat, TimeZone, Utc};
use crate::field::multi_select::Options;
use crate::field::number::DecimalMark;
use crate::field::text::{self, Lines};
use crate::mapper::Mapper;
use crate::mapping::{self, Diagnostic, Mapping, Unmapped};
use crate::payload::{BlankFirstName, FieldHint, Policy};
use crate::phone::{Level, Region};
use crate::record::Value;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// One custom field of the workspace, as the API describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Definition {
    /// What the API calls it.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// `address`, `boolean`, `date`, `multi-select`, `number`, `string` or `url`; another is kept.
    #[serde(rename = "type")]
    pub field_type: String,
}

impl From<FieldDefinition> for Definition {
    fn from(definition: FieldDefinition) -> Self {
        let field_type = definition.field_type.word().to_owned();
        Self { key: definition.key, name: definition.name, field_type }
    }
}

/// Definitions as a list, or as the API's answer holds them.
#[derive(Clone, Debug, Default)]
pub struct DefinitionsOption(Vec<Definition>);

/// Properties in the order in which the caller wrote them.
#[derive(Clone, Debug)]
pub struct Pairs<T>(Vec<(String, T)>);

/// What the caller knows of one custom field beyond its definition.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FieldOption {
    /// What stands between the options of a multi-select in one text.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub separator: Option<String>,
    /// The options of a multi-select.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub options: Vec<String>,
    /// The forms of dates: `MM/DD/YYYY`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub date_formats: Vec<String>,
}

/// How much a value may differ from its wire type.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ModeOption {
    /// What reads one way only is read.
    Lenient,
    /// Only the wire type is taken.
    Strict,
}

/// How much must be known about a phone number.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum LevelOption {
    /// It can be written as E.164.
    Shape,
    /// Its length fits its country.
    Possible,
    /// Its country has assigned it.
    Valid,
}

/// The decimal mark of the caller's locale.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum DecimalMarkOption {
    /// A point.
    #[serde(rename = ".")]
    Point,
    /// A comma.
    #[serde(rename = ",")]
    Comma,
}

/// What a blank first name becomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum BlankFirstNameOption {
    /// An issue.
    Issue,
    /// Null.
    Null,
    /// Another name.
    Fallback(String),
}

/// What becomes of a column that no field takes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum UnmappedOption {
    /// It stands against the record.
    Issue,
    /// The caller is told.
    Warning,
    /// The caller knows.
    Ignore,
}

/// How records become contacts.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MapperOptions {
    /// The workspace's custom fields.
    #[cfg_attr(
        feature = "wasm",
        tsify(optional, type = "readonly Definition[] | { readonly data: readonly Definition[] }")
    )]
    pub definitions: DefinitionsOption,
    /// `{ target: "source.path" }`; without it a record is read by its own names.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Readonly<Record<string, string>>"))]
    pub mapping: Option<Pairs<String>>,
    /// The ISO 3166-1 code of the country whose phone numbers come without a calling code.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub country: Option<String>,
    /// ISO 3166-1 codes of where else numbers may come from; for suggestions only.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "readonly string[]"))]
    pub likely_countries: Vec<String>,
    /// How much must be known about a phone number: `valid` unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub level: Option<LevelOption>,
    /// The IANA zone whose midnight a date without a time means: UTC unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub time_zone: Option<String>,
    /// How much a value may differ from its wire type: `lenient` unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub mode: Option<ModeOption>,
    /// A BCP 47 tag, for words such as `ja` and `oui`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub locale: Option<String>,
    /// What `1,234` means; taken from the locale where there is one.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub decimal_mark: Option<DecimalMarkOption>,
    /// The forms of dates that are read besides ISO: `MM/DD/YYYY`.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "readonly string[]"))]
    pub date_formats: Vec<String>,
    /// What a blank first name becomes: an issue unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub blank_first_name: Option<BlankFirstNameOption>,
    /// What becomes of a column that no field takes: an issue unless said otherwise.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub unmapped: Option<UnmappedOption>,
    /// By key or name of a custom field.
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Readonly<Record<string, FieldOption>>"))]
    pub fields: Pairs<FieldOption>,
}

impl MapperOptions {
    /// Reads options from JSON text.
    ///
    /// # Errors
    /// `{"contry":"US"}`: no such option; `{"mode":"loose"}`: no such mode.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|error| {
            // Where in the text is of no use to somebody who wrote an object.
            let mut what = error.to_string();
            what.truncate(what.rfind(" at line ").unwrap_or(what.len()));
            Error::InvalidOptions(what)
        })
    }

    /// The mapper, and what was said while it was compiled.
    pub(super) fn compile(
        self,
        zone: Option<Box<dyn TimeZone>>,
    ) -> Result<(Mapper, Vec<DiagnosticObject>), Error> {
        let list = self.definitions.0.into_iter().map(|one| FieldDefinition {
            field_type: FieldType::from_word(&one.field_type),
            key: one.key,
            name: one.name,
        });
        let definitions = Definitions::new(list.collect());
        let unmapped = match self.unmapped {
            None | Some(UnmappedOption::Issue) => Unmapped::Issue,
            Some(UnmappedOption::Warning) => Unmapped::Warning,
            Some(UnmappedOption::Ignore) => Unmapped::Ignore,
        };
        let mapping = match &self.mapping {
            None => Ok(Mapping::automatic(&definitions, unmapped)),
            Some(Pairs(pairs)) => {
                let pairs = pairs.iter().map(|(target, source)| (target.as_str(), source.as_str()));
                Mapping::compile(pairs, &definitions, unmapped)
            }
        };
        let mapping = mapping.map_err(|all| Error::InvalidMapping(objects(&all)))?;
        let policy = Policy {
            mode: match self.mode {
                None | Some(ModeOption::Lenient) => Mode::Lenient,
                Some(ModeOption::Strict) => Mode::Strict,
            },
            country: self.country.as_deref().map(region).transpose()?,
            likely_countries: self
                .likely_countries
                .iter()
                .map(|code| region(code))
                .collect::<Result<_, _>>()?,
            level: match self.level {
                Some(LevelOption::Shape) => Level::Shape,
                Some(LevelOption::Possible) => Level::Possible,
                None | Some(LevelOption::Valid) => Level::Valid,
            },
            time_zone: time_zone(self.time_zone, zone)?,
            date_formats: date_formats(&self.date_formats)?,
            decimal_mark: self.decimal_mark.map(|mark| match mark {
                DecimalMarkOption::Point => DecimalMark::Point,
                DecimalMarkOption::Comma => DecimalMark::Comma,
            }),
            language: self
                .locale
                .map(|tag| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()),
            blank_first_name: match self.blank_first_name {
                None | Some(BlankFirstNameOption::Issue) => BlankFirstName::Issue,
                Some(BlankFirstNameOption::Null) => BlankFirstName::Null,
                Some(BlankFirstNameOption::Fallback(name)) => fallback(&name)?,
            },
            hints: hints(self.fields, &definitions)?,
        };
        let diagnostics = objects(&mapping::diagnose(&definitions));
        Ok((Mapper { definitions, mapping, policy }, diagnostics))
    }
}

/// Reads an ISO 3166-1 code.
pub(super) fn region(code: &str) -> Result<Region, Error> {
    Region::from_code(code).ok_or_else(|| Error::UnknownCountry(code.to_owned()))
}

fn time_zone(
    name: Option<String>,
    zone: Option<Box<dyn TimeZone>>,
) -> Result<Option<Box<dyn TimeZone>>, Error> {
    match (name, zone) {
        (None, _) => Ok(None),
        (Some(name), _) if name == "UTC" => Ok(Some(Box::new(Utc))),
        (Some(_), Some(zone)) => Ok(Some(zone)),
        (Some(name), None) => Err(Error::UnknownTimeZone(name)),
    }
}

fn fallback(name: &str) -> Result<BlankFirstName, Error> {
    let value = Value::Text(name.into());
    if let Ok(Some(name)) = text::parse(&value, Lines::One, Mode::Strict, &mut Vec::new()) {
        return Ok(BlankFirstName::Fallback(name));
    }
    Err(Error::InvalidOptions(
        "expected a name in `blankFirstName.fallback`, found none".to_owned(),
    ))
}

fn date_formats(patterns: &[String]) -> Result<Vec<DateFormat>, Error> {
    let compile = |pattern: &String| {
        DateFormat::compile(pattern).map_err(|error| {
            Error::InvalidOptions(format!("in the date format `{pattern}`: {error}"))
        })
    };
    patterns.iter().map(compile).collect()
}

fn hints(
    Pairs(fields): Pairs<FieldOption>,
    definitions: &Definitions,
) -> Result<Vec<FieldHint>, Error> {
    let mut hints = Vec::new();
    let mut named = Vec::new();
    for (name, field) in fields {
        let Lookup::One(place) = definitions.find(&name) else {
            let what = format!("expected the key of a custom field in `fields`, found `{name}`");
            return Err(Error::InvalidOptions(what));
        };
        if field.separator.as_deref() == Some("") {
            let what = format!("expected a separator for `{name}`, found an empty text");
            return Err(Error::InvalidOptions(what));
        }
        if named.contains(&place) {
            let what = format!("expected each custom field once in `fields`, found `{name}` again");
            return Err(Error::InvalidOptions(what));
        }
        named.push(place);
        if hints.len() <= place {
            hints.resize_with(place + 1, FieldHint::default);
        }
        if let Some(hint) = hints.get_mut(place) {
            let date_formats = date_formats(&field.date_formats)?;
            *hint = FieldHint {
                separator: field.separator,
                options: Options::new(field.options),
                date_formats,
            };
        }
    }
    Ok(hints)
}

fn objects(diagnostics: &[Diagnostic]) -> Vec<DiagnosticObject> {
    diagnostics.iter().map(DiagnosticObject::from).collect()
}

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<T>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

impl<'de> Deserialize<'de> for DefinitionsOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Answer {
            data: Vec<Definition>,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = DefinitionsOption;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of definitions, or the API's answer with `data`")
            }

            fn visit_unit<E>(self) -> Result<DefinitionsOption, E> {
                Ok(DefinitionsOption::default())
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                seq: A,
            ) -> Result<DefinitionsOption, A::Error> {
                let list = Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(seq))?;
                Ok(DefinitionsOption(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DefinitionsOption, A::Error> {
                let Answer { data } =
                    Answer::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(DefinitionsOption(data))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
