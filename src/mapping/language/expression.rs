//! A mapping once it is compiled: what each field is fed with.

use super::source::SourcePath;
use crate::field::address;
use crate::field::date::DateFormat;
use crate::field::number::DecimalMark;
use crate::mapping::target::Target;
use crate::name::Index;
use crate::phone::Region;
use crate::record::Value;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// A field and what feeds it.
#[derive(Clone, Debug)]
pub(in crate::mapping) struct Rule {
    pub(super) target: Target,
    pub(super) feed: Feed,
}

#[derive(Clone, Debug)]
pub(super) enum Feed {
    Value(Expression),
    Items(Vec<ItemFeed>),
}

/// What feeds a list: one item, or one for each value of a list.
#[derive(Clone, Debug)]
pub(super) struct ItemFeed {
    /// The items of this, each with the paths of the others reaching into it.
    pub(super) each: Option<Expression>,
    pub(super) label: Option<String>,
    pub(super) name: Option<Expression>,
    pub(super) value: Expression,
}

#[derive(Clone, Debug)]
pub(super) enum Expression {
    Path(SourcePath),
    Literal(Literal),
    Template(Vec<Piece>),
    First(Vec<Expression>),
    If(Box<If>),
    Split { value: Box<Expression>, separator: String, index: Option<usize> },
    Join { values: Vec<Expression>, separator: String },
    Lookup(Box<Lookup>),
    Each(Box<Each>),
    Change { value: Box<Expression>, change: Change },
    Phone { value: Box<Expression>, country: Option<Country> },
    Date { value: Box<Expression>, formats: Vec<DateFormat> },
    Number { value: Box<Expression>, mark: Option<DecimalMark> },
    Address(Vec<(address::Part, Expression)>),
}

/// A value that stands in the mapping itself.
#[derive(Clone, Debug)]
pub(super) enum Literal {
    One(Value<'static>),
    List(Vec<Value<'static>>),
}

/// A part of a template.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(String),
    Place(SourcePath),
}

/// A list, and what is made of each of its items.
#[derive(Clone, Debug)]
pub(super) struct Each {
    pub(super) list: Expression,
    pub(super) value: Expression,
}

#[derive(Clone, Debug)]
pub(super) struct If {
    pub(super) condition: Condition,
    pub(super) subject: Expression,
    pub(super) then: Expression,
    pub(super) otherwise: Option<Expression>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// Something is there that is not null.
    Exists,
    /// Nothing is there but white space.
    Blank,
}

#[derive(Clone, Debug)]
pub(super) struct Lookup {
    pub(super) value: Expression,
    /// What the table holds, and under which words.
    pub(super) table: Vec<(String, Literal)>,
    /// The places in the table, by the word and by the word in lower case.
    pub(super) by_word: Index,
    pub(super) by_lower: Index,
    pub(super) otherwise: Otherwise,
}

/// What becomes of a value that is not in the table.
#[derive(Clone, Debug)]
pub(super) enum Otherwise {
    Issue,
    /// It stays as it is.
    Value,
    Expression(Expression),
}

/// What is done to a text.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Trim,
    Lower,
    Upper,
    Replace { pattern: String, replacement: String },
    NameGiven,
    NameFamily,
}

impl Change {
    /// The directive's name.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Trim => "@trim",
            Self::Lower => "@lower",
            Self::Upper => "@upper",
            Self::Replace { .. } => "@replace",
            Self::NameGiven => "@nameGiven",
            Self::NameFamily => "@nameFamily",
        }
    }
}

/// Where a phone number is at home.
#[derive(Clone, Debug)]
pub(super) enum Country {
    Fixed(Region),
    /// Its code stands in the record.
    Read(Box<Expression>),
}
