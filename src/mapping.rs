//! Which part of a record feeds which field of a contact.
//!
//! A mapping reads a record by the record's own names, or by rules: data that a person can save, compare and
//! share, compiled and refused before any record is seen. It moves values; where a rule asks that one be read
//! as a phone number, a date or a number, the rooms under `field` do it.

mod automatic;
mod compile;
mod diagnostic;
mod directive;
mod evaluate;
mod expression;
mod filling;
mod item;
mod kind;
mod rules;
mod source;
mod target;

pub use automatic::{Header, Unmapped};
pub use compile::Context;
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use directive::{Argument, DIRECTIVES, Directive, ITEM, Property, Takes};
pub use filling::custom_target;
pub use source::SourcePath;

use automatic::Columns;
use compile::Compiler;
use expression::Rule;

use crate::definition::{Definitions, FieldType, Lookup};
use crate::draft::ContactDraft;
use crate::finding::Findings;
use crate::issue::Path;
use crate::policy::Policy;
use crate::record::{NodeId, Record};
use target::Target;

/// A compiled mapping.
#[derive(Clone, Debug)]
pub struct Mapping {
    plan: Plan,
    /// What becomes of what no field takes.
    unmapped: Unmapped,
}

#[derive(Clone, Debug)]
enum Plan {
    /// The record's own names lead to the fields.
    Automatic(Columns),
    Rules(Vec<Rule>),
}

/// By what a record is read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The workspace's custom fields.
    pub definitions: &'a Definitions,
    /// By which rules values are read.
    pub policy: &'a Policy,
    /// Whether to write down where values come from: for explanations.
    pub tracing: bool,
}

impl Mapping {
    /// Reads a record by its own names: one in the payload's shape, or a flat one named like the fields.
    #[must_use]
    pub fn automatic(definitions: &Definitions, unmapped: Unmapped) -> Self {
        Self { plan: Plan::Automatic(Columns::new(definitions)), unmapped }
    }

    /// Compiles what stands at a place of a record in the mapping language; `unmapped` is for properties of
    /// e-mails and phone numbers that no field takes. Beside the mapping come the warnings.
    ///
    /// # Errors
    /// All diagnostics, where one of them is an error: `fristName` is no field, `Tier` is the name of two
    /// definitions, `firstName` is fed twice, `@spilt` is no directive, `@split` makes a list and the field
    /// takes one text.
    ///
    /// ```
    /// use quo_contacts::mapping::{Context, Mapping, Unmapped};
    /// use quo_contacts::{Definitions, Policy, Record};
    ///
    /// let (definitions, policy) = (Definitions::default(), Policy::default());
    /// let context = Context { definitions: &definitions, policy: &policy, headers: None };
    /// let spec = r#"{"firstName": {"@nameGiven": "Name"}, "emails.work": "E-mail"}"#;
    /// let spec = Record::from_json(spec).expect("this is JSON");
    /// assert!(Mapping::compile(&spec, Record::ROOT, context, Unmapped::Issue).is_ok());
    ///
    /// let spec = Record::from_json(r#"{"fristName": "Name"}"#).expect("this is JSON");
    /// let diagnostics = Mapping::compile(&spec, Record::ROOT, context, Unmapped::Issue).unwrap_err();
    /// assert_eq!(diagnostics[0].suggestions, ["firstName"]);
    /// ```
    pub fn compile(
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
    #[must_use]
    pub fn unused(&self, headers: &[String], definitions: &Definitions) -> Vec<Diagnostic> {
        let Plan::Automatic(columns) = &self.plan else { return Vec::new() };
        let unread = headers.iter().filter(|name| !columns.reads(name, definitions));
        unread.map(|name| Diagnostic::unused(name, target::suggest(name, definitions))).collect()
    }

    /// Finds the fields that the columns of a table feed.
    #[must_use]
    pub fn header(&self, names: Vec<String>, definitions: &Definitions) -> Header {
        match &self.plan {
            Plan::Automatic(columns) => Header::new(names, columns, definitions),
            Plan::Rules(_) => Header::unread(names),
        }
    }

    /// Moves the values of a record to the fields that they feed. What has no place is a finding. A record
    /// may have other columns than the header; only finding their fields takes longer then.
    pub fn apply<'r>(
        &'r self,
        record: &'r Record<'_>,
        header: &Header,
        reading: Reading<'_>,
        findings: &mut Findings,
    ) -> ContactDraft<'r> {
        let unmapped = self.unmapped;
        match &self.plan {
            Plan::Automatic(columns) => {
                automatic::read(record, columns, header, reading.definitions, unmapped, findings)
            }
            Plan::Rules(rules) => rules::apply(rules, unmapped, record, reading, findings),
        }
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
