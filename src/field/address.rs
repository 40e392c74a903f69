//! The custom type `address`: one text, or parts that are joined to one.

use super::text::{self, Lines};
use super::{Mode, Outcome};
use crate::issue::Remark;
use crate::name::fold;
use crate::pieces::{self, is_among};
use crate::record::{Value, trim};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A part of an address, in the order in which the parts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Street and number.
    Street,
    /// Floor, unit, building.
    Street2,
    /// City or town.
    City,
    /// State, province or region.
    Region,
    /// Postal code.
    PostalCode,
    /// Country.
    Country,
}

impl Part {
    /// All of them, in the order of the post.
    pub const ALL: [Self; 6] =
        [Self::Street, Self::Street2, Self::City, Self::Region, Self::PostalCode, Self::Country];

    /// The part with this name, as forms and CRMs call it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = fold(name);
        NAMES.iter().find(|(_, names)| is_among(names, &name)).map(|(part, _)| *part)
    }
}

/// What forms and CRMs call the parts, folded.
const NAMES: [(Part, &str); 6] = [
    (Part::Street, "street street1 streetaddress address address1 addressline1 line1"),
    (Part::Street2, "street2 address2 addressline2 line2 unit"),
    (Part::City, "city town locality"),
    (Part::Region, "region state province county"),
    (Part::PostalCode, "postalcode postcode zip zipcode"),
    (Part::Country, "country"),
];

/// Reads an address that is one text; its lines are joined by commas.
///
/// # Errors
/// What [`text::parse`] refuses.
pub fn parse<'v>(value: &Value<'v>, mode: Mode, notes: &mut Vec<Remark>) -> Outcome<Cow<'v, str>> {
    let Some(text) = text::parse(value, Lines::Many, mode, notes)? else { return Ok(None) };
    if !text.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) {
        return Ok(Some(text));
    }
    let mut lines = Vec::new();
    for line in text.split(&['\n', '\r'][..]) {
        let line = trim(line).trim_end_matches(',');
        if !line.is_empty() {
            lines.push(line);
        }
    }
    Ok(Some(pieces::join(&lines, ", ").into()))
}

/// Joins the parts in the order of the post: region and postal code by a space, all else by commas.
#[must_use]
pub fn join(parts: &[(Part, Cow<'_, str>)]) -> String {
    let in_order = Part::ALL.iter().flat_map(|part| parts.iter().filter(move |one| one.0 == *part));
    let mut joined = String::new();
    let mut before = None;
    for (part, text) in in_order {
        match (before, part) {
            (None, _) => {}
            (Some(Part::Region), Part::PostalCode) => joined.push(' '),
            (Some(_), _) => joined.push_str(", "),
        }
        joined.push_str(text);
        before = Some(*part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[test]
    fn one_text() {
        let said =
            |input: &str, mode| verdict(|notes| parse(&text(input), mode, notes)).replace('"', "");
        assert_eq!(said(" 1 Main St, Springfield ", Mode::Strict), "1 Main St, Springfield");
        assert_eq!(
            said("1 Main St,\r\nSpringfield\n\nIL 62701", Mode::Strict),
            "1 Main St, Springfield, IL 62701"
        );
        assert_eq!(said("\n", Mode::Lenient), "null");
        assert_eq!(said("a\u{1}", Mode::Lenient), "!control_character");
    }

    #[test]
    fn parts_are_joined_in_the_order_of_the_post() {
        let parts = |rows: &[(&str, &str)]| {
            let parts =
                rows.iter().map(|(name, text)| (Part::from_name(name).unwrap(), (*text).into()));
            join(&parts.collect::<Vec<_>>())
        };
        let joined = parts(&[
            ("zip", "62701"),
            ("State", "IL"),
            ("Street Address", "1 Main St"),
            ("city", "Springfield"),
            ("country", "US"),
        ]);
        assert_eq!(joined, "1 Main St, Springfield, IL 62701, US");
        assert_eq!(parts(&[("postal_code", "10115"), ("city", "Berlin")]), "Berlin, 10115");
        assert_eq!(parts(&[]), "");
        assert_eq!(Part::from_name("planet"), None);
    }
}
