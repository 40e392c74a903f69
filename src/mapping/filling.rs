//! A draft while it is being filled.

use super::Unmapped;
use super::item;
use super::target::Target;
use crate::definition::{Definitions, FieldDefinition};
use crate::draft::{ContactDraft, DraftCustom, DraftValue, Single};
use crate::finding::Findings;
use crate::issue::{Code, Path};
use crate::record::{NodeId, Record, Value};

pub(super) struct Filling<'r, 'd> {
    pub(super) draft: ContactDraft<'r>,
    pub(super) definitions: &'d Definitions,
    /// What to do with properties that no field takes.
    pub(super) unmapped: Unmapped,
}

impl<'r, 'd> Filling<'r, 'd> {
    pub(super) fn new(
        draft: ContactDraft<'r>,
        definitions: &'d Definitions,
        unmapped: Unmapped,
    ) -> Self {
        Self { draft, definitions, unmapped }
    }

    /// Feeds a field with what stands at a place.
    pub(super) fn feed(
        &mut self,
        target: &Target,
        record: &'r Record<'_>,
        node: NodeId,
        findings: &mut Findings,
    ) {
        if *record.value(node) == Value::Undefined {
            // The record does not speak of it.
        } else if let Target::Items { list, label } = target {
            let unmapped = self.unmapped;
            let items = self.draft.items_mut(*list);
            item::read(record, node, *list, label.as_ref(), unmapped, items, findings);
        } else {
            self.feed_value(target, DraftValue::at(record, node), findings);
        }
    }

    /// Feeds a field that takes one value.
    pub(super) fn feed_value(
        &mut self,
        target: &Target,
        value: DraftValue<'r>,
        findings: &mut Findings,
    ) {
        match target {
            Target::Single(field) => self.feed_single(*field, value, findings),
            Target::Custom(definition) => self.feed_custom(*definition, value, findings),
            // Lists are fed item by item, and items part by part.
            Target::Items { .. } | Target::Slot { .. } => {}
        }
    }

    fn feed_single(&mut self, field: Single, value: DraftValue<'r>, findings: &mut Findings) {
        let Some(place) = self.draft.singles.get_mut(field as usize) else { return };
        match place {
            Some(fed) if !fed.is_blank() => {
                if !value.is_blank() {
                    findings.issue(Code::DuplicateField, value.origin, Some(field.target()));
                }
            }
            Some(_) | None => *place = Some(value),
        }
    }

    fn feed_custom(&mut self, definition: usize, value: DraftValue<'r>, findings: &mut Findings) {
        match self.draft.custom.iter_mut().find(|fed| fed.definition == definition) {
            None => {
                if self.draft.custom.capacity() == 0 {
                    self.draft.custom.reserve(self.definitions.as_slice().len().min(32));
                }
                self.draft.custom.push(DraftCustom { definition, value });
            }
            Some(fed) if fed.value.is_blank() => fed.value = value,
            Some(_) if value.is_blank() => {}
            Some(_) => {
                let target = self.definitions.as_slice().get(definition).map(custom_target);
                findings.issue(Code::DuplicateField, value.origin, target);
            }
        }
    }
}

/// Where a custom value stands in the payload: by its key, since the array has no order of its own.
#[must_use]
pub fn custom_target(definition: &FieldDefinition) -> Path {
    Path::of(&["customFields", &definition.key])
}
