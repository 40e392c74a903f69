//! What an expression makes, and whether a field can take it: seen before any record is.

use super::expression::{Expression, Literal, Otherwise};
use crate::definition::{Definitions, FieldType};
use crate::draft::{ItemList, Single};
use crate::field::{Mode, boolean, date, email, multi_select, number, phone, source, url};
use crate::mapping::target::{ItemPart, Target};
use crate::policy::Policy;
use crate::record::Value;
use alloc::vec::Vec;

/// What an expression makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Whatever the record holds.
    Any,
    Null,
    Text,
    Number,
    Boolean,
    List,
    Date,
    Phone,
    Address,
}

impl Kind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Null => "null",
            Self::Text => "text",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::List => "a list",
            Self::Date => "a date",
            Self::Phone => "a phone number",
            Self::Address => "an address",
        }
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Text,
    /// A field with rules of its own.
    Single(Single),
    Url,
    Number,
    Boolean,
    /// Of which forms, the hint at this place may know.
    Date(usize),
    /// A list of options; which ones, the hint at this place may know.
    Options(usize),
    Address,
    /// One item, or several.
    Email {
        several: bool,
    },
    Phone {
        several: bool,
    },
    /// Of a type that this version does not know: its values are refused as they come.
    Unknown,
}

impl Class {
    pub(super) fn of(target: &Target, definitions: &Definitions) -> Self {
        match target {
            Target::Single(field) => Self::Single(*field),
            Target::Slot { part: ItemPart::Name, .. } => Self::Text,
            Target::Slot { list, part: ItemPart::Value, .. } => Self::item(*list, false),
            Target::Items { list, .. } => Self::item(*list, true),
            Target::Custom(place) => match definitions.as_slice().get(*place) {
                None => Self::Unknown,
                Some(definition) => match definition.field_type {
                    FieldType::Address => Self::Address,
                    FieldType::Boolean => Self::Boolean,
                    FieldType::Date => Self::Date(*place),
                    FieldType::MultiSelect => Self::Options(*place),
                    FieldType::Number => Self::Number,
                    FieldType::String => Self::Text,
                    FieldType::Url => Self::Url,
                    FieldType::Unknown(_) => Self::Unknown,
                },
            },
        }
    }

    fn item(list: ItemList, several: bool) -> Self {
        match list {
            ItemList::Emails => Self::Email { several },
            ItemList::PhoneNumbers => Self::Phone { several },
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Text | Self::Single(_) => "text",
            Self::Url => "a web address",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Date(_) => "a date",
            Self::Options(_) => "a list of options",
            Self::Address => "an address",
            Self::Email { .. } => "an e-mail address",
            Self::Phone { .. } => "a phone number",
            Self::Unknown => "anything",
        }
    }

    fn takes(self, kind: Kind) -> bool {
        let also = match self {
            Self::Unknown => return true,
            Self::Url | Self::Single(Single::SourceUrl) => &[][..],
            Self::Text | Self::Single(_) => return kind != Kind::List,
            Self::Number => &[Kind::Number],
            Self::Boolean => &[Kind::Boolean, Kind::Number],
            Self::Date(_) => &[Kind::Date],
            Self::Options(_) => &[Kind::List, Kind::Phone],
            Self::Address => &[Kind::Address],
            Self::Email { several: true } => &[Kind::List],
            Self::Email { several: false } => &[],
            Self::Phone { several: true } => &[Kind::List, Kind::Phone, Kind::Number],
            Self::Phone { several: false } => &[Kind::Phone, Kind::Number],
        };
        matches!(kind, Kind::Any | Kind::Null | Kind::Text) || also.contains(&kind)
    }

    /// Whether the field's own room refuses a value that stands in the mapping.
    fn refuses(self, value: &Value<'_>, policy: &Policy) -> bool {
        let (mode, notes) = (Mode::Lenient, &mut Vec::new());
        match self {
            Self::Text
            | Self::Address
            | Self::Unknown
            | Self::Single(Single::FirstName | Single::LastName | Single::Company | Single::Role) => {
                false
            }
            Self::Single(Single::Source) => source::parse_source(value, mode, notes).is_err(),
            Self::Single(Single::ExternalId) => {
                source::parse_external_id(value, mode, notes).is_err()
            }
            Self::Single(Single::CreatedByUserId) => {
                source::parse_user_id(value, mode, notes).is_err()
            }
            Self::Single(Single::SourceUrl) => url::parse_source_url(value, mode, notes).is_err(),
            Self::Options(place) => {
                let options = policy.hints.get(place).map(|hint| &hint.options);
                multi_select::parse_option(value, options, false, mode, notes).is_err()
            }
            Self::Url => url::parse(value, mode, notes).is_err(),
            Self::Number => number::parse(value, policy.decimal_mark, mode, notes).is_err(),
            Self::Boolean => boolean::parse(value, policy.language.as_deref(), mode).is_err(),
            Self::Date(place) => {
                let context = policy.date_context(policy.hints.get(place));
                date::parse(value, context, mode, notes).is_err()
            }
            Self::Email { .. } => email::parse(value, mode, notes).is_err(),
            Self::Phone { .. } => phone::parse(value, policy.phone_context(), mode, notes).is_err(),
        }
    }
}

