//! Reading a record by its own names: one in the payload's shape, a flat one, or a mixture.

use super::filling::Filling;
use super::target::{Target, suggest};
use crate::definition::{Definitions, Lookup};
use crate::draft::{ContactDraft, Single};
use crate::field::wrong_type;
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Expected, Remark};
use crate::name::{Index, nearest};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// What to do with a column that no field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unmapped {
    /// It stands against the record: nothing is lost in silence.
    #[default]
    Issue,
    /// The caller is told.
    Warning,
    /// The caller knows.
    Ignore,
}

impl Unmapped {
    /// Says that nothing takes a column; a blank one is not worth a word.
    pub(super) fn say(
        self,
        name: &str,
        known: &[&str],
        record: &Record<'_>,
        node: NodeId,
        findings: &mut Findings,
    ) {
        self.refuse(record, node, findings, &|| nearest(name, &mut known.iter().copied()));
    }

    fn refuse(
        self,
        record: &Record<'_>,
        node: NodeId,
        findings: &mut Findings,
        meant: &dyn Fn() -> Vec<String>,
    ) {
        if record.value(node).is_blank() {
            return;
        }
        // Nobody knows what is in there, so nobody can say that it is not needed.
        if let Value::Unreadable(why) = record.value(node) {
            return findings.issue(Code::Unreadable { why: *why }, node, None);
        }
        if self == Self::Ignore {
            return;
        }
        let meant = if findings.are_many() { Vec::new() } else { meant() };
        let unknown = Remark::with(Code::UnknownField, meant);
        if self == Self::Issue {
            findings.issue(unknown, node, None);
        } else {
            findings.warning(unknown, node, None);
        }
    }
}

/// The names that lead to a field to the letter: most columns have one of them, and finding it among
/// these costs no allocation.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    names: Index,
    targets: Vec<Target>,
}

impl Columns {
    pub(super) fn new(definitions: &Definitions) -> Self {
        // Of the same names the first counts: a field's.
        let (mut names, mut targets) = (Vec::new(), Vec::new());
        for name in Target::field_names() {
            if let Some(target) = Target::of_field(name) {
                names.push(name.to_owned());
                targets.push(target);
            }
        }
        for one in definitions.as_slice() {
            // A name that reads like a field's is the field's: `Phone` must not feed a text of that name.
            let is_field = Target::of_field_folded(&one.name).is_some();
            for name in [Some(&one.key), Some(&one.name).filter(|_| !is_field)] {
                if let Some(name) = name
                    && let Lookup::One(definition) = definitions.exactly(name)
                {
                    names.push(name.clone());
                    targets.push(Target::Custom(definition));
                }
            }
        }
        Self { names: Index::new(names), targets }
    }

    /// Whether anything takes what stands in a column.
    pub(super) fn reads(&self, name: &str, definitions: &Definitions) -> bool {
        matches!(name, "" | "defaultFields" | "customFields")
            || self.target(name, definitions).is_some()
            || matches!(definitions.find(name), Lookup::One(_))
    }

    /// The field that a column feeds: one of exactly its name, one that reads the same, and only then one
    /// that it seems to mean, such as `Office Phone`.
    fn target(&self, name: &str, definitions: &Definitions) -> Option<Target> {
        if let Some(place) = self.names.places(name).next() {
            return self.targets.get(place).cloned();
        }
        let unnamed = || definitions.exactly(name) == Lookup::None;
        Target::of_field_folded(name).or_else(|| Target::of_column(name).filter(|_| unnamed()))
    }
}

/// The columns of a table, and the field that each of them feeds: found once, for many rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    names: Vec<String>,
    targets: Vec<Option<Target>>,
}

impl Header {
    pub(super) fn new(names: Vec<String>, columns: &Columns, definitions: &Definitions) -> Self {
        let targets = names.iter().map(|name| columns.target(name, definitions)).collect();
        Self { names, targets }
    }

    /// Columns that nothing asks for in their order.
    pub(super) fn unread(names: Vec<String>) -> Self {
        Self { names, targets: Vec::new() }
    }

    /// What the columns are called.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The field that a column feeds; looked up where the table has another column at this place.
    fn target(
        &self,
        (place, name): (usize, &str),
        columns: &Columns,
        definitions: &Definitions,
    ) -> Option<Cow<'_, Target>> {
        if self.names.get(place).is_some_and(|known| known == name) {
            return self.targets.get(place)?.as_ref().map(Cow::Borrowed);
        }
        columns.target(name, definitions).map(Cow::Owned)
    }
}

