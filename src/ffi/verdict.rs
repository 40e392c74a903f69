//! What is said of a record, as JSON: the type is that of `verdict.d.ts`, less its messages.
//!
//! What an issue says to people is not written here: the facade has the texts, in several languages.

use crate::issue::{Code, Issue, Path, Report, Segment};
use crate::json::{Json, object, some};
use alloc::string::String;
use alloc::vec::Vec;

/// What a code requires, by name.
struct Params<'a>(&'a Code);

impl Json for Params<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other codes require nothing that has a name"
    )]
    fn write(&self, out: &mut String) {
        match self.0 {
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

impl Json for Issue {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("code", Some(&self.code.code())),
                ("path", Some(&self.path)),
                ("target", some(&self.target)),
                ("params", Some(&Params(&self.code))),
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
    report.warnings.write(out);
}

/// `{ issues, warnings }`.
pub(super) fn refusal(report: &Report, out: &mut String) {
    object(out, &[("issues", Some(&report.issues)), ("warnings", Some(&report.warnings))]);
}
