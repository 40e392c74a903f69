//! Verdicts as JSON: `{ value, warnings }` or `{ issues, warnings }`, never both, and no empty `issues`.

use crate::issue::{Code, Issue, Path, Report, Segment};
use crate::json::{Json, object, some};
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

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
pub(super) fn unless_empty(list: &Vec<String>) -> Option<&dyn Json> {
    (!list.is_empty()).then_some(list)
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
