//! Misuse of the library, and answers that are no result: what is thrown.

use super::{DiagnosticObject, IssueObject};
use crate::endpoint::InvalidRequest;
use crate::issue::Report;
use crate::json::object;
use crate::operation::Failure;
use std::fmt;

/// Why there is no result at all. Bad data is never among the reasons.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// The phone metadata holds no such country.
    UnknownCountry(String),
    /// Nobody knows the zone.
    UnknownTimeZone(String),
    /// An option does not have the shape that is documented.
    InvalidOption {
        /// `mode`, `fields.tier.options[0]`; empty for the options as a whole.
        option: String,
        /// What was expected, and what was found.
        what: String,
    },
    /// The mapping can't be compiled.
    InvalidMapping(Vec<DiagnosticObject>),
    /// The mapper was freed, or belongs to another instance.
    UnknownHandle,
    /// What was to be sent is no contact.
    InvalidPayload(Report),
}

impl Error {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCountry(_) => "unknown_country",
            Self::UnknownTimeZone(_) => "unknown_time_zone",
            Self::InvalidOption { .. } => "invalid_options",
            Self::InvalidMapping(_) => "invalid_mapping",
            Self::UnknownHandle => "unknown_handle",
            Self::InvalidPayload(_) => "invalid_payload",
        }
    }

    /// What the error carries besides its message, as JSON; nothing for some.
    #[must_use]
    pub fn details(&self) -> Option<String> {
        let mut out = String::new();
        match self {
            Self::InvalidMapping(diagnostics) => {
                object(&mut out, &[("diagnostics", Some(diagnostics))]);
            }
            Self::InvalidPayload(report) => {
                let issues: Vec<_> = report.issues.iter().map(IssueObject::from).collect();
                object(&mut out, &[("issues", Some(&issues))]);
            }
            Self::InvalidOption { option, .. } => object(&mut out, &[("option", Some(option))]),
            Self::UnknownCountry(_) | Self::UnknownTimeZone(_) | Self::UnknownHandle => {
                return None;
            }
        }
        Some(out)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCountry(code) => {
                write!(f, "expected a country's ISO 3166-1 code such as `US`, found `{code}`")
            }
            Self::UnknownTimeZone(zone) => {
                write!(f, "expected an IANA time zone such as `America/New_York`, found `{zone}`")
            }
            Self::InvalidOption { option, what } if option.is_empty() => f.write_str(what),
            Self::InvalidOption { option, what } => write!(f, "`{option}`: {what}"),
            Self::InvalidMapping(diagnostics) => {
                f.write_str("expected a mapping that can be compiled")?;
                for DiagnosticObject { target, message, .. } in diagnostics {
                    write!(f, "; `{target}`: {message}")?;
                }
                Ok(())
            }
            Self::UnknownHandle => f.write_str("expected what was not freed"),
            Self::InvalidPayload(report) => Failure::Invalid(report.clone()).fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<InvalidRequest> for Error {
    fn from(error: InvalidRequest) -> Self {
        Self::InvalidOption { option: error.option.to_owned(), what: error.what.to_owned() }
    }
}
