//! Columns of addresses: the parts of each address find each other, and one custom field.

use super::MOST_SOURCES;
use super::expression::Expression;
use super::header;
use super::read::{Fed, Feed};
use super::words::Meaning;
use crate::definition::{Definitions, FieldType};
use crate::field::address::Part;
use alloc::borrow::ToOwned;
use alloc::vec::Vec;

/// The columns of one address.
#[derive(Default)]
struct Group<'a> {
    label: &'a str,
    number: Option<u32>,
    parts: Vec<(Part, &'a Fed<'a>)>,
    /// The whole address in one column.
    whole: Option<&'a Fed<'a>>,
}

/// The custom fields that addresses feed: the place of each, what feeds it, and from which columns.
pub(super) fn fed<'a>(
    columns: &'a [Fed<'a>],
    definitions: &Definitions,
) -> Vec<(usize, Expression, Vec<&'a Fed<'a>>)> {
    let groups = groups(columns);
    let free = definitions.as_slice().iter().enumerate().filter(|(place, definition)| {
        let named = columns.iter().any(|column| column.feed == Feed::Custom(*place));
        let counts = definitions.by_key(&definition.key) == Some(*place);
        definition.field_type == FieldType::Address && counts && !named
    });
    let free: Vec<_> = free.collect();
    let mut fed = Vec::new();
    for (place, definition) in &free {
        let label = header::read(&definition.name).map(|reading| reading.label).unwrap_or_default();
        // One field takes the first address there is; of several each takes what is called like it.
        let own = groups.iter().filter(|group| group.label == label || free.len() == 1);
        let mut columns: Vec<&Fed<'_>> = Vec::new();
        let mut sources = Vec::new();
        let (same, others): (Vec<_>, Vec<_>) = own.partition(|group| group.label == label);
        for group in same.into_iter().chain(others).take(MOST_SOURCES) {
            if let Some(source) = group.expression() {
                sources.push(source);
                columns.extend(group.parts.iter().map(|(_, column)| *column));
                columns.extend(group.whole);
            }
        }
        if let Some(source) = Expression::first(sources) {
            fed.push((*place, source, columns));
        }
    }
    fed
}

fn groups<'a>(columns: &'a [Fed<'a>]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for column in columns {
        let part = match column.feed {
            Feed::Meaning(Meaning::Address) => None,
            Feed::Meaning(Meaning::Part(part)) => Some(part),
            Feed::Meaning(_) | Feed::Metadata(_) | Feed::Custom(_) => continue,
        };
        // The number of a second line is none of the address.
        let number =
            column.number.filter(|_| !column.header.ends_with(|c: char| c.is_ascii_digit()));
        let same = |group: &Group<'_>| group.label == column.label && group.number == number;
        let place = groups.iter().position(same).unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(Group { label: &column.label, number, ..Group::default() });
        }
        let Some(group) = groups.get_mut(place) else { continue };
        match part {
            Some(part) if group.parts.iter().all(|(known, _)| *known != part) => {
                group.parts.push((part, column));
            }
            Some(_) => {}
            None => group.whole = group.whole.or(Some(column)),
        }
    }
    for group in &mut groups {
        // `Address`, `City`: the street is meant.
        let has = |wanted| group.parts.iter().any(|(part, _)| *part == wanted);
        if has(Part::City) && !has(Part::Street) {
            let street = group.whole.take().map(|column| (Part::Street, column));
            group.parts.extend(street);
        }
    }
    groups
}

impl Group<'_> {
    /// `None` for a country or a region alone, which is no address.
    fn expression(&self) -> Option<Expression> {
        let column = |column: &Fed<'_>| Expression::Column(column.header.to_owned());
        let is_place = |part: &Part| matches!(part, Part::Street | Part::City | Part::PostalCode);
        let mut parts = Vec::new();
        for part in Part::ALL {
            let found = self.parts.iter().find(|(known, _)| *known == part);
            parts.extend(found.map(|(_, one)| (part, column(one))));
        }
        let parts =
            self.parts.iter().any(|(part, _)| is_place(part)).then_some(Expression::Address(parts));
        Expression::first(parts.into_iter().chain(self.whole.map(column)).collect())
    }
}
