//! Bad data as a value: what stands against a record, or what was done to it on the way.
//!
//! Issues and warnings have one shape and two lists. Nothing here throws, and no code carries the value
//! that was refused: contacts are personal data. Suggestions are readings of it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

mod code;
mod path;
mod shape;

pub use code::Code;
pub use path::{Path, Segment};
pub use shape::{Expected, Found, Unreadable};

/// One thing that stands against a record, or one warning about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What is wrong, with the requirement that was not met.
    pub code: Code,
    /// Where in the host's record; empty for the record as a whole.
    pub path: Path,
    /// Where in the payload; `None` where no field of a contact is meant.
    ///
    /// A custom value is addressed by its definition's key: `["customFields", "lead-score"]`.
    pub target: Option<Path>,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}

/// Everything that stands against a record, and everything that was done to it, in record order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What stands against the record. Any one of them keeps it from becoming a payload.
    pub issues: Vec<Issue>,
    /// What the caller may want to know. Warnings never make a result fail.
    pub warnings: Vec<Issue>,
}

impl fmt::Display for Issue {
    /// The path and the code's text, such as `role: expected text, found array`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.0.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.code.fmt(f)
    }
}

impl fmt::Display for Report {
    /// A line for each issue. Warnings are no reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, issue) in self.issues.iter().enumerate() {
            f.write_str(if place > 0 { "\n" } else { "" })?;
            issue.fmt(f)?;
        }
        Ok(())
    }
}

impl core::error::Error for Report {}

/// What is said of one value before its place is known: why it is refused, or what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is said.
    pub code: Code,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}

impl Remark {
    /// A remark with candidates.
    #[must_use]
    pub fn with(code: Code, suggestions: Vec<String>) -> Self {
        Self { code, suggestions }
    }
}

impl From<Code> for Remark {
    fn from(code: Code) -> Self {
        Self { code, suggestions: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_its_issues() {
        let issue = |path: &[&str], code| Issue {
            code,
            path: Path::of(path),
            target: None,
            suggestions: Vec::new(),
        };
        let issues = vec![issue(&["a"], Code::Required), issue(&[], Code::NotFinite)];
        let report = Report { warnings: issues.clone(), issues };
        assert_eq!(report.to_string(), format!("a: {}\n{}", Code::Required, Code::NotFinite));
    }
}
