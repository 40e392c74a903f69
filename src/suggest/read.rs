//! Which field each column feeds: its name is asked first, its samples may object, and speak where the name is
//! silent.

use super::content::{Content, are_ids};
use super::header;
use super::profile::{Known, Profile};
use super::words::Meaning;
use super::{Reason, Sampled, Sheet};
use crate::definition::{Definitions, FieldType, Lookup};
use crate::draft::Single;
use crate::field::source::{parse_source, parse_user_id};
use crate::field::url::parse_source_url;
use crate::field::{Mode, Outcome};
use crate::issue::Remark;
use crate::name::{fold, is_near};
use crate::phone::Region;
use crate::record::Value;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A column that feeds something.
pub(super) struct Fed<'a> {
    pub(super) header: &'a str,
    pub(super) feed: Feed,
    /// Of e-mail addresses, phone numbers and addresses.
    pub(super) label: String,
    /// `2` in `E-mail 2 - Value`.
    pub(super) number: Option<u32>,
    /// What stands between several values.
    pub(super) separator: &'static str,
    pub(super) content: Content,
    pub(super) score: u8,
    pub(super) reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feed {
    Meaning(Meaning),
    Metadata(Single),
    /// The place of a definition.
    Custom(usize),
}

/// The fields that a column can name to the letter, and what they hold.
const FIELDS: [(&str, Feed); 14] = [
    ("firstName", Feed::Meaning(Meaning::FirstName)),
    ("lastName", Feed::Meaning(Meaning::LastName)),
    ("company", Feed::Meaning(Meaning::Company)),
    ("role", Feed::Meaning(Meaning::Role)),
    ("emails", Feed::Meaning(Meaning::Email)),
    ("email", Feed::Meaning(Meaning::Email)),
    ("phoneNumbers", Feed::Meaning(Meaning::Phone)),
    ("phoneNumber", Feed::Meaning(Meaning::Phone)),
    ("phones", Feed::Meaning(Meaning::Phone)),
    ("phone", Feed::Meaning(Meaning::Phone)),
    ("externalId", Feed::Meaning(Meaning::Id)),
    ("source", Feed::Metadata(Single::Source)),
    ("sourceUrl", Feed::Metadata(Single::SourceUrl)),
    ("createdByUserId", Feed::Metadata(Single::CreatedByUserId)),
];

/// The columns that feed something, in their order.
pub(super) fn columns<'a>(
    sheet: &Sheet<'a>,
    profile: Option<&Profile>,
    definitions: &Definitions,
    country: Option<Region>,
) -> Vec<Fed<'a>> {
    let mut fed: Vec<Fed<'a>> = Vec::new();
    for (place, column) in sheet.columns.iter().enumerate() {
        let first = sheet.by_name.places(column.header).next() == Some(place);
        if first && !column.header.trim().is_empty() {
            fed.extend(one(column, profile, definitions, country));
        }
    }
    name_definitions(&mut fed, definitions);
    settle_names(&mut fed);
    fed
}

fn one<'a>(
    column: &Sampled<'a>,
    profile: Option<&Profile>,
    definitions: &Definitions,
    country: Option<Region>,
) -> Option<Fed<'a>> {
    let header = column.header;
    let mut fed = Fed {
        header,
        feed: Feed::Meaning(Meaning::Other),
        label: String::new(),
        number: None,
        separator: "",
        content: Content::of(column.values.iter().copied(), country),
        score: 100,
        reason: Reason::ExactName,
    };
    fed.separator = fed.content.separator;
    fed.content.zero_dates |= profile.is_some_and(|profile| profile.name == "outlook");
    let reading = header::read(header);
    fed.number = reading.as_ref().and_then(|reading| reading.number);
    let folded = fold(header);
    let field = FIELDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&folded));
    let custom = match definitions.find(header) {
        Lookup::One(place) => Some(place),
        Lookup::Several(_) | Lookup::None => None,
    };
    if let Some((_, feed)) = field.filter(|(name, _)| *name == header) {
        fed.feed = *feed;
    } else if let (Some(place), None) = (custom, field) {
        fed.feed = Feed::Custom(place);
    } else if let Some(Known { meaning, label, separator }) =
        profile.and_then(|profile| profile.column(header))
    {
        // A characteristic set of columns is believed, whatever stands in a few cells.
        fed.reason = Reason::Profile;
        (fed.feed, fed.label) = (Feed::Meaning(meaning), label);
        if !separator.is_empty() {
            fed.separator = separator;
        }
        let fits = meaning != Meaning::Id || are_ids(column.values.iter().copied());
        return (meaning != Meaning::Other && fits).then_some(fed);
    } else if let Some((_, feed)) = field {
        fed.feed = *feed;
    } else if let Some(reading) = reading.filter(|reading| !reading.is_similar) {
        (fed.feed, fed.label) = (Feed::Meaning(reading.meaning), reading.label);
        (fed.score, fed.reason) = (90, Reason::Synonym);
    } else if let Some(place) = similar(&folded, definitions) {
        fed.feed = Feed::Custom(place);
        (fed.score, fed.reason) = (70, Reason::SimilarName);
    } else if let Some(reading) = header::read(header) {
        (fed.feed, fed.label) = (Feed::Meaning(reading.meaning), reading.label);
        (fed.score, fed.reason) = (70, Reason::SimilarName);
    }
    if fed.feed != Feed::Meaning(Meaning::Other) && !contradicts(&fed, column, definitions) {
        if fed.is_confirmed(definitions) {
            fed.score += (100 - fed.score) / 2;
        }
        return Some(fed);
    }
    let meaning = fed.content.speaks().filter(|_| !header::is_strange(header))?;
    (fed.feed, fed.label) = (Feed::Meaning(meaning), String::new());
    (fed.score, fed.reason) = (60, Reason::Content);
    Some(fed)
}

