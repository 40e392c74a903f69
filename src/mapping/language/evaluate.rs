//! What an expression comes to for one record.
//!
//! Depth is bounded when the mapping is compiled, lists and texts are bounded here; so is the time that a
//! record can take, whoever wrote it.

mod reading;
mod text;

use super::expression::{Condition, Each, Expression, If, Literal};
use super::source::{Place, SourcePath};
use crate::draft::{Content, DraftValue, Trace};
use crate::field::wrong_type;
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Expected, Path, Remark};
use crate::mapping::Reading;
use crate::mapping::filling::custom_target;
use crate::mapping::target::{ItemPart, Target};
use crate::record::{NodeId, Record, Value};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// The most items of a list that `@each` goes through or a directive makes: no contact has more.
pub(super) const MOST_ITEMS: usize = 1_000;
/// The most bytes of text that the directives of a mapping read in one record.
pub(super) const MOST_TEXT: usize = 1 << 22;

/// Why there is no value.
pub(super) enum Absent {
    /// The record does not speak of it.
    Missing(Origin),
    /// What stands against it has been said.
    Refused(NodeId),
}

pub(super) type Found<'r> = Result<DraftValue<'r>, Absent>;

/// Where paths begin.
#[derive(Clone, Copy)]
pub(super) enum Scope<'s, 'r> {
    /// At a place of the record.
    Node(NodeId),
    /// At a value that was made, in which there are no places.
    Made(&'s DraftValue<'r>),
}

impl Scope<'_, '_> {
    /// The whole record.
    pub(super) const RECORD: Self = Self::Node(Record::ROOT);
}