/// Reads a whole record.
pub(super) fn read<'r>(
    record: &'r Record<'_>,
    columns: &Columns,
    header: &Header,
    definitions: &Definitions,
    unmapped: Unmapped,
    findings: &mut Findings,
) -> ContactDraft<'r> {
    let nested = record.property(Record::ROOT, "defaultFields");
    let nested = nested.filter(|node| matches!(record.value(*node), Value::Object));
    let home = nested.unwrap_or(Record::ROOT);
    let first_name = Origin::property(home, Single::FirstName.name());
    let mut filling = Filling::new(ContactDraft::new(first_name), definitions, unmapped);
    for (place, (name, node)) in record.children(Record::ROOT).enumerate() {
        match (name, record.value(node)) {
            ("defaultFields", Value::Object) => {
                for (name, node) in record.children(node) {
                    match Target::of_column(name) {
                        Some(target) => filling.feed(&target, record, node, findings),
                        None => unmapped.say(
                            name,
                            &Single::ALL.map(Single::name),
                            record,
                            node,
                            findings,
                        ),
                    }
                }
            }
            ("defaultFields", value) if !value.is_blank() => {
                findings.issue(wrong_type(Expected::Object, value), node, None);
            }
            ("customFields", Value::Object) => {
                for (name, node) in record.children(node) {
                    custom(&mut filling, record, name, (node, node), Unmapped::Issue, findings);
                }
            }
            ("customFields", Value::List) => {
                for (_, node) in record.children(node) {
                    custom_item(&mut filling, record, node, findings);
                }
            }
            ("customFields", value) if !value.is_blank() => {
                findings.issue(wrong_type(Expected::List, value), node, None);
            }
            ("defaultFields" | "customFields", _) => {}
            (name, _) => match header.target((place, name), columns, definitions) {
                Some(target) => filling.feed(&target, record, node, findings),
                None => custom(&mut filling, record, name, (node, node), unmapped, findings),
            },
        }
    }
    filling.draft
}

/// Feeds the definition with a key or name; `places` are the value's and the name's.
fn custom<'r>(
    filling: &mut Filling<'r, '_>,
    record: &'r Record<'_>,
    name: &str,
    (value, named): (NodeId, NodeId),
    unmapped: Unmapped,
    findings: &mut Findings,
) {
    let definitions = filling.definitions;
    match definitions.find(name) {
        Lookup::One(definition) => {
            filling.feed(&Target::Custom(definition), record, value, findings);
        }
        Lookup::Several(keys) => {
            if !record.value(value).is_blank() {
                let refusal = Remark::with(Code::AmbiguousName { keys: keys.clone() }, keys);
                findings.issue(refusal, named, None);
            }
        }
        Lookup::None => {
            unmapped.refuse(record, named, findings, &|| suggest(name, definitions));
        }
    }
}

/// `{ key, value }` or `{ name, value }`, as the payload and Quo's answers have them.
fn custom_item<'r>(
    filling: &mut Filling<'r, '_>,
    record: &'r Record<'_>,
    item: NodeId,
    findings: &mut Findings,
) {
    let value = record.value(item);
    if value.is_blank() {
        return;
    }
    if !matches!(value, Value::Object) {
        return findings.issue(wrong_type(Expected::Object, value), item, None);
    }
    let part = |name| record.property(item, name).filter(|node| !record.value(*node).is_blank());
    let Some(named) = part("key").or_else(|| part("name")) else {
        let missing = Origin::property(item, "key");
        return findings.issue(Code::Required, missing, None);
    };
    let value = record.property(item, "value");
    let Some(value) = value.filter(|value| *record.value(*value) != Value::Undefined) else {
        let missing = Origin::property(item, "value");
        return findings.issue(Code::Required, missing, None);
    };
    if let Value::Text(name) = record.value(named) {
        custom(filling, record, name, (value, named), Unmapped::Issue, findings);
    } else {
        findings.issue(wrong_type(Expected::Text, record.value(named)), named, None);
    }
    for (name, node) in record.children(item) {
        if !["key", "name", "value", "type", "id"].contains(&name) {
            filling.unmapped.say(name, &["key", "name", "value"], record, node, findings);
        }
    }
}
