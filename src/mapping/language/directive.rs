//! The directives of the mapping language: their names, and what each of them takes.
//!
//! One table for all who need to know: the compiler, the JSON Schema and the tests of the documentation.
//! The names are those of Segment's mapping-kit where the meaning is the same.

/// What a property of a directive takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A column, a path or a directive.
    Expression,
    /// An array of expressions.
    Expressions,
    /// An expression or an array of them.
    OneOrMore,
    /// A path: `$.a['b c'][0].d`.
    Path,
    /// Text, a number, a boolean, null, or an array of these.
    Literal,
    /// Text with places: `{{First Name}}`.
    Template,
    /// Text.
    Text,
    /// What an e-mail address or a phone number is called.
    Label,
    /// Text of one character at least.
    Separator,
    /// A whole number from 0.
    Index,
    /// An object of literals.
    Table,
    /// An expression, or null.
    Fallback,
    /// `"issue"`, `"value"`, null, or a directive.
    Otherwise,
    /// An array of forms of dates: `DD.MM.YYYY`.
    DateFormats,
    /// An ISO 3166-1 code, or an expression.
    Country,
    /// A BCP 47 tag.
    Locale,
}

/// A property of a directive.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// `separator`
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it may be left out.
    pub optional: bool,
}

/// What stands behind a directive's name.
#[derive(Clone, Copy, Debug)]
pub enum Argument {
    /// One thing: `{"@path": "$.a"}`.
    Alone(Takes),
    /// Properties: `{"@split": {"value": "Tags", "separator": ";"}}`; with `short`, an expression alone stands
    /// for `value`.
    Properties {
        /// Whether `{"@phone": "Mobile"}` is enough.
        short: bool,
        /// All there are.
        properties: &'static [Property],
    },
}

/// A directive.
#[derive(Clone, Copy, Debug)]
pub struct Directive {
    /// `@split`
    pub name: &'static str,
    /// Which of them it is.
    pub(super) word: Word,
    /// What it takes.
    pub argument: Argument,
}

/// The directives, as the compiler tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Path,
    Literal,
    Template,
    First,
    If,
    Split,
    Join,
    Lookup,
    Each,
    Trim,
    Lower,
    Upper,
    Replace,
    NameGiven,
    NameFamily,
    Phone,
    Date,
    Number,
    Address,
}

const fn needs(name: &'static str, takes: Takes) -> Property {
    Property { name, takes, optional: false }
}

const fn may(name: &'static str, takes: Takes) -> Property {
    Property { name, takes, optional: true }
}

const fn alone(name: &'static str, word: Word, takes: Takes) -> Directive {
    Directive { name, word, argument: Argument::Alone(takes) }
}

const fn full(name: &'static str, word: Word, properties: &'static [Property]) -> Directive {
    Directive { name, word, argument: Argument::Properties { short: false, properties } }
}

const fn short(name: &'static str, word: Word, properties: &'static [Property]) -> Directive {
    Directive { name, word, argument: Argument::Properties { short: true, properties } }
}

const VALUE: Property = needs("value", Takes::Expression);
const LABEL: Property = may("label", Takes::Label);
const NAME: Property = may("name", Takes::Expression);

/// The properties of an e-mail address or a phone number.
pub const ITEM: [Property; 3] = [LABEL, NAME, VALUE];

/// Those of `@each`; a label and a name belong to e-mail addresses and phone numbers.
pub(super) const EACH: [Property; 4] = [needs("in", Takes::Expression), VALUE, LABEL, NAME];

/// All of them.
pub const DIRECTIVES: [Directive; 19] = [
    alone("@path", Word::Path, Takes::Path),
    alone("@literal", Word::Literal, Takes::Literal),
    alone("@template", Word::Template, Takes::Template),
    alone("@first", Word::First, Takes::Expressions),
    full(
        "@if",
        Word::If,
        &[
            may("exists", Takes::Expression),
            may("blank", Takes::Expression),
            needs("then", Takes::Expression),
            may("else", Takes::Fallback),
        ],
    ),
    full(
        "@split",
        Word::Split,
        &[VALUE, needs("separator", Takes::Separator), may("index", Takes::Index)],
    ),
    full(
        "@join",
        Word::Join,
        &[needs("values", Takes::OneOrMore), needs("separator", Takes::Text)],
    ),
    full(
        "@lookup",
        Word::Lookup,
        &[VALUE, needs("table", Takes::Table), may("else", Takes::Otherwise)],
    ),
    full("@each", Word::Each, &EACH),
    alone("@trim", Word::Trim, Takes::Expression),
    alone("@lower", Word::Lower, Takes::Expression),
    alone("@upper", Word::Upper, Takes::Expression),
    full(
        "@replace",
        Word::Replace,
        &[VALUE, needs("pattern", Takes::Separator), needs("replacement", Takes::Text)],
    ),
    alone("@nameGiven", Word::NameGiven, Takes::Expression),
    alone("@nameFamily", Word::NameFamily, Takes::Expression),
    short("@phone", Word::Phone, &[VALUE, may("country", Takes::Country)]),
    short("@date", Word::Date, &[VALUE, may("formats", Takes::DateFormats)]),
    short("@number", Word::Number, &[VALUE, may("locale", Takes::Locale)]),
    full(
        "@address",
        Word::Address,
        &[
            may("street", Takes::Expression),
            may("street2", Takes::Expression),
            may("city", Takes::Expression),
            may("region", Takes::Expression),
            may("postalCode", Takes::Expression),
            may("country", Takes::Expression),
        ],
    ),
];
