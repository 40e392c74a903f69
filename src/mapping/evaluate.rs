//! What an expression comes to for one record.
//!
//! Depth is bounded when the mapping is compiled, lists and texts are bounded here; so is the time that a
//! record can take, whoever wrote it.

mod reading;
mod text;

use super::Reading;
use super::expression::{Condition, Each, Expression, If, Literal};
use super::filling::custom_target;
use super::source::{Place, SourcePath};
use super::target::{ItemPart, Target};
use crate::draft::{Content, DraftValue, Trace};
use crate::finding::{Findings, Origin};
use crate::issue::{Code, Path, Remark};
use crate::record::{NodeId, Record, Value};

/// The most items that `@each` goes through: no contact has more.
pub(super) const MOST_ITEMS: usize = 1_000;

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

    pub(super) fn path(&mut self, path: &SourcePath, scope: Scope<'_, 'r>) -> Found<'r> {
        let here = match scope {
            Scope::Node(node) => node,
            Scope::Made(_) if path.is_of_record() => Record::ROOT,
            Scope::Made(value) if path.is_whole() => return Ok(value.clone()),
            Scope::Made(value) => return Err(Absent::Missing(value.origin.into())),
        };
        match path.find(self.record, here) {
            Place::Missing(origin) => Err(Absent::Missing(origin)),
            Place::Here(node) => {
                let mut value = DraftValue::at(self.record, node);
                if self.reading.tracing {
                    value.trace = Some(Box::new(Trace { sources: vec![node], steps: Vec::new() }));
                }
                Ok(value)
            }
        }
    }

    /// The first that is not blank; else a blank one; else nothing.
    fn first(&mut self, all: &'r [Expression], scope: Scope<'_, 'r>) -> Found<'r> {
        let mut last = Err(nowhere());
        for one in all {
            match self.value(one, scope) {
                Ok(value) if is_blank(&value) => last = Ok(value),
                Ok(value) => return Ok(self.after(value, "@first")),
                Err(Absent::Missing(origin)) => last = last.or(Err(Absent::Missing(origin))),
                refused @ Err(Absent::Refused(_)) => return refused,
            }
        }
        last
    }

    fn branch(&mut self, one: &'r If, scope: Scope<'_, 'r>) -> Found<'r> {
        let subject = match self.value(&one.subject, scope) {
            Ok(value) => Some(value),
            Err(Absent::Missing(_)) => None,
            refused @ Err(Absent::Refused(_)) => return refused,
        };
        let holds = match one.condition {
            Condition::Exists => subject.is_some_and(|value| *value.scalar() != Value::Null),
            Condition::Blank => subject.is_none_or(|value| is_blank(&value)),
        };
        let branch = if holds { Some(&one.then) } else { one.otherwise.as_ref() };
        let value = self.value(branch.ok_or_else(nowhere)?, scope)?;
        Ok(self.after(value, "@if"))
    }

    /// The places that `@each` goes through.
    pub(super) fn items_of(
        &mut self,
        list: &'r Expression,
        scope: Scope<'_, 'r>,
    ) -> Result<(DraftValue<'r>, Vec<DraftValue<'r>>), Absent> {
        let mut list = self.value(list, scope)?;
        let items = match std::mem::replace(&mut list.content, Content::Made(Value::Null)) {
            Content::List(items) => items,
            // What is usually an array is one object where there is only one.
            content @ (Content::Scalar(_) | Content::Made(_) | Content::Parts(_)) => {
                let one = DraftValue { content, ..list.clone() };
                if is_blank(&one) { Vec::new() } else { vec![one] }
            }
            Content::Refused => return Err(Absent::Refused(list.origin)),
        };
        if items.len() > MOST_ITEMS {
            return Err(self.refuse(Code::TooManyItems { max: MOST_ITEMS }, list.origin));
        }
        Ok((list, items))
    }

    fn list(&mut self, each: &'r Each, scope: Scope<'_, 'r>) -> Found<'r> {
        let (list, items) = self.items_of(&each.list, scope)?;
        let mut values = Vec::with_capacity(items.len());
        for item in &items {
            match self.value(&each.value, item_scope(item)) {
                Ok(DraftValue { content: Content::List(inner), .. }) => values.extend(inner),
                Ok(value) => values.push(value),
                Err(Absent::Missing(_)) => {}
                refused @ Err(Absent::Refused(_)) => return refused,
            }
        }
        Ok(self.after(DraftValue { content: Content::List(values), ..list }, "@each"))
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
    Absent::Missing(Origin::missing(Record::ROOT, Vec::new()))
}

/// Whether there is nothing in a value: null, white space, or a list of such.
pub(super) fn is_blank(value: &DraftValue<'_>) -> bool {
    match &value.content {
        Content::List(items) => items.iter().all(|item| item.scalar().is_blank()),
        Content::Parts(parts) => parts.is_empty(),
        Content::Scalar(_) | Content::Made(_) => value.scalar().is_blank(),
        Content::Refused => false,
    }
}

/// What stands in the mapping itself. A null is made, so that it counts as meant.
fn written<'m>(literal: &'m Literal) -> DraftValue<'m> {
    let one = |value: &'m Value<'static>| {
        let content =
            if *value == Value::Null { Content::Made(Value::Null) } else { Content::Scalar(value) };
        DraftValue { origin: Record::ROOT, content, trace: None }
    };
    match literal {
        Literal::One(value) => one(value),
        Literal::List(values) => {
            let content = Content::List(values.iter().map(one).collect());
            DraftValue { origin: Record::ROOT, content, trace: None }
        }
    }
}
