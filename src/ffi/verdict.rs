//! Verdicts as objects: `{ value, warnings }` or `{ issues, warnings }`, never both, and no empty
//! `issues`.

use crate::endpoint::v1::V1;
use crate::http::HttpRequest;
use crate::issue::{Code, Issue, Path, Report, Segment};
use crate::mapper;
use crate::mapping::{Diagnostic, Severity};
use serde::ser::{Serialize, Serializer};

/// One thing that stands against a record, or a warning about it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct IssueObject {
    /// The stable name, in `snake_case`.
    pub code: &'static str,
    /// In English.
    pub message: String,
    /// Where in the record.
    #[cfg_attr(feature = "wasm", tsify(type = "(string | number)[]"))]
    pub path: Path,
    /// Where in the payload.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "(string | number)[]"))]
    pub target: Option<Path>,
    /// What was required.
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string | number | string[]>"))]
    pub params: Params,
    /// What may have been meant, likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub suggestions: Vec<String>,
}

impl From<&Issue> for IssueObject {
    fn from(issue: &Issue) -> Self {
        Self {
            code: issue.code.code(),
            message: issue.code.to_string(),
            path: issue.path.clone(),
            target: issue.target.clone(),
            params: Params(issue.code.clone()),
            suggestions: issue.suggestions.clone(),
        }
    }
}

/// What a code requires, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Params(Code);

impl Serialize for Params {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other codes require nothing that has a name"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        match &self.0 {
            Code::WrongType { expected, found } => {
                map.serialize_entry("expected", expected.word())?;
                map.serialize_entry("found", found.word())?;
            }
            Code::Unreadable { why } => map.serialize_entry("why", why.word())?,
            Code::AmbiguousName { keys } => map.serialize_entry("keys", keys)?,
            Code::UnsupportedType { name } => map.serialize_entry("type", name)?,
            Code::TooLong { max } => map.serialize_entry("max", max)?,
            Code::ReservedSourcePrefix { prefix } => map.serialize_entry("prefix", prefix)?,
            _ => {}
        }
        map.end()
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl Serialize for Segment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Key(key) => serializer.serialize_str(key),
            Self::Index(index) => serializer.serialize_u64(*index as u64),
        }
    }
}

/// One thing that was found in a mapping or in the definitions.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct DiagnosticObject {
    /// `error` or `warning`.
    #[cfg_attr(feature = "wasm", tsify(type = "\"error\" | \"warning\""))]
    pub severity: &'static str,
    /// The stable name, in `snake_case`.
    pub code: &'static str,
    /// In English.
    pub message: String,
    /// The target or the key that it is about.
    pub target: String,
    /// The source path of the target, in a mapping.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub source: Option<String>,
    /// What may have been meant, likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub suggestions: Vec<String>,
}

impl From<&Diagnostic> for DiagnosticObject {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { code, target, source, suggestions } = diagnostic;
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        Self {
            severity,
            code: code.code(),
            message: code.to_string(),
            target: target.clone(),
            source: source.clone(),
            suggestions: suggestions.clone(),
        }
    }
}

#[derive(serde::Serialize)]
struct Success<T> {
    value: T,
    warnings: Vec<IssueObject>,
}

#[derive(serde::Serialize)]
struct Failure {
    issues: Vec<IssueObject>,
    warnings: Vec<IssueObject>,
}

/// The verdict on a record.
pub(super) fn of_record(verdict: &mapper::Verdict) -> String {
    of(verdict.payload.as_ref().map(V1), &verdict.report)
}

/// The verdict on a payload that is to be sent.
pub(super) fn of_request(request: &Result<HttpRequest, Report>) -> String {
    match request {
        Ok(request) => of(Some(request), &Report::default()),
        Err(report) => of(None::<&HttpRequest>, report),
    }
}

fn of<T: Serialize>(value: Option<T>, report: &Report) -> String {
    let objects = |issues: &[Issue]| issues.iter().map(IssueObject::from).collect();
    let warnings = objects(&report.warnings);
    match value {
        Some(value) => write(&Success { value, warnings }),
        None => write(&Failure { issues: objects(&report.issues), warnings }),
    }
}

/// The JSON text. Writing into memory can't fail, and every map here has text for its keys.
pub(super) fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
