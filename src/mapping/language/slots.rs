//! Items whose parts come from several sources: `emails[1].value` from one rule, `emails[1].name` from another.

use crate::draft::{ContactDraft, DraftItem, DraftValue, ItemList, Label};
use crate::mapping::target::ItemPart;
use alloc::vec::Vec;

/// Items while their parts are gathered, in the order of their numbers.
#[derive(Default)]
pub(super) struct Slots<'r>(Vec<Slot<'r>>);

struct Slot<'r> {
    place: (ItemList, usize),
    value: Option<DraftValue<'r>>,
    name: Option<DraftValue<'r>>,
}

impl<'r> Slots<'r> {
    /// Puts one part into its slot.
    pub(super) fn fill(&mut self, place: (ItemList, usize), part: ItemPart, fed: DraftValue<'r>) {
        let Self(slots) = self;
        if !slots.iter().any(|slot| slot.place == place) {
            let after = slots.partition_point(|slot| slot.place.1 < place.1);
            slots.insert(after, Slot { place, value: None, name: None });
        }
        let Some(slot) = slots.iter_mut().find(|slot| slot.place == place) else { return };
        match part {
            ItemPart::Value => slot.value = Some(fed),
            ItemPart::Name => slot.name = (!fed.scalar().is_blank()).then_some(fed),
        }
    }

    /// Puts the slots that got a value before what else is in their lists: they were given a place.
    pub(super) fn place(self, draft: &mut ContactDraft<'r>) {
        for Slot { place: (list, _), value, name } in self.0.into_iter().rev() {
            if let Some(value) = value.filter(|value| !value.scalar().is_blank()) {
                let label = name.map_or(Label::Default, Label::Given);
                draft.items_mut(list).insert(0, DraftItem { label, value });
            }
        }
    }
}
