//! What a value should have been, what it was, and why it could not be read: words for codes and messages.

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// A date.
    Date,
    /// An array of texts.
    TextList,
    /// One value, neither array nor object.
    Scalar,
    /// An array.
    List,
    /// An object.
    Object,
}

impl Expected {
    /// The word for it in messages and `params`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::TextList => "array of texts",
            Self::Scalar => "single value",
            Self::List => "array",
            Self::Object => "object",
        }
    }
}

/// What a record held instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// JSON's null or nothing.
    Null,
    /// Text.
    Text,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// A date object of the host.
    Date,
    /// An array.
    List,
    /// An object.
    Object,
    /// A value of the host that is no data: a function, a file, a symbol.
    Foreign,
}

impl Found {
    /// The word for it in messages and `params`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::List => "array",
            Self::Object => "object",
            Self::Foreign => "unsupported value",
        }
    }
}

/// Why the host could not hand a part of the record over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Reading it threw.
    Getter,
    /// Nested deeper than any record.
    Depth,
    /// More values than any record.
    Size,
}

impl Unreadable {
    /// The word for it in messages and `params`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Getter => "getter",
            Self::Depth => "depth",
            Self::Size => "size",
        }
    }
}
