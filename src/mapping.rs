//! Which part of a record feeds which field of a contact.
//!
//! A mapping reads a record by the record's own names, or by rules: data that a person can save, compare and
//! share, compiled and refused before any record is seen. It moves values; where a rule asks that one be read
//! as a phone number, a date or a number, the rooms under `field` do it.

mod automatic;
mod filling;
mod item;
#[cfg(feature = "contact")]
mod language;
mod target;

pub(crate) use automatic::Header;
pub use automatic::Unmapped;
pub use filling::custom_target;
#[cfg(feature = "contact")]
pub(crate) use language::Context;
#[cfg(feature = "contact")]
pub use language::{
    Argument, DIRECTIVES, Diagnostic, DiagnosticCode, Directive, ITEM, Property, Severity,
    SourcePath, Takes, diagnose,
};
#[cfg(feature = "contact")]
pub(crate) use target::renamed;

use crate::definition::Definitions;
use crate::draft::ContactDraft;
use crate::finding::Findings;
use crate::policy::Policy;
use crate::record::Record;
use alloc::string::String;
use alloc::vec::Vec;
use automatic::Columns;

/// A compiled mapping.
#[derive(Clone, Debug)]
pub(crate) struct Mapping {
    plan: Plan,
    /// What becomes of what no field takes.
    unmapped: Unmapped,
}

#[derive(Clone, Debug)]
enum Plan {
    /// The record's own names lead to the fields.
    Automatic(Columns),
    #[cfg(feature = "contact")]
    Rules(Vec<language::Rule>),
}

/// By what a record is read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The workspace's custom fields.
    pub(crate) definitions: &'a Definitions,
    /// By which rules values are read.
    pub(crate) policy: &'a Policy,
    /// Whether to write down where values come from: for explanations.
    pub(crate) tracing: bool,
}

impl Mapping {
    /// Reads a record by its own names: one in the payload's shape, or a flat one named like the fields.
    pub(crate) fn automatic(definitions: &Definitions, unmapped: Unmapped) -> Self {
        Self { plan: Plan::Automatic(Columns::new(definitions)), unmapped }
    }

    /// Finds the fields that the columns of a table feed.
    pub(crate) fn header(&self, names: Vec<String>, definitions: &Definitions) -> Header {
        match &self.plan {
            Plan::Automatic(columns) => Header::new(names, columns, definitions),
            #[cfg(feature = "contact")]
            Plan::Rules(_) => Header::unread(names),
        }
    }

    /// Moves the values of a record to the fields that they feed. What has no place is a finding. A record
    /// may have other columns than the header; only finding their fields takes longer then.
    pub(crate) fn apply<'r>(
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
            #[cfg(feature = "contact")]
            Plan::Rules(rules) => language::apply(rules, unmapped, record, reading, findings),
        }
    }
}
