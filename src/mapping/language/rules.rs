//! Filling a draft by the rules of a mapping.

use super::evaluate::{Absent, Evaluator, MOST_TEXT, Scope, item_scope};
use super::expression::{Feed, ItemFeed, Rule};
use super::slots::Slots;
use crate::draft::{ContactDraft, Content, DraftItem, DraftValue, ItemList, Label, Single};
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Unreadable};
use crate::mapping::filling::Filling;
use crate::mapping::item;
use crate::mapping::target::{ItemPart, Target};
use crate::mapping::{Reading, Unmapped};
use crate::record::{Record, Value};
use alloc::borrow::Cow;

/// Feeds each field by its rule.
pub(in crate::mapping) fn apply<'r>(
    rules: &'r [Rule],
    unmapped: Unmapped,
    record: &'r Record<'_>,
    reading: Reading<'_>,
    findings: &mut Findings,
) -> ContactDraft<'r> {
    // Whatever the record calls a first name, no rule reads it.
    let missing = Origin::from(Record::ROOT);
    let mut filling = Filling::new(ContactDraft::new(missing), reading.definitions, unmapped);
    // A source that seems to be missing may stand where the host stopped.
    if let Some(node) = record.cut() {
        findings.issue(Code::Unreadable { why: Unreadable::Size }, node, None);
    }
    let mut slots = Slots::default();
    let mut budget = MOST_TEXT;
    for Rule { target, feed } in rules {
        let (index, part, budget) = (0, ItemPart::Value, &mut budget);
        let places = Vec::new();
        let mut evaluator =
            Evaluator { record, reading, findings, target, index, part, budget, places };
        match feed {
            Feed::Value(expression) => {
                let value = match evaluator.value(expression, Scope::RECORD) {
                    Ok(value) => value,
                    Err(Absent::Refused(origin)) => {
                        DraftValue { origin, content: Content::Refused, trace: None }
                    }
                    Err(Absent::Missing(origin)) => {
                        if *target == Target::Single(Single::FirstName) {
                            filling.draft.first_name_home = origin;
                        }
                        continue;
                    }
                };
                if let Target::Slot { list, index, part } = target {
                    filling.draft.items_mut(*list);
                    slots.fill((*list, *index), *part, value);
                } else {
                    filling.feed_value(target, value, findings);
                }
            }
            Feed::Items(feeds) => {
                let Target::Items { list, label } = target else { continue };
                for feed in feeds {
                    evaluator.items(feed, *list, label.as_deref(), &mut filling);
                }
            }
        }
    }
    slots.place(&mut filling.draft);
    filling.draft
}

impl<'r> Evaluator<'_, 'r> {
    /// Adds what one feed gives to a list. What is refused has been said, and what is missing leaves nothing.
    fn items(
        &mut self,
        feed: &'r ItemFeed,
        list: ItemList,
        label: Option<&'r str>,
        filling: &mut Filling<'r, '_>,
    ) {
        let label = feed.label.as_deref().or(label);
        let Some(each) = &feed.each else {
            return self.item(feed, None, (list, label), filling);
        };
        let Ok((_, items)) = self.items_of(each, Scope::RECORD) else { return };
        if items.is_empty() {
            filling.draft.items_mut(list);
        }
        for item in &items {
            self.item(feed, Some(item), (list, label), filling);
        }
    }

    fn item(
        &mut self,
        feed: &'r ItemFeed,
        item: Option<&DraftValue<'r>>,
        (list, label): (ItemList, Option<&'r str>),
        filling: &mut Filling<'r, '_>,
    ) {
        self.index = filling.draft.items(list).map_or(0, <[_]>::len);
        let found = match item {
            None => self.value(&feed.value, Scope::RECORD),
            Some(item) => self.of_item(&feed.value, item).map(|value| self.after(value, "@each")),
        };
        let Ok(value) = found else { return };
        let unmapped = filling.unmapped;
        let items = filling.draft.items_mut(list);
        let mut label = label.map_or(Label::Default, |label| Label::Fixed(Cow::Borrowed(label)));
        if let Some(name) = &feed.name {
            self.part = ItemPart::Name;
            let name = self.value(name, item.map_or(Scope::RECORD, item_scope));
            self.part = ItemPart::Value;
            match name {
                Ok(name) if !name.is_blank() => label = Label::Given(name),
                Ok(_) | Err(Absent::Missing(_)) => {}
                Err(Absent::Refused(_)) => return,
            }
        }
        for value in self.items_in(value) {
            if matches!(value.scalar(), Value::Object) {
                let target = || list.target(items.len(), "value");
                let told = !matches!(label, Label::Default);
                let (record, node, label) = (self.record, value.origin, (label.clone(), told));
                let read = item::read_one(record, node, label, unmapped, target, self.findings);
                items.extend(read);
            } else if !value.is_blank() {
                items.push(DraftItem { label: label.clone(), value });
            }
        }
    }
}
