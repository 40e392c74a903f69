//! The mapping that the columns make together.

use super::MOST_SOURCES;
use super::expression::{Expression, Item};
use super::read::{Fed, Feed};
use super::words::{List, Meaning};
use super::{Reason, Suggested, address};
use crate::column::Verdict;
use crate::definition::{Definitions, FieldType};
use crate::draft::Single;
use crate::field::number::DecimalMark;
use crate::json::{Json, object};
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// So many columns of e-mail addresses, or of phone numbers, and so many custom fields keep a mapping within
/// its bounds.
const MOST_ITEMS: usize = 50;
const MOST_CUSTOM: usize = 100;

struct Assembly<'a> {
    columns: &'a [Fed<'a>],
    mapping: Vec<(String, Expression)>,
    targets: Vec<Suggested>,
}

/// The mapping as JSON, and what it feeds.
pub(super) fn mapping(columns: &[Fed<'_>], definitions: &Definitions) -> (String, Vec<Suggested>) {
    let mut assembly = Assembly { columns, mapping: Vec::new(), targets: Vec::new() };
    assembly.names();
    for (single, meaning) in [(Single::Company, Meaning::Company), (Single::Role, Meaning::Role)] {
        let fed = assembly.of(Feed::Meaning(meaning));
        assembly.single(single.name().to_owned(), &fed, Fed::value);
    }
    assembly.items("emails", Meaning::Email, List::Emails);
    assembly.items("phoneNumbers", Meaning::Phone, List::Phones);
    assembly.custom(definitions);
    let id = assembly.of(Feed::Meaning(Meaning::Id));
    let id = id.get(..1).unwrap_or_default();
    assembly.single(Single::ExternalId.name().to_owned(), id, Fed::value);
    for single in [Single::Source, Single::SourceUrl, Single::CreatedByUserId] {
        let fed = assembly.of(Feed::Metadata(single));
        assembly.single(single.name().to_owned(), &fed, Fed::value);
    }
    let Assembly { mapping, targets, .. } = assembly;
    let mut members: Vec<(&str, Option<&dyn Json>)> = vec![("@version", Some(&1_u16))];
    members.extend(
        mapping.iter().map(|(target, source)| (target.as_str(), Some(source as &dyn Json))),
    );
    let mut out = String::new();
    object(&mut out, &members);
    (out, targets)
}

impl<'a> Assembly<'a> {
    /// The columns that feed the same, the likeliest first.
    fn of(&self, feed: Feed) -> Vec<&'a Fed<'a>> {
        let mut likely: Vec<&'a Fed<'a>> = Vec::new();
        for column in self.columns.iter().filter(|column| column.feed == feed) {
            let place = likely.iter().position(|other| other.score < column.score);
            likely.insert(place.unwrap_or(likely.len()), column);
            likely.truncate(MOST_SOURCES);
        }
        likely
    }

    fn target(&mut self, target: String, fed: &[&Fed<'_>]) {
        let Some(best) = fed.first() else { return };
        let sources = fed.iter().map(|column| column.header.to_owned()).collect();
        self.targets.push(Suggested { target, sources, score: best.score, reason: best.reason });
    }

    fn single(
        &mut self,
        target: String,
        fed: &[&'a Fed<'a>],
        value: impl Fn(&Fed<'a>) -> Expression,
    ) {
        if let Some(source) = Expression::first(fed.iter().map(|column| value(column)).collect()) {
            self.target(target.clone(), fed);
            self.mapping.push((target, source));
        }
    }

    /// First and last name: of columns of their own, and where those are blank of a full name. A first name may
    /// be missing: then it is null, because the phone number or the e-mail address still makes a contact.
    fn names(&mut self) {
        let [given, family, particle, full] =
            [Meaning::FirstName, Meaning::LastName, Meaning::Particle, Meaning::Name]
                .map(|meaning| self.of(Feed::Meaning(meaning)));
        let mut first: Vec<_> = given.iter().map(|column| column.value()).collect();
        let mut last: Vec<_> = family.iter().map(|column| column.value()).collect();
        if let (Some(particle), Some(name)) = (particle.first(), last.first_mut()) {
            let family = core::mem::replace(name, Expression::Null);
            *name = Expression::Words(vec![particle.value(), family]);
        }
        for column in &full {
            let (of_first, of_last) = column.full_name();
            // A name that has one of its parts in a column of its own must not give the other twice.
            let unless = |others: &[&Fed<'_>], then: Expression| match others.first() {
                Some(other) => {
                    Expression::IfBlank { blank: Box::new(other.value()), then: Box::new(then) }
                }
                None => then,
            };
            first.push(unless(&family, of_first));
            last.push(unless(&given, of_last));
        }
        first.push(Expression::Null);
        self.target(Single::FirstName.name().to_owned(), &[given, full.clone()].concat());
        self.target(
            Single::LastName.name().to_owned(),
            &[particles(&family, &particle), full].concat(),
        );
        let names = [(Single::FirstName, first), (Single::LastName, last)];
        for (single, sources) in names {
            let source = Expression::first(sources);
            self.mapping.extend(source.map(|source| (single.name().to_owned(), source)));
        }
    }

    /// Each column is an item, or several.
    fn items(&mut self, target: &str, meaning: Meaning, list: List) {
        let columns = self.columns;
        let of = |wanted| columns.iter().filter(move |column| column.feed == Feed::Meaning(wanted));
        let mut items = Vec::new();
        for column in of(meaning).take(MOST_ITEMS) {
            // `E-mail 1 - Label` names `E-mail 1 - Value`.
            let mut names = of(Meaning::Label(list));
            let name =
                names.find(|name| name.number == column.number && name.label == column.label);
            let label = |name: &Fed<'_>| {
                let bare = Expression::Without { value: Box::new(name.value()), pattern: "*" };
                Expression::Label(Box::new(bare))
            };
            items.push(Item {
                label: if name.is_some() { String::new() } else { column.label.clone() },
                name: name.map(label),
                value: column.value().split(column.separator),
            });
            self.target(target.to_owned(), &[&[column][..], name.as_slice()].concat());
        }
        if !items.is_empty() {
            self.mapping.push((target.to_owned(), Expression::Items(items)));
        }
    }

    fn custom(&mut self, definitions: &Definitions) {
        let mut addresses = address::fed(self.columns, definitions);
        let before = self.mapping.len();
        for (place, definition) in definitions.as_slice().iter().enumerate() {
            if self.mapping.len() - before == MOST_CUSTOM {
                break;
            }
            let target = ["customFields.", &definition.key].concat();
            if let Some(found) = addresses.iter().position(|(fed, ..)| *fed == place) {
                let (_, source, columns) = addresses.swap_remove(found);
                self.target(target.clone(), &columns);
                self.mapping.push((target, source));
                continue;
            }
            let fed = self.of(Feed::Custom(place));
            self.single(target, &fed, |column| column.typed(&definition.field_type));
        }
    }
}

fn particles<'a>(family: &[&'a Fed<'a>], particle: &[&'a Fed<'a>]) -> Vec<&'a Fed<'a>> {
    let particle = if family.is_empty() { &[] } else { particle.get(..1).unwrap_or_default() };
    [family, particle].concat()
}

impl Fed<'_> {
    /// The column as it is; what a CRM structures, its first part.
    fn value(&self) -> Expression {
        let column = Expression::Column(self.header.to_owned());
        match (self.feed, self.reason, self.separator) {
            (Feed::Meaning(Meaning::Company), Reason::Profile, separator @ ";") => {
                Expression::Split { value: Box::new(column), separator, index: Some(0) }
            }
            _ => column,
        }
    }

    /// Given and family name of a full one; a vCard's `N` has them in parts, the family's first.
    fn full_name(&self) -> (Expression, Expression) {
        let column = || Box::new(Expression::Column(self.header.to_owned()));
        if self.reason == Reason::Profile && self.separator == ";" {
            let part =
                |index| Expression::Split { value: column(), separator: ";", index: Some(index) };
            return (part(1), part(0));
        }
        (Expression::Given(column()), Expression::Family(column()))
    }

    /// The column as a field of this type takes it, with what its samples prove.
    fn typed(&self, field_type: &FieldType) -> Expression {
        let value = || Box::new(self.value());
        match field_type {
            FieldType::Date => {
                let value = if self.content.zero_dates {
                    Expression::NoZeros(value())
                } else {
                    self.value()
                };
                match self.content.column.date().map(|proof| proof.verdict) {
                    Some(Verdict::Proved { reading, .. }) => {
                        Expression::Date { value: Box::new(value), formats: reading }
                    }
                    Some(
                        Verdict::Unambiguous
                        | Verdict::Ambiguous { .. }
                        | Verdict::Contradictory { .. },
                    )
                    | None => value,
                }
            }
            FieldType::Number => match self.content.column.number().map(|proof| proof.verdict) {
                Some(Verdict::Proved { reading, .. }) => {
                    let locale = match reading {
                        DecimalMark::Point => "en-US",
                        DecimalMark::Comma => "de-DE",
                    };
                    Expression::Number { value: value(), locale }
                }
                Some(
                    Verdict::Unambiguous
                    | Verdict::Ambiguous { .. }
                    | Verdict::Contradictory { .. },
                )
                | None => self.value(),
            },
            FieldType::MultiSelect => match self.content.options() {
                // Google marks what it made itself.
                ":::" => {
                    let parts = Box::new(self.value().split(":::"));
                    Expression::Without { value: parts, pattern: "* " }
                }
                separator => self.value().split(separator),
            },
            FieldType::Address
            | FieldType::Boolean
            | FieldType::String
            | FieldType::Url
            | FieldType::Unknown(_) => self.value(),
        }
    }
}
