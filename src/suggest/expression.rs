//! What a suggested mapping says, as JSON of the mapping language.

use crate::field::address::Part;
use crate::json::{Json, object};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// The source of a value.
#[derive(Debug)]
pub(super) enum Expression {
    Column(String),
    /// An explicit null: a first name that may be missing.
    Null,
    First(Vec<Self>),
    Given(Box<Self>),
    Family(Box<Self>),
    Words(Vec<Self>),
    IfBlank {
        blank: Box<Self>,
        then: Box<Self>,
    },
    Split {
        value: Box<Self>,
        separator: &'static str,
        index: Option<usize>,
    },
    /// Without the signs that mark something.
    Without {
        value: Box<Self>,
        pattern: &'static str,
    },
    /// A label, in lower case where it is a common one.
    Label(Box<Self>),
    /// A date of Outlook, whose zeros are none.
    NoZeros(Box<Self>),
    Date {
        value: Box<Self>,
        formats: Vec<String>,
    },
    Number {
        value: Box<Self>,
        locale: &'static str,
    },
    Address(Vec<(Part, Self)>),
    Items(Vec<Item>),
}

/// An e-mail address or a phone number.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) label: String,
    pub(super) name: Option<Expression>,
    pub(super) value: Expression,
}

impl Expression {
    /// The first that is not blank.
    pub(super) fn first(mut of: Vec<Self>) -> Option<Self> {
        if of.len() > 1 { Some(Self::First(of)) } else { of.pop() }
    }

    /// Several values of one cell.
    pub(super) fn split(self, separator: &'static str) -> Self {
        if separator.is_empty() {
            return self;
        }
        Self::Split { value: Box::new(self), separator, index: None }
    }
}

/// The labels that all have in common are written in lower case, another one as it is.
const LABELS: &str = r#","table":{"work":"work","home":"home","mobile":"mobile","main":"main","other":"other"},"else":"value"}}"#;

impl Json for Expression {
    fn write(&self, out: &mut String) {
        let mut one = |name: &str, value: &dyn Json| object(out, &[(name, Some(value))]);
        match self {
            // `$.x` is a path, unless it is quoted.
            Self::Column(name) if name.starts_with('$') => {
                let name = name.replace('\\', "\\\\").replace('\'', "\\'");
                ["$['", &name, "']"].concat().write(out);
            }
            Self::Column(name) => name.write(out),
            Self::Null => out.push_str(r#"{"@literal":null}"#),
            Self::First(of) => one("@first", of),
            Self::Given(of) => one("@nameGiven", of),
            Self::Family(of) => one("@nameFamily", of),
            Self::Words(values) => {
                one("@join", &Members(&[("values", Some(values)), ("separator", Some(&" "))]));
            }
            Self::IfBlank { blank, then } => {
                one("@if", &Members(&[("blank", Some(blank)), ("then", Some(then))]));
            }
            Self::Split { value, separator, index } => one(
                "@split",
                &Members(&[
                    ("value", Some(value)),
                    ("separator", Some(separator)),
                    ("index", index.as_ref().map(|index| index as &dyn Json)),
                ]),
            ),
            Self::Without { value, pattern } => one(
                "@replace",
                &Members(&[
                    ("value", Some(value)),
                    ("pattern", Some(pattern)),
                    ("replacement", Some(&"")),
                ]),
            ),
            Self::Label(value) => {
                out.push_str(r#"{"@lookup":{"value":"#);
                value.write(out);
                out.push_str(LABELS);
            }
            Self::NoZeros(value) => {
                out.push_str(r#"{"@lookup":{"value":"#);
                value.write(out);
                out.push_str(r#","table":{"0/0/00":null},"else":"value"}}"#);
            }
            Self::Date { value, formats } => {
                one("@date", &Members(&[("value", Some(value)), ("formats", Some(formats))]));
            }
            Self::Number { value, locale } => {
                one("@number", &Members(&[("value", Some(value)), ("locale", Some(locale))]));
            }
            Self::Address(parts) => {
                let parts: Vec<_> = parts
                    .iter()
                    .map(|(part, value)| (name(*part), Some(value as &dyn Json)))
                    .collect();
                one("@address", &Members(&parts));
            }
            Self::Items(items) => items.write(out),
        }
    }
}

impl Json for Box<Expression> {
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }
}

impl Json for Item {
    fn write(&self, out: &mut String) {
        if self.label.is_empty() && self.name.is_none() {
            return self.value.write(out);
        }
        let label = (!self.label.is_empty()).then_some(&self.label as &dyn Json);
        let name = self.name.as_ref().map(|name| name as &dyn Json);
        object(out, &[("label", label), ("name", name), ("value", Some(&self.value))]);
    }
}

/// An object inside another.
struct Members<'a>(&'a [(&'a str, Option<&'a dyn Json>)]);

impl Json for Members<'_> {
    fn write(&self, out: &mut String) {
        object(out, self.0);
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Street => "street",
        Part::Street2 => "street2",
        Part::City => "city",
        Part::Region => "region",
        Part::PostalCode => "postalCode",
        Part::Country => "country",
    }
}
