//! The mapping language: data that a person can save, compare and share, compiled and refused before any record is
//! seen, and worked out for each record.
//!
//! The check of a form does without it.

mod compile;
mod diagnostic;
mod directive;
mod evaluate;
mod expression;
mod kind;
mod rules;
mod slots;
mod source;
mod target;

pub(crate) use compile::Context;
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use directive::{Argument, DIRECTIVES, Directive, ITEM, Property, Takes};
pub use source::SourcePath;
pub(super) use {expression::Rule, rules::apply};

use super::target::{Target, suggest};
use super::{Mapping, Plan, Unmapped};
use crate::definition::{Definitions, FieldType, Lookup};
use crate::issue::Path;
use crate::record::{NodeId, Record};
use alloc::string::String;
use alloc::vec::Vec;
use compile::Compiler;

impl Mapping {
    /// Compiles what stands at a place of a record in the mapping language; see `Mapper::compile`.
    pub(crate) fn compile(
        spec: &Record<'_>,
        at: NodeId,
        context: Context<'_>,
        unmapped: Unmapped,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let (rules, diagnostics) = Compiler::new(spec, at, context).run();
        if diagnostics.iter().any(|one| one.code.severity() == Severity::Error) {
            return Err(diagnostics);
        }
        Ok((Self { plan: Plan::Rules(rules), unmapped }, diagnostics))
    }

    /// The columns that a reading by names finds no field for: a warning each.
    pub(crate) fn unused(&self, headers: &[String], definitions: &Definitions) -> Vec<Diagnostic> {
        let Plan::Automatic(columns) = &self.plan else { return Vec::new() };
        let unread = headers.iter().filter(|name| !columns.reads(name, definitions));
        unread.map(|name| Diagnostic::unused(name, suggest(name, definitions))).collect()
    }
}

/// What is odd about the definitions themselves.
#[must_use]
pub fn diagnose(definitions: &Definitions) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for (place, one) in definitions.as_slice().iter().enumerate() {
        let mut say = |code| {
            let target = one.key.clone();
            let path = Path::default();
            said.push(Diagnostic { code, target, source: None, path, suggestions: Vec::new() });
        };
        if definitions.by_key(&one.key) != Some(place) {
            say(DiagnosticCode::DuplicateKey);
        }
        if let FieldType::Unknown(name) = &one.field_type {
            say(DiagnosticCode::UnsupportedType { name: name.clone() });
        }
        if Target::of_field_folded(&one.name).is_some() {
            say(DiagnosticCode::ShadowedName);
        } else if matches!(definitions.exactly(&one.name), Lookup::Several(_)) {
            say(DiagnosticCode::SharedName);
        }
    }
    said
}