/// Whether samples speak against what the name says.
fn contradicts(fed: &Fed<'_>, column: &Sampled<'_>, definitions: &Definitions) -> bool {
    type Room = for<'v> fn(&Value<'v>, Mode, &mut Vec<Remark>) -> Outcome<Cow<'v, str>>;
    let refused_by = |room: Room| {
        column.values.iter().any(|value| room(value, Mode::Lenient, &mut Vec::new()).is_err())
    };
    match fed.feed {
        Feed::Meaning(Meaning::Id) => {
            // Without samples only the field's own name is believed.
            let unseen = column.values.is_empty() && fed.reason != Reason::ExactName;
            unseen || !are_ids(column.values.iter().copied())
        }
        Feed::Meaning(meaning) => fed.content.contradicts(meaning),
        Feed::Metadata(Single::Source) => refused_by(parse_source),
        Feed::Metadata(Single::SourceUrl) => refused_by(parse_source_url),
        Feed::Metadata(_) => refused_by(parse_user_id),
        Feed::Custom(place) => definitions.as_slice().get(place).is_none_or(|definition| {
            matches!(definition.field_type, FieldType::Unknown(_))
                || fed.content.contradicts_type(&definition.field_type)
        }),
    }
}

impl Fed<'_> {
    /// Whether samples are what could hardly be anything else.
    fn is_confirmed(&self, definitions: &Definitions) -> bool {
        match self.feed {
            Feed::Meaning(Meaning::Email | Meaning::Phone) => {
                self.content.speaks().map(Feed::Meaning) == Some(self.feed)
            }
            Feed::Custom(place) => {
                let typed = |one: &FieldType| match one {
                    FieldType::Boolean | FieldType::Date | FieldType::Number | FieldType::Url => {
                        true
                    }
                    FieldType::Address
                    | FieldType::MultiSelect
                    | FieldType::String
                    | FieldType::Unknown(_) => false,
                };
                let definition = definitions.as_slice().get(place);
                self.content.filled > 0 && definition.is_some_and(|one| typed(&one.field_type))
            }
            Feed::Meaning(_) | Feed::Metadata(_) => false,
        }
    }
}

/// The definition whose name is off by a letter, of a longer one by two.
fn similar(folded: &str, definitions: &Definitions) -> Option<usize> {
    let limit = match folded.len() {
        ..5 => return None,
        5..12 => 1,
        _ => 2,
    };
    let near = |name: &str| is_near(folded, &fold(name), limit);
    let mut found = definitions.as_slice().iter().enumerate().filter(|(_, one)| near(&one.name));
    let (place, _) = found.next()?;
    found.next().is_none().then_some(place)
}

/// Columns with a meaning that no field of every contact has feed the custom field with that meaning:
/// `Birthday` feeds `Geburtstag`.
fn name_definitions(fed: &mut [Fed<'_>], definitions: &Definitions) {
    let meant = |meaning: &Meaning| {
        matches!(meaning, Meaning::Birthday | Meaning::Website | Meaning::Notes | Meaning::Address)
    };
    for (place, definition) in definitions.as_slice().iter().enumerate() {
        let Some(reading) = header::read(&definition.name).filter(|one| meant(&one.meaning)) else {
            continue;
        };
        if fed.iter().any(|one| one.feed == Feed::Custom(place)) {
            continue;
        }
        // An address may have parts: those are put together elsewhere.
        let whole =
            reading.meaning != Meaning::Address || definition.field_type != FieldType::Address;
        for one in fed.iter_mut() {
            let fits = one.feed == Feed::Meaning(reading.meaning)
                && !one.content.contradicts_type(&definition.field_type)
                && (reading.label.is_empty() || reading.label == one.label);
            if fits && whole {
                one.feed = Feed::Custom(place);
            }
        }
    }
}

/// `Name` beside `Vorname` is the family's, beside `Surname` the given one, and alone a full one.
fn settle_names(fed: &mut [Fed<'_>]) {
    let has = |wanted| fed.iter().any(|one| one.feed == Feed::Meaning(wanted));
    let (given, family) = (has(Meaning::FirstName), has(Meaning::LastName));
    for one in fed.iter_mut().filter(|one| one.reason != Reason::Profile) {
        let spaced = one.content.is_spaced();
        if one.feed == Feed::Meaning(Meaning::Name) {
            if given && !family && !spaced {
                one.feed = Feed::Meaning(Meaning::LastName);
            } else if family && !given {
                one.feed = Feed::Meaning(Meaning::FirstName);
            }
        } else if one.feed == Feed::Meaning(Meaning::FamilyOrName) {
            let full = family || (!given && spaced);
            one.feed = Feed::Meaning(if full { Meaning::Name } else { Meaning::LastName });
        }
    }
}