/// What is made that the field can't take; each kind once.
pub(super) fn misfits(expression: &Expression, class: Class, policy: &Policy) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut leaf = |kind: Kind, literal: Option<&Value<'_>>| {
        let word = if !class.takes(kind) {
            kind.word()
        } else if literal.is_some_and(|value| class.refuses(value, policy)) {
            "a literal that can't"
        } else {
            return;
        };
        if !words.contains(&word) {
            words.push(word);
        }
    };
    leaves(expression, &mut leaf);
    words
}

/// Everything that an expression may come to.
fn leaves<'e>(expression: &'e Expression, leaf: &mut dyn FnMut(Kind, Option<&'e Value<'static>>)) {
    match expression {
        Expression::Path(_) => leaf(Kind::Any, None),
        Expression::Literal(literal) => of_literal(literal, leaf),
        Expression::Template(_)
        | Expression::Join { .. }
        | Expression::Split { index: Some(_), .. } => leaf(Kind::Text, None),
        Expression::First(all) => all.iter().for_each(|one| leaves(one, leaf)),
        Expression::If(one) => {
            leaves(&one.then, leaf);
            if let Some(otherwise) = &one.otherwise {
                leaves(otherwise, leaf);
            }
        }
        Expression::Split { index: None, .. } | Expression::Each(_) => leaf(Kind::List, None),
        Expression::Lookup(lookup) => {
            // Gone through once: lookups in lookups would double the way each time.
            let mut values = Vec::new();
            leaves(&lookup.value, &mut |kind, literal| values.push((kind, literal)));
            // What is looked up in a list stays one.
            let list = values.iter().any(|(kind, _)| *kind == Kind::List);
            let mut found = |kind, literal: Option<&'e Value<'static>>| {
                leaf(if list { Kind::List } else { kind }, literal.filter(|_| !list));
            };
            lookup.table.iter().for_each(|(_, literal)| of_literal(literal, &mut found));
            match &lookup.otherwise {
                Otherwise::Issue => {}
                Otherwise::Value => values.into_iter().for_each(|(kind, one)| leaf(kind, one)),
                Otherwise::Expression(one) => leaves(one, leaf),
            }
        }
        Expression::Change { value, .. } => each(value, Kind::Text, leaf),
        Expression::Phone { value, .. } => each(value, Kind::Phone, leaf),
        Expression::Date { value, .. } => each(value, Kind::Date, leaf),
        Expression::Number { value, .. } => each(value, Kind::Number, leaf),
        Expression::Address(_) => leaf(Kind::Address, None),
    }
}

/// What is done to each item of a list makes a list.
fn each<'e>(
    value: &'e Expression,
    kind: Kind,
    leaf: &mut dyn FnMut(Kind, Option<&'e Value<'static>>),
) {
    leaves(value, &mut |inner, _| {
        leaf(if inner == Kind::List { Kind::List } else { kind }, None);
    });
}

fn of_literal<'e>(literal: &'e Literal, leaf: &mut dyn FnMut(Kind, Option<&'e Value<'static>>)) {
    let value = match literal {
        Literal::One(value) => value,
        Literal::List(values) => {
            leaf(Kind::List, None);
            return values.iter().for_each(|value| leaf(Kind::List, Some(value)));
        }
    };
    let kind = match value {
        Value::Null | Value::Undefined => Kind::Null,
        Value::Boolean(_) => Kind::Boolean,
        Value::Number(_) | Value::NumberText(_) | Value::NotFinite => Kind::Number,
        Value::Text(_) | Value::MalformedText(_) => Kind::Text,
        Value::Date(_) => Kind::Date,
        Value::List | Value::Object | Value::Foreign(_) | Value::Unreadable(_) => Kind::Any,
    };
    leaf(kind, Some(value));
}
