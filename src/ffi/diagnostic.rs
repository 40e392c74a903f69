//! What is known before any record is seen, and where values came from, as JSON.

use super::verdict::unless_empty;
use crate::explain::Explanation;
use crate::issue::Path;
use crate::json::{Json, Raw, object, some};
use crate::mapping::{Diagnostic, Severity};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

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
