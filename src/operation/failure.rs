//! Why an operation has no result, and what to do about it.

use crate::contact::Fields;
use crate::endpoint::{ApiError, FieldRefusal, ResponseError, field_refusals};
use crate::http::HttpResponse;
use crate::issue::Report;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The API said no, and where it said why it is placed.
    Refused {
        /// What it said.
        error: Box<ApiError>,
        /// The fields that it points at.
        fields: Vec<FieldRefusal>,
    },
    /// The answer is none of the API's, and nothing was changed.
    Unreadable {
        /// Of the status line.
        status: u16,
        /// The first 200 characters of the body.
        excerpt: String,
    },
    /// No answer came, and nothing was changed.
    Network,
    /// The caller wanted no more, and nothing was changed.
    Aborted,
    /// Something was sent, and no answer tells whether it was carried out.
    OutcomeUnknown {
        /// The status and the first 200 characters of the last answer, if one came.
        answer: Option<(u16, String)>,
        /// What to do.
        remedy: Remedy,
    },
    /// The contact belongs to a native integration, where it must be changed.
    Native {
        /// The integration.
        source: String,
    },
    /// The contact holds something that could not be sent back, and would be lost.
    Unkeepable,
    /// Another contact has this `source` and `externalId`.
    Taken {
        /// Its id.
        id: String,
    },
    /// What was to be written is no contact, or can't be found again.
    Invalid(Report),
}

/// What to do when nobody knows whether something was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Doing the same once more does no harm.
    Repeat,
    /// Look whether the contact is there before it is made again.
    LookUp,
}

impl Remedy {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Repeat => "repeat",
            Self::LookUp => "look_up",
        }
    }
}

impl Failure {
    pub(super) fn unknown(answer: Option<&HttpResponse>, remedy: Remedy) -> Self {
        let excerpt = |answer: &HttpResponse| {
            (answer.status, answer.body.chars().take(ResponseError::EXCERPT).collect())
        };
        Self::OutcomeUnknown { answer: answer.map(excerpt), remedy }
    }

    pub(super) fn endless_list() -> Self {
        Self::Unreadable { status: 200, excerpt: "the list of contacts did not end".to_owned() }
    }

    /// The error of an answer to a body.
    pub(super) fn refused(answer: &HttpResponse, sent: &Fields, named: &Fields) -> Self {
        match ResponseError::from_response(answer) {
            ResponseError::Server(error) => {
                let fields = field_refusals(&error.items, sent, named);
                Self::Refused { error, fields }
            }
            other @ ResponseError::Unreadable { .. } => other.into(),
        }
    }

    /// Of the API's answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { error, .. } => Some(error.status),
            Self::Unreadable { status, .. } => Some(*status),
            Self::OutcomeUnknown { answer, .. } => answer.as_ref().map(|(status, _)| *status),
            Self::Network
            | Self::Aborted
            | Self::Native { .. }
            | Self::Unkeepable
            | Self::Taken { .. }
            | Self::Invalid(_) => None,
        }
    }
}

impl From<ResponseError> for Failure {
    fn from(error: ResponseError) -> Self {
        match error {
            ResponseError::Server(error) => Self::Refused { error, fields: Vec::new() },
            ResponseError::Unreadable { status, excerpt } => Self::Unreadable { status, excerpt },
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refused { error, .. } => {
                return ResponseError::Server(error.clone()).fmt(f);
            }
            Self::Unreadable { status, excerpt } => {
                let (status, excerpt) = (*status, excerpt.clone());
                return ResponseError::Unreadable { status, excerpt }.fmt(f);
            }
            Self::Network => "no answer from Quo",
            Self::Aborted => "the request was stopped by its signal",
            Self::OutcomeUnknown { remedy: Remedy::LookUp, .. } => {
                "the request was sent, but no answer tells its outcome; the contact may have been made: look it up before it is sent again"
            }
            Self::OutcomeUnknown { remedy: Remedy::Repeat, .. } => {
                "the request was sent, but no answer tells its outcome; the same call may be repeated"
            }
            Self::Native { source } => {
                return write!(f, "expected a contact that Quo itself keeps, found one of `{source}`; change it there");
            }
            Self::Unkeepable => {
                "expected a contact that can be sent back whole, found a part that an update would delete"
            }
            Self::Taken { .. } => {
                "expected a `source` and an `externalId` that no contact has, found another contact with both"
            }
            Self::Invalid(report) => {
                f.write_str("not a contact: ")?;
                return match report.issues.first() {
                    Some(issue) => issue.code.fmt(f),
                    None => f.write_str("no reason given"),
                };
            }
        })
    }
}

impl core::error::Error for Failure {}