/// Works expressions out for one field.
pub(super) struct Evaluator<'e, 'r> {
    pub(super) record: &'r Record<'r>,
    pub(super) reading: Reading<'e>,
    pub(super) findings: &'e mut Findings,
    /// The field, and which part of which item of it.
    pub(super) target: &'r Target,
    pub(super) index: usize,
    pub(super) part: ItemPart,
    /// How much text may still be read.
    pub(super) budget: &'e mut usize,
    /// Where paths that begin at the record lead: each item asks again.
    pub(super) places: Vec<(&'r SourcePath, Place)>,
}

impl<'r> Evaluator<'_, 'r> {
    pub(super) fn value(&mut self, expression: &'r Expression, scope: Scope<'_, 'r>) -> Found<'r> {
        match expression {
            Expression::Path(path) => self.path(path, scope),
            Expression::Literal(literal) => Ok(written(literal)),
            Expression::Template(pieces) => self.template(pieces, scope),
            Expression::First(all) => self.first(all, scope),
            Expression::If(one) => self.branch(one, scope),
            Expression::Split { value, separator, index } => {
                let value = self.value(value, scope)?;
                self.split(value, separator, *index)
            }
            Expression::Join { values, separator } => self.join(values, separator, scope),
            Expression::Lookup(lookup) => self.lookup(lookup, scope),
            Expression::Each(each) => self.list(each, scope),
            Expression::Change { value, change } => {
                let value = self.value(value, scope)?;
                self.change(value, change)
            }
            Expression::Phone { value, country } => self.phone(value, country.as_ref(), scope),
            Expression::Date { value, formats } => self.date(value, formats, scope),
            Expression::Number { value, mark } => self.number(value, *mark, scope),
            Expression::Address(parts) => self.address(parts, scope),
        }
    }

    pub(super) fn path(&mut self, path: &'r SourcePath, scope: Scope<'_, 'r>) -> Found<'r> {
        let here = match scope {
            Scope::Node(node) => node,
            Scope::Made(_) if path.is_of_record() => Record::ROOT,
            Scope::Made(value) if path.is_whole() => return Ok(value.clone()),
            Scope::Made(value) => return Err(Absent::Missing(value.origin.into())),
        };
        match self.place(path, here) {
            Place::Missing(origin) => Err(Absent::Missing(origin)),
            Place::Here(node) => {
                if path.is_of_record() {
                    // Every item may read it again.
                    self.spend(self.record.value(node).as_text().map_or(0, str::len), node)?;
                }
                let mut value = DraftValue::at(self.record, node);
                if self.reading.tracing {
                    value.trace = Some(Box::new(Trace { sources: vec![node], steps: Vec::new() }));
                }
                Ok(value)
            }
        }
    }

    fn place(&mut self, path: &'r SourcePath, here: NodeId) -> Place {
        if !path.is_of_record() {
            return path.find(self.record, here);
        }
        let known = self.places.iter().find(|(known, _)| core::ptr::eq(*known, path));
        if let Some((_, place)) = known {
            return place.clone();
        }
        let place = path.find(self.record, here);
        self.places.push((path, place.clone()));
        place
    }

    /// The first that is not blank; else a blank one; else nothing.
    fn first(&mut self, all: &'r [Expression], scope: Scope<'_, 'r>) -> Found<'r> {
        let (mut blank, mut missing) = (None, None);
        for one in all {
            match self.value(one, scope) {
                Ok(value) if value.is_blank() => blank = Some(value),
                Ok(value) => return Ok(self.after(value, "@first")),
                Err(Absent::Missing(origin)) => {
                    missing.get_or_insert(origin);
                }
                refused @ Err(Absent::Refused(_)) => return refused,
            }
        }
        blank.ok_or_else(|| missing.map_or_else(nowhere, Absent::Missing))
    }

    fn branch(&mut self, one: &'r If, scope: Scope<'_, 'r>) -> Found<'r> {
        let (subject, origin) = match self.value(&one.subject, scope) {
            Ok(value) => {
                let origin = value.origin.into();
                (Some(value), origin)
            }
            Err(Absent::Missing(origin)) => (None, origin),
            refused @ Err(Absent::Refused(_)) => return refused,
        };
        let there = subject.as_ref();
        let holds = match one.condition {
            Condition::Exists => {
                there.is_some_and(|value| !matches!(value.scalar(), Value::Null | Value::Undefined))
            }
            Condition::Blank => there.is_none_or(DraftValue::is_blank),
        };
        let branch = if holds { Some(&one.then) } else { one.otherwise.as_ref() };
        let mut value = self.value(branch.ok_or(Absent::Missing(origin))?, scope)?;
        self.also_of(&mut value, subject);
        Ok(self.after(value, "@if"))
    }

    /// The places that `@each` goes through.
    pub(super) fn items_of(
        &mut self,
        list: &'r Expression,
        scope: Scope<'_, 'r>,
    ) -> Result<(DraftValue<'r>, Vec<DraftValue<'r>>), Absent> {
        let mut list = self.value(list, scope)?;
        let items = match core::mem::replace(&mut list.content, Content::Made(Value::Null)) {
            Content::List(items) => items,
            // What is usually an array is one object where there is only one.
            content @ (Content::Scalar(_) | Content::Made(_) | Content::Parts(_)) => {
                let one = DraftValue { content, ..list.clone() };
                if one.is_blank() { Vec::new() } else { vec![one] }
            }
            Content::Refused => return Err(Absent::Refused(list.origin)),
        };
        self.few(items.len(), list.origin)?;
        Ok((list, items))
    }

    /// What an expression comes to for an item of `@each`. Nothing is to be found in an item that is no object:
    /// that stands against it, lest it is lost.
    pub(super) fn of_item(&mut self, value: &'r Expression, item: &DraftValue<'r>) -> Found<'r> {
        let found = self.value(value, item_scope(item));
        let Err(Absent::Missing(origin)) = &found else { return found };
        let scalar = item.scalar();
        if !origin.is_below(item.origin) || *scalar == Value::Object || item.is_blank() {
            return found;
        }
        Err(self.refuse(wrong_type(Expected::Object, scalar), item.origin))
    }

    fn list(&mut self, each: &'r Each, scope: Scope<'_, 'r>) -> Found<'r> {
        let (list, items) = self.items_of(&each.list, scope)?;
        let mut values = Vec::with_capacity(items.len());
        // Items of which nothing is known are no empty list, which would clear the field.
        let mut absent = (!items.is_empty()).then(|| Absent::Missing(list.origin.into()));
        for item in &items {
            match self.of_item(&each.value, item) {
                Ok(value) => values.extend(self.items_in(value)),
                Err(Absent::Missing(_)) => {}
                Err(refused @ Absent::Refused(_)) => absent = Some(refused),
            }
            self.few(values.len(), list.origin)?;
        }
        match absent {
            Some(refused @ Absent::Refused(_)) => Err(refused),
            Some(missing) if values.is_empty() => Err(missing),
            Some(_) | None => {
                Ok(self.after(DraftValue { content: Content::List(values), ..list }, "@each"))
            }
        }
    }

    /// The items of a list, each with what was done to the list; or the value itself.
    pub(super) fn items_in(&self, value: DraftValue<'r>) -> Vec<DraftValue<'r>> {
        let DraftValue { content: Content::List(mut items), trace, .. } = value else {
            return vec![value];
        };
        if let Some(of_list) = trace.filter(|_| self.reading.tracing) {
            for item in &mut items {
                let origin = item.origin;
                let trace = item.trace.get_or_insert_default();
                if trace.sources.is_empty() && origin != Record::ROOT {
                    trace.sources.push(origin);
                }
                for step in &of_list.steps {
                    if !trace.steps.contains(step) {
                        trace.steps.push(step);
                    }
                }
            }
        }
        items
    }

    /// Refuses more items than any contact has.
    pub(super) fn few(&mut self, items: usize, origin: NodeId) -> Result<(), Absent> {
        if items > MOST_ITEMS {
            return Err(self.refuse(Code::TooManyItems { max: MOST_ITEMS }, origin));
        }
        Ok(())
    }

    /// Counts text that is read: a mapping can ask for the same one many times.
    pub(super) fn spend(&mut self, bytes: usize, origin: NodeId) -> Result<(), Absent> {
        let said = *self.budget == 0;
        *self.budget = self.budget.saturating_sub(bytes);
        match *self.budget {
            0 if said => Err(Absent::Refused(origin)),
            0 => Err(self.refuse(Code::TooLong { max: MOST_TEXT }, origin)),
            _ => Ok(()),
        }
    }

    /// Adds the sources of what decided about a value.
    pub(super) fn also_of(&self, value: &mut DraftValue<'r>, other: Option<DraftValue<'r>>) {
        let other = other.and_then(|other| other.trace).filter(|_| self.reading.tracing);
        for source in other.into_iter().flat_map(|trace| trace.sources) {
            let trace = value.trace.get_or_insert_default();
            if !trace.sources.contains(&source) {
                trace.sources.push(source);
            }
        }
    }

    /// Says what stands against the value.
    fn refuse(&mut self, remark: impl Into<Remark>, origin: NodeId) -> Absent {
        self.findings.issue(remark, origin, Some(self.target()));
        Absent::Refused(origin)
    }

    /// Where the field stands in the payload.
    fn target(&self) -> Path {
        match self.target {
            Target::Single(field) => field.target(),
            Target::Custom(place) => {
                let definition = self.reading.definitions.as_slice().get(*place);
                definition.map(custom_target).unwrap_or_default()
            }
            Target::Slot { list, index, part } => list.target(*index, part.word()),
            Target::Items { list, .. } => list.target(self.index, self.part.word()),
        }
    }

    /// Notes what was done to a value.
    pub(super) fn after(&self, mut value: DraftValue<'r>, step: &'static str) -> DraftValue<'r> {
        if self.reading.tracing {
            value.trace.get_or_insert_default().steps.push(step);
        }
        value
    }
}

/// Where the paths of an item begin.
pub(super) fn item_scope<'s, 'r>(item: &'s DraftValue<'r>) -> Scope<'s, 'r> {
    match item.content {
        Content::Made(_) | Content::List(_) | Content::Refused => Scope::Made(item),
        Content::Scalar(_) | Content::Parts(_) => Scope::Node(item.origin),
    }
}

/// Nothing, and no place where it was looked for.
fn nowhere() -> Absent {
    Absent::Missing(Record::ROOT.into())
}

/// What stands in the mapping itself: made, so that no place of the record is looked for in it.
fn written<'m>(literal: &'m Literal) -> DraftValue<'m> {
    let one = |value: &'m Value<'static>| {
        let value = value.as_text().map_or_else(|| value.clone(), |text| Value::Text(text.into()));
        DraftValue { origin: Record::ROOT, content: Content::Made(value), trace: None }
    };
    match literal {
        Literal::One(value) => one(value),
        Literal::List(values) => {
            let content = Content::List(values.iter().map(one).collect());
            DraftValue { origin: Record::ROOT, content, trace: None }
        }
    }
}
