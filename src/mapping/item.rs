//! Items of a list: e-mail addresses and phone numbers, with what they are called.

use super::Unmapped;
use crate::draft::{DraftItem, DraftValue, ItemList, Label};
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Path};
use crate::name::fold;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Adds what stands at a place: one item, or the items of an array.
pub(super) fn read<'r>(
    record: &'r Record<'_>,
    node: NodeId,
    list: ItemList,
    label: Option<&Cow<'static, str>>,
    unmapped: Unmapped,
    items: &mut Vec<DraftItem<'r>>,
    findings: &mut Findings,
) {
    let mut one = |node| {
        let target = || list.target(items.len(), "value");
        let label = label.map_or(Label::Default, |label| Label::Fixed(label.clone()));
        items.extend(read_one(record, node, (label, false), unmapped, target, findings));
    };
    if matches!(record.value(node), Value::List) {
        record.children(node).for_each(|(_, node)| one(node));
    } else {
        one(node);
    }
}

/// A value alone, or an object of a name and a value, whose name counts unless the label was `told`. `None` for
/// a blank, which is no item.
pub(super) fn read_one<'r>(
    record: &'r Record<'_>,
    node: NodeId,
    (mut label, told): (Label<'r>, bool),
    unmapped: Unmapped,
    target: impl Fn() -> Path,
    findings: &mut Findings,
) -> Option<DraftItem<'r>> {
    if !matches!(record.value(node), Value::Object) {
        let value = DraftValue::at(record, node);
        return (!value.scalar().is_blank()).then_some(DraftItem { label, value });
    }
    let mut value = None;
    for (name, part) in record.children(node) {
        match fold(name).as_str() {
            _ if *record.value(part) == Value::Undefined => {}
            "name" | "label" | "type" if record.value(part).is_blank() => {}
            // What the mapping says counts more.
            "name" | "label" | "type" if told => {}
            "name" | "label" | "type" if !matches!(label, Label::Given(_)) => {
                label = Label::Given(DraftValue::at(record, part));
            }
            "value" | "email" | "phone" | "phonenumber" | "number" if value.is_none() => {
                value = Some(DraftValue::at(record, part));
            }
            // What Quo's own answers carry beside name and value.
            "id" => {}
            _ => unmapped.say(name, &["name", "value"], record, part, findings),
        }
    }
    let Some(value) = value else {
        let missing = Origin::property(node, "value");
        findings.issue(Code::Required, missing, Some(target()));
        return None;
    };
    (!value.scalar().is_blank()).then_some(DraftItem { label, value })
}
