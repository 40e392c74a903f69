//! Misuse of the library, and answers that are no result: what is thrown.

#[cfg(feature = "contact")]
use super::DiagnosticObject;
#[cfg(feature = "contact")]
use crate::endpoint::InvalidRequest;
#[cfg(feature = "contact")]
use crate::issue::Report;
use crate::json::{Raw, object, some};
#[cfg(feature = "contact")]
use crate::operation::{Failure, Unsendable};
use crate::pieces::concat;
use alloc::borrow::ToOwned;
use alloc::string::String;
#[cfg(feature = "contact")]
use alloc::string::ToString;
#[cfg(feature = "contact")]
use alloc::vec::Vec;
use core::fmt;

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
    #[cfg(feature = "contact")]
    InvalidMapping(Vec<DiagnosticObject>),
    /// An operation or a limiter was freed, or belongs to another instance: the facade asks for none such.
    UnknownHandle,
    /// What was to be sent is no contact.
    #[cfg(feature = "contact")]
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
            #[cfg(feature = "contact")]
            Self::InvalidMapping(_) => "invalid_mapping",
            Self::UnknownHandle => "unknown_handle",
            #[cfg(feature = "contact")]
            Self::InvalidPayload(_) => "invalid_payload",
        }
    }

    /// The whole error, as JSON.
    pub fn write(&self, out: &mut String) {
        let details = self.details().map(Raw);
        object(
            out,
            &[
                ("code", Some(&self.code())),
                ("message", Some(&self.message())),
                ("details", some(&details)),
            ],
        );
    }

    /// What the error carries besides its message, as JSON; nothing for some.
    #[must_use]
    pub fn details(&self) -> Option<String> {
        let mut out = String::new();
        match self {
            #[cfg(feature = "contact")]
            Self::InvalidMapping(diagnostics) => {
                object(&mut out, &[("diagnostics", Some(diagnostics))]);
            }
            #[cfg(feature = "contact")]
            Self::InvalidPayload(report) => {
                object(&mut out, &[("issues", Some(&report.issues))]);
            }
            Self::InvalidOption { option, .. } => object(&mut out, &[("option", Some(option))]),
            Self::UnknownCountry(_) | Self::UnknownTimeZone(_) | Self::UnknownHandle => {
                return None;
            }
        }
        Some(out)
    }
}

impl Error {
    /// One line of English.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::UnknownCountry(code) => {
                concat(&["expected a country's ISO 3166-1 code such as `US`, found `", code, "`"])
            }
            Self::UnknownTimeZone(zone) => concat(&[
                "expected an IANA time zone such as `America/New_York`, found `",
                zone,
                "`",
            ]),
            Self::InvalidOption { option, what } if option.is_empty() => what.clone(),
            Self::InvalidOption { option, what } => concat(&["`", option, "`: ", what]),
            #[cfg(feature = "contact")]
            Self::InvalidMapping(diagnostics) => {
                let mut message = "expected a mapping that can be compiled".to_owned();
                for DiagnosticObject { target, message: why, .. } in diagnostics {
                    message.extend(["; `", target, "`: ", why]);
                }
                message
            }
            Self::UnknownHandle => "expected what was not freed".to_owned(),
            #[cfg(feature = "contact")]
            Self::InvalidPayload(report) => Failure::Invalid(report.clone()).to_string(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for Error {}

#[cfg(feature = "contact")]
impl From<InvalidRequest> for Error {
    fn from(error: InvalidRequest) -> Self {
        Self::InvalidOption { option: error.option.to_owned(), what: error.what.to_owned() }
    }
}

#[cfg(feature = "contact")]
impl From<Unsendable> for Error {
    fn from(error: Unsendable) -> Self {
        match error {
            Unsendable::Request(error) => error.into(),
            Unsendable::Payload(report) => Self::InvalidPayload(report),
        }
    }
}
