//! What can be said of a mapping before a record is seen.

use std::fmt;

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
    /// An empty path.
    InvalidPath,
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
            | Self::InvalidPath => Severity::Error,
            Self::UnsupportedType { .. }
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
            Self::InvalidPath => "expected a path such as `address.city` or `phones[0].value`",
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
    /// The target or the key that it is about.
    pub target: String,
    /// The source path of the target, in a mapping.
    pub source: Option<String>,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}
