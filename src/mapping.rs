//! Which part of a record feeds which field of a contact.
//!
//! A mapping moves values and never parses one. It reads by the record's own names, or by pairs of
//! `{ target: "source.path" }` that are compiled, and can be refused, before any record is seen.

mod automatic;
mod diagnostic;
mod item;
mod source;
mod target;

pub use automatic::{Header, Unmapped};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use source::SourcePath;

use automatic::Columns;

use crate::definition::{Definitions, FieldType, Lookup};
use crate::draft::{ContactDraft, DraftCustom, DraftValue, Single};
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Path, Unreadable};
use crate::record::{NodeId, Record};
use source::Place;
use target::Target;

/// A compiled mapping.
#[derive(Clone, Debug)]
pub struct Mapping {
    rules: Rules,
}

#[derive(Clone, Debug)]
enum Rules {
    /// The record's own names lead to the fields.
    Automatic(Columns, Unmapped),
    Pairs(Vec<Pair>, Unmapped),
}

#[derive(Clone, Debug)]
struct Pair {
    target: Target,
    source: SourcePath,
}

impl Mapping {
    /// Reads a record by its own names: one in the payload's shape, or a flat one named like the fields.
    #[must_use]
    pub fn automatic(definitions: &Definitions, unmapped: Unmapped) -> Self {
        Self { rules: Rules::Automatic(Columns::new(definitions), unmapped) }
    }

    /// Compiles pairs of target and source path; `unmapped` is for properties of items that no field takes.
    ///
    /// # Errors
    /// All diagnostics, where one of them is an error: `fristName` is no field, `Tier` is the name of two
    /// definitions, `firstName` is fed twice, the path is empty.
    pub fn compile<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        definitions: &Definitions,
        unmapped: Unmapped,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut compiled: Vec<Pair> = Vec::new();
        let mut diagnostics = Vec::new();
        for (target, source) in pairs {
            let found = Target::find(target, definitions).and_then(|parsed| {
                let twice = compiled.iter().any(|pair| pair.target.collides(&parsed));
                if twice { Err(DiagnosticCode::DuplicateTarget.into()) } else { Ok(parsed) }
            });
            let path =
                SourcePath::compile(source).ok_or_else(|| DiagnosticCode::InvalidPath.into());
            match (found, path) {
                (Ok(target), Ok(source)) => compiled.push(Pair { target, source }),
                (found, path) => {
                    let faults = found.err().into_iter().chain(path.err());
                    diagnostics.extend(faults.map(|fault: target::Fault| fault.at(target, source)));
                }
            }
        }
        if diagnostics.is_empty() {
            Ok(Self { rules: Rules::Pairs(compiled, unmapped) })
        } else {
            Err(diagnostics)
        }
    }

    /// Finds the fields that the columns of a table feed.
    #[must_use]
    pub fn header(&self, names: Vec<String>, definitions: &Definitions) -> Header {
        match &self.rules {
            Rules::Automatic(columns, _) => Header::new(names, columns, definitions),
            Rules::Pairs(..) => Header::unread(names),
        }
    }

    /// Moves the values of a record to the fields that they feed. What has no place is a finding. A record
    /// may have other columns than the header; only finding their fields takes longer then.
    pub fn apply<'r>(
        &self,
        record: &'r Record<'_>,
        header: &Header,
        definitions: &Definitions,
        findings: &mut Findings,
    ) -> ContactDraft<'r> {
        match &self.rules {
            Rules::Automatic(columns, unmapped) => {
                automatic::read(record, columns, header, definitions, *unmapped, findings)
            }
            Rules::Pairs(pairs, unmapped) => {
                apply_pairs(pairs, *unmapped, record, definitions, findings)
            }
        }
    }
}

