//! Misuse of the library, and answers that are no result: what is thrown.

use super::DiagnosticObject;
use crate::endpoint::{ApiError, ResponseError};
use serde::Serialize;
use std::fmt;

/// Why there is no result at all. Bad data is never among the reasons.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// The phone metadata holds no such country.
    UnknownCountry(String),
    /// Nobody knows the zone.
    UnknownTimeZone(String),
    /// The options don't have the shape that is documented.
    InvalidOptions(String),
    /// The mapping can't be compiled.
    InvalidMapping(Vec<DiagnosticObject>),
    /// The mapper was freed, or belongs to another instance.
    UnknownHandle,
    /// The API refused, or its answer is unreadable.
    Response(ResponseError),
}

/// What an error carries besides its message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Details {
    /// Nothing.
    None,
    /// All that is wrong with a mapping.
    Diagnostics {
        /// All of it.
        diagnostics: Vec<DiagnosticObject>,
    },
    /// What the API said.
    Api(Box<ApiError>),
    /// What came instead of an answer.
    Unreadable {
        /// Of the status line.
        status: u16,
        /// The first 200 characters.
        excerpt: String,
    },
}

impl Error {
    /// The stable name, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCountry(_) => "unknown_country",
            Self::UnknownTimeZone(_) => "unknown_time_zone",
            Self::InvalidOptions(_) => "invalid_options",
            Self::InvalidMapping(_) => "invalid_mapping",
            Self::UnknownHandle => "unknown_handle",
            Self::Response(ResponseError::Server(_)) => "api_error",
            Self::Response(ResponseError::Unreadable { .. }) => "unreadable_response",
        }
    }

    /// What the error carries besides its message.
    #[must_use]
    pub fn details(&self) -> Details {
        match self {
            Self::InvalidMapping(diagnostics) => {
                Details::Diagnostics { diagnostics: diagnostics.clone() }
            }
            Self::Response(ResponseError::Server(error)) => Details::Api(error.clone()),
            Self::Response(ResponseError::Unreadable { status, excerpt }) => {
                Details::Unreadable { status: *status, excerpt: excerpt.clone() }
            }
            Self::UnknownCountry(_)
            | Self::UnknownTimeZone(_)
            | Self::InvalidOptions(_)
            | Self::UnknownHandle => Details::None,
        }
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
            Self::InvalidOptions(what) => write!(f, "{what}"),
            Self::InvalidMapping(diagnostics) => {
                f.write_str("expected a mapping that can be compiled")?;
                for DiagnosticObject { target, message, .. } in diagnostics {
                    write!(f, "; `{target}`: {message}")?;
                }
                Ok(())
            }
            Self::UnknownHandle => f.write_str("expected a mapper that was not freed"),
            Self::Response(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<ResponseError> for Error {
    fn from(error: ResponseError) -> Self {
        Self::Response(error)
    }
}
