//! What can be said of a mapping before a record is seen.

use crate::issue::Path;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Whether a mapping can be used in spite of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It can't.
    Error,
    /// It can.
    Warning,
}

/// What was found in a mapping or in the definitions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiagnosticCode {
    /// No field and no definition has this name.
    UnknownTarget,
    /// Several definitions share this name.
    AmbiguousTarget {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Something else already feeds this field.
    DuplicateTarget,
    /// `$.a[`, or an empty text.
    InvalidPath,
    /// No directive has this name.
    UnknownDirective,
    /// Two directives on one object.
    SeveralDirectives,
    /// The directive has no such property.
    UnknownProperty,
    /// The directive lacks a property that it needs.
    MissingProperty {
        /// Its name.
        name: &'static str,
    },
    /// Something else than the mapping language has at this place.
    InvalidArgument {
        /// What was expected.
        expected: String,
    },
    /// What is made here can't become the field's type.
    IncompatibleType {
        /// What is made.
        gives: &'static str,
        /// What the field takes.
        takes: &'static str,
    },
    /// The headers have no such column.
    UnknownColumn {
        /// Whether another source stands in for it.
        optional: bool,
    },
    /// Nothing feeds the first name, and a blank one is refused.
    FirstNameNotFed,
    /// Nothing reads this column.
    UnusedColumn,
    /// `@each` inside `@each`.
    NestedEach,
    /// More expressions, or deeper ones, than a mapping can have.
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much there may be.
        max: usize,
    },
    /// A version of the language that this library does not know.
    UnsupportedVersion,
    /// The definition's type is newer than this library.
    UnsupportedType {
        /// The type's name.
        name: String,
    },
    /// Another definition has the same key, and counts.
    DuplicateKey,
    /// Several definitions share the name.
    SharedName,
    /// The name reads like a field that every contact has.
    ShadowedName,
}

impl DiagnosticCode {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownTarget => "unknown_target",
            Self::AmbiguousTarget { .. } => "ambiguous_target",
            Self::DuplicateTarget => "duplicate_target",
            Self::InvalidPath => "invalid_path",
            Self::UnknownDirective => "unknown_directive",
            Self::SeveralDirectives => "several_directives",
            Self::UnknownProperty => "unknown_property",
            Self::MissingProperty { .. } => "missing_property",
            Self::InvalidArgument { .. } => "invalid_argument",
            Self::IncompatibleType { .. } => "incompatible_type",
            Self::UnknownColumn { .. } => "unknown_column",
            Self::FirstNameNotFed => "first_name_not_fed",
            Self::UnusedColumn => "unused_column",
            Self::NestedEach => "nested_each",
            Self::TooLarge { .. } => "mapping_too_large",
            Self::UnsupportedVersion => "unsupported_version",
            Self::UnsupportedType { .. } => "unsupported_type",
            Self::DuplicateKey => "duplicate_key",
            Self::SharedName => "shared_name",
            Self::ShadowedName => "shadowed_name",
        }
    }

    /// Whether the mapping can be used in spite of it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownTarget
            | Self::AmbiguousTarget { .. }
            | Self::DuplicateTarget
            | Self::InvalidPath
            | Self::UnknownDirective
            | Self::SeveralDirectives
            | Self::UnknownProperty
            | Self::MissingProperty { .. }
            | Self::InvalidArgument { .. }
            | Self::IncompatibleType { .. }
            | Self::UnknownColumn { optional: false }
            | Self::NestedEach
            | Self::TooLarge { .. }
            | Self::UnsupportedVersion => Severity::Error,
            Self::UnsupportedType { .. }
            | Self::UnknownColumn { optional: true }
            | Self::FirstNameNotFed
            | Self::UnusedColumn
            | Self::DuplicateKey
            | Self::SharedName
            | Self::ShadowedName => Severity::Warning,
        }
    }
}

impl fmt::Display for DiagnosticCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownTarget => "expected the name of a field or the key or name of a custom field",
            Self::AmbiguousTarget { .. } => {
                "expected the key of one custom field, found a name that several share"
            }
            Self::DuplicateTarget => "expected one source for this field, found a second",
            Self::InvalidPath => "expected a path such as `address.city` or `$.phones[0]['the number']`",
            Self::UnknownDirective => "expected a directive of the mapping language",
            Self::SeveralDirectives => "expected one directive and nothing beside it; put one into the other",
            Self::UnknownProperty => "expected a property that the directive has",
            Self::MissingProperty { name } => return write!(f, "expected the property `{name}`, found none"),
            Self::InvalidArgument { expected } => return write!(f, "expected {expected}"),
            Self::IncompatibleType { gives, takes } => {
                return write!(f, "expected what can become {takes}, found {gives}");
            }
            Self::UnknownColumn { .. } => "expected one of the columns",
            Self::FirstNameNotFed => {
                "nothing feeds the first name, so that every record will be refused; `blankFirstName` can say otherwise"
            }
            Self::UnusedColumn => "nothing reads this column",
            Self::NestedEach => "expected no `@each` inside another",
            Self::TooLarge { what, max } => return write!(f, "expected at most {max} {what}, found more"),
            Self::UnsupportedVersion => "expected version 1 of the mapping language",
            Self::UnsupportedType { name } => {
                return write!(f, "expected a type that this version knows, found `{name}`; its values will be refused");
            }
            Self::DuplicateKey => "expected each key once; the first definition counts",
            Self::SharedName => "several custom fields share this name; use their keys",
            Self::ShadowedName => {
                "a column of this name feeds the field that every contact has; use the key in `customFields`"
            }
        })
    }
}

/// One thing that was found in a mapping or in the definitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub code: DiagnosticCode,
    /// The target, the key or the column that it is about.
    pub target: String,
    /// The path or column that it is about, where it is one.
    pub source: Option<String>,
    /// Where in the mapping; empty for what is not found there.
    pub path: Path,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}

impl Diagnostic {
    /// Nothing reads a column.
    pub(super) fn unused(name: &str, suggestions: Vec<String>) -> Self {
        Self {
            code: DiagnosticCode::UnusedColumn,
            target: name.to_owned(),
            source: Some(name.to_owned()),
            path: Path::default(),
            suggestions,
        }
    }
}
