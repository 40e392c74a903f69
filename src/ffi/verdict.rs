//! Verdicts as JSON: `{ value, warnings }` or `{ issues, warnings }`, never both, and no empty `issues`.

use crate::explain::Explanation;
use crate::http::HttpRequest;
use crate::issue::{Code, Issue, Path, Report, Segment};
use crate::json::{Json, Raw, object, some};
use crate::mapping::{Diagnostic, Severity};

/// One thing that stands against a record, or a warning about it.
#[derive(Clone, Debug, PartialEq)]
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
    #[cfg_attr(feature = "wasm", tsify(optional, type = "(string | number)[]"))]
    pub target: Option<Path>,
    /// What was required.
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string | number | string[]>"))]
    pub params: Params,
    /// What may have been meant, likeliest first.
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

impl Json for Params {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other codes require nothing that has a name"
    )]
    fn write(&self, out: &mut String) {
        match &self.0 {
            Code::WrongType { expected, found } => {
                object(
                    out,
                    &[("expected", Some(&expected.word())), ("found", Some(&found.word()))],
                );
            }
            Code::Unreadable { why } => object(out, &[("why", Some(&why.word()))]),
            Code::AmbiguousName { keys } => object(out, &[("keys", Some(keys))]),
            Code::UnsupportedType { name } => object(out, &[("type", Some(name))]),
            Code::TooLong { max } | Code::TooManyItems { max } => {
                object(out, &[("max", Some(max))]);
            }
            Code::ReservedSourcePrefix { prefix } => object(out, &[("prefix", Some(prefix))]),
            _ => object(out, &[]),
        }
    }
}

impl Json for Path {
    fn write(&self, out: &mut String) {
        self.0.write(out);
    }
}

impl Json for Segment {
    fn write(&self, out: &mut String) {
        match self {
            Self::Key(key) => key.write(out),
            Self::Index(index) => index.write(out),
        }
    }
}

impl Json for IssueObject {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("code", Some(&self.code)),
                ("message", Some(&self.message)),
                ("path", Some(&self.path)),
                ("target", some(&self.target)),
                ("params", Some(&self.params)),
                ("suggestions", unless_empty(&self.suggestions)),
            ],
        );
    }
}

#[expect(clippy::ptr_arg, reason = "a slice is no object that can be pointed at")]
fn unless_empty(list: &Vec<String>) -> Option<&dyn Json> {
    (!list.is_empty()).then_some(list)
}

/// One thing that was found in a mapping or in the definitions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct DiagnosticObject {
    /// `error` or `warning`.
    #[cfg_attr(feature = "wasm", tsify(type = "\"error\" | \"warning\""))]
    pub severity: &'static str,
    /// The stable name, in `snake_case`.
    pub code: &'static str,
    /// In English.
    pub message: String,
    /// The target, the key or the column that it is about.
    pub target: String,
    /// The path or column that it is about, where it is one.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub source: Option<String>,
    /// Where in the mapping; empty for what is not found there.
    #[cfg_attr(feature = "wasm", tsify(type = "(string | number)[]"))]
    pub path: Path,
    /// What may have been meant, likeliest first.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub suggestions: Vec<String>,
}

impl From<&Diagnostic> for DiagnosticObject {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { code, target, source, path, suggestions } = diagnostic;
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
            path: path.clone(),
            suggestions: suggestions.clone(),
        }
    }
}

impl Json for DiagnosticObject {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("severity", Some(&self.severity)),
                ("code", Some(&self.code)),
                ("message", Some(&self.message)),
                ("target", Some(&self.target)),
                ("source", some(&self.source)),
                ("path", Some(&self.path)),
                ("suggestions", unless_empty(&self.suggestions)),
            ],
        );
    }
}

impl Json for Explanation {
    fn write(&self, out: &mut String) {
        let value = self.value.clone().map(Raw);
        object(
            out,
            &[
                ("target", Some(&self.target)),
                ("value", some(&value)),
                ("sources", Some(&self.sources)),
                ("steps", Some(&self.steps)),
            ],
        );
    }
}

/// The warnings alone.
pub(super) fn warnings(report: &Report, out: &mut String) {
    objects(&report.warnings).write(out);
}

/// `{ value, warnings }` or `{ issues, warnings }`.
pub(super) fn of(value: Option<&dyn Json>, report: &Report, out: &mut String) {
    let issues = objects(&report.issues);
    let issues: Option<&dyn Json> = if value.is_some() { None } else { Some(&issues) };
    let warnings = objects(&report.warnings);
    object(out, &[("value", value), ("issues", issues), ("warnings", Some(&warnings))]);
}

fn objects(issues: &[Issue]) -> Vec<IssueObject> {
    issues.iter().map(IssueObject::from).collect()
}

impl Json for HttpRequest {
    fn write(&self, out: &mut String) {
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| vec![name, value]).collect();
        object(
            out,
            &[
                ("method", Some(&self.method)),
                ("path", Some(&self.path)),
                ("headers", Some(&headers)),
                ("body", some(&self.body)),
            ],
        );
    }
}
