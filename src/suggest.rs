//! A mapping for a table that nobody has described: by the names of its columns, and by what samples hold.
//!
//! A name counts for what it says in seven languages, unless the samples say something else. Nothing is
//! guessed where it would change a value: the order of day and month, and the decimal mark, are declared only
//! where samples prove them. What comes out is a mapping for a person to look at, and each row that has but a
//! phone number or an e-mail address becomes a contact by it.

mod address;
mod assemble;
mod content;
mod expression;
mod header;
mod profile;
mod read;
mod words;

use crate::definition::Definitions;
use crate::name::Index;
use crate::phone::Region;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// More columns than this are no table of contacts.
pub const MOST_COLUMNS: usize = 2_000;

/// So many samples say as much as all of them.
pub const MOST_SAMPLES: usize = 100;

/// So many columns of one field are worth a look.
const MOST_SOURCES: usize = 4;

/// There are more columns than [`MOST_COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyColumns;

impl core::fmt::Display for TooManyColumns {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "expected at most {MOST_COLUMNS} columns, found more")
    }
}

impl core::error::Error for TooManyColumns {}

/// The columns of a table, with samples of what they hold.
///
/// ```
/// use quo_contacts::suggest::Sheet;
/// use quo_contacts::{Definitions, Record};
///
/// let mut sheet = Sheet::new(["Vorname", "Telefon (mobil)"]).unwrap();
/// let row = Record::from_json(r#"{"Vorname": "Ada", "Telefon (mobil)": "+49 151 23456789"}"#).unwrap();
/// sheet.add(&row, Record::ROOT);
/// let suggestion = sheet.suggest(&Definitions::default(), None);
/// let targets: Vec<_> = suggestion.targets.iter().map(|one| one.target.as_str()).collect();
/// assert_eq!(targets, ["firstName", "phoneNumbers"]);
/// assert!(suggestion.mapping.contains(r#"{"label":"mobile","value":"Telefon (mobil)"}"#));
/// ```
#[derive(Debug, Default)]
pub struct Sheet<'a> {
    columns: Vec<Sampled<'a>>,
    by_name: Index,
    samples: usize,
    repeated: Vec<String>,
}

/// A column and its samples, a missing one as null.
#[derive(Debug)]
struct Sampled<'a> {
    header: &'a str,
    values: Vec<&'a Value<'a>>,
}

/// A mapping, and why it is this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The export that the columns tell, by name.
    pub profile: Option<&'static str>,
    /// The mapping, as JSON.
    pub mapping: String,
    /// What is fed, in the order of the mapping; each item of a list by itself.
    pub targets: Vec<Suggested>,
    /// The columns that feed nothing.
    pub unused: Vec<String>,
    /// Columns that have the name of an earlier one: of those a record holds one value.
    pub repeated: Vec<String>,
}

/// One field, and the columns that feed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// As a mapping names it: `firstName`, `emails`, `customFields.tier`.
    pub target: String,
    /// The likeliest first.
    pub sources: Vec<String>,
    /// How sure the first of them is, of 100.
    pub score: u8,
    /// What speaks for the first of them.
    pub reason: Reason,
}

/// What speaks for a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is a column of the export.
    Profile,
    /// It is called like the field, but for case, spaces, `_` and `-`.
    ExactName,
    /// Its name means the field.
    Synonym,
    /// Its name is nearly the field's.
    SimilarName,
    /// Its samples are what the field holds.
    Content,
}

impl Reason {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::ExactName => "exact_name",
            Self::Synonym => "synonym",
            Self::SimilarName => "similar_name",
            Self::Content => "content",
        }
    }
}

impl<'a> Sheet<'a> {
    /// The columns of a table, in their order.
    ///
    /// # Errors
    /// More than 2,000 columns.
    pub fn new(headers: impl IntoIterator<Item = &'a str>) -> Result<Self, TooManyColumns> {
        let headers: Vec<&str> = headers.into_iter().take(MOST_COLUMNS + 1).collect();
        if headers.len() > MOST_COLUMNS {
            return Err(TooManyColumns);
        }
        let by_name: Index = headers.iter().map(|header| (*header).to_owned()).collect();
        let is_first = |place: usize, header: &str| by_name.places(header).next() == Some(place);
        let repeated =
            headers.iter().enumerate().filter(|(place, header)| !is_first(*place, header));
        let repeated = repeated.map(|(_, header)| (*header).to_owned()).collect();
        let columns = headers.iter().map(|header| Sampled { header, values: Vec::new() }).collect();
        Ok(Self { columns, by_name, samples: 0, repeated })
    }

    /// Takes the object at a place as a sample; after the first 100 none is looked at.
    pub fn add(&mut self, record: &'a Record<'a>, object: NodeId) {
        if self.samples >= MOST_SAMPLES {
            return;
        }
        self.samples += 1;
        for (name, node) in record.children(object) {
            let place = self.by_name.places(name).next();
            if let Some(column) = place.and_then(|place| self.columns.get_mut(place)) {
                column.values.resize(self.samples - 1, &Value::Null);
                column.values.push(record.value(node));
            }
        }
        for column in &mut self.columns {
            column.values.resize(self.samples, &Value::Null);
        }
    }

    /// The mapping that the columns ask for; `country` is where phone numbers without a calling code are at
    /// home.
    #[must_use]
    pub fn suggest(&self, definitions: &Definitions, country: Option<Region>) -> Suggestion {
        let profile = profile::recognize(self.columns.iter().map(|column| column.header));
        let columns = read::columns(self, profile, definitions, country);
        let (mapping, targets) = assemble::mapping(&columns, definitions);
        let is_used = |place: usize, header: &str| {
            self.by_name.places(header).next() == Some(place)
                && targets.iter().any(|one| one.sources.iter().any(|source| source == header))
        };
        let unused = self.columns.iter().enumerate();
        let unused = unused.filter(|(place, column)| !is_used(*place, column.header));
        let unused = unused.map(|(_, column)| column.header.to_owned()).collect();
        Suggestion {
            profile: profile.map(|profile| profile.name),
            mapping,
            targets,
            unused,
            repeated: self.repeated.clone(),
        }
    }
}