fn apply_pairs<'r>(
    pairs: &[Pair],
    unmapped: Unmapped,
    record: &'r Record<'_>,
    definitions: &Definitions,
    findings: &mut Findings,
) -> ContactDraft<'r> {
    let missing = Origin::missing(Record::ROOT, vec![Single::FirstName.name().into()]);
    let mut filling = Filling::new(ContactDraft::new(missing), definitions, unmapped);
    // A source that seems to be missing may stand where the host stopped.
    if let Some(node) = record.cut() {
        findings.issue(Code::Unreadable { why: Unreadable::Size }, node, None);
    }
    for Pair { target, source } in pairs {
        match source.find(record) {
            Place::Here(node) => filling.feed(target, record, node, findings),
            Place::Missing(origin) => {
                if *target == Target::Single(Single::FirstName) {
                    filling.draft.first_name_home = origin;
                }
            }
        }
    }
    filling.finish()
}

/// A draft while it is being filled.
struct Filling<'r, 'd> {
    draft: ContactDraft<'r>,
    slots: Vec<item::Slot<'r>>,
    definitions: &'d Definitions,
    /// What to do with properties that no field takes.
    unmapped: Unmapped,
}

impl<'r, 'd> Filling<'r, 'd> {
    fn new(draft: ContactDraft<'r>, definitions: &'d Definitions, unmapped: Unmapped) -> Self {
        Self { draft, slots: Vec::new(), definitions, unmapped }
    }

    fn feed(
        &mut self,
        target: &Target,
        record: &'r Record<'_>,
        node: NodeId,
        findings: &mut Findings,
    ) {
        match target {
            Target::Single(field) => {
                let value = DraftValue::at(record, node);
                let Some(place) = self.draft.singles.get_mut(*field as usize) else { return };
                match place {
                    Some(fed) if !fed.scalar().is_blank() => {
                        if !value.scalar().is_blank() {
                            findings.issue(Code::DuplicateField, node, Some(field.target()));
                        }
                    }
                    Some(_) | None => *place = Some(value),
                }
            }
            Target::Custom(definition) => self.feed_custom(*definition, record, node, findings),
            Target::Items { list, label } => {
                let unmapped = self.unmapped;
                let items = self.draft.items_mut(*list);
                item::read(record, node, *list, label.as_ref(), unmapped, items, findings);
            }
            Target::Slot { list, index, part } => {
                self.draft.items_mut(*list);
                item::fill(&mut self.slots, (*list, *index), *part, DraftValue::at(record, node));
            }
        }
    }

    fn feed_custom(
        &mut self,
        definition: usize,
        record: &'r Record<'_>,
        node: NodeId,
        findings: &mut Findings,
    ) {
        let value = DraftValue::at(record, node);
        match self.draft.custom.iter_mut().find(|fed| fed.definition == definition) {
            None => {
                if self.draft.custom.capacity() == 0 {
                    self.draft.custom.reserve(self.definitions.as_slice().len().min(32));
                }
                self.draft.custom.push(DraftCustom { definition, value });
            }
            Some(fed) if fed.value.scalar().is_blank() => fed.value = value,
            Some(_) if value.scalar().is_blank() => {}
            Some(_) => {
                let target = self.definitions.as_slice().get(definition).map(custom_target);
                findings.issue(Code::DuplicateField, node, target);
            }
        }
    }

    fn finish(mut self) -> ContactDraft<'r> {
        item::place(self.slots, &mut self.draft);
        self.draft
    }
}

/// Where a custom value stands in the payload: by its key, since the array has no order of its own.
#[must_use]
pub fn custom_target(definition: &crate::definition::FieldDefinition) -> Path {
    Path::of(&["customFields", &definition.key])
}

/// What is odd about the definitions themselves.
#[must_use]
pub fn diagnose(definitions: &Definitions) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for (place, one) in definitions.as_slice().iter().enumerate() {
        let mut say = |code| {
            let target = one.key.clone();
            said.push(Diagnostic { code, target, source: None, suggestions: Vec::new() });
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
