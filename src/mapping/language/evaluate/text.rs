//! Directives that make texts of texts.

use super::{Absent, Evaluator, Found, Scope, nowhere, written};
use crate::draft::{Content, DraftValue, Trace};
use crate::field::{full_name, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::mapping::language::expression::{Change, Expression, Lookup, Otherwise, Piece};
use crate::name::nearest;
use crate::record::{self, Value, trim};
use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

/// The most bytes that a text can have that a directive reads or makes: no field needs more.
const LONGEST: usize = 1 << 16;

impl<'r> Evaluator<'_, 'r> {
    /// The text of one value, without white space at its ends; empty for a blank.
    fn text(&mut self, value: &DraftValue<'r>) -> Result<Cow<'r, str>, Absent> {
        let text = match (&value.content, value.scalar()) {
            (Content::Scalar(Value::Text(text)), _) => Ok(Cow::Borrowed(trim(text))),
            (_, Value::Text(text)) => Ok(Cow::Owned(trim(text).to_owned())),
            (_, Value::Null | Value::Undefined) => Ok(Cow::Borrowed("")),
            (_, Value::Boolean(boolean)) => Ok(if *boolean { "true" } else { "false" }.into()),
            (_, Value::Number(number)) if number.may_be_rounded() => {
                Err(Code::InexactNumber.into())
            }
            (_, Value::Number(number)) => Ok(number.to_string().into()),
            (_, Value::NumberText(digits)) => Ok(digits.clone()),
            (_, Value::Date(date)) => Ok(date.clone()),
            (_, other) => Err(wrong_type(Expected::Text, other)),
        };
        let text = text.map_err(|remark: Remark| self.refuse(remark, value.origin))?;
        if text.len() > LONGEST {
            return Err(self.refuse(Code::TooLong { max: LONGEST }, value.origin));
        }
        self.spend(text.len(), value.origin)?;
        Ok(text)
    }

    fn made(&mut self, like: DraftValue<'r>, text: Cow<'r, str>) -> Found<'r> {
        if text.len() > LONGEST {
            return Err(self.refuse(Code::TooLong { max: LONGEST }, like.origin));
        }
        Ok(DraftValue { content: Content::Made(Value::Text(text)), ..like })
    }

    /// Does something to a value, or to each item of a list; a blank stays as it is.
    pub(super) fn each_of(
        &mut self,
        mut value: DraftValue<'r>,
        work: &mut dyn FnMut(&mut Self, DraftValue<'r>) -> Found<'r>,
    ) -> Found<'r> {
        if let Content::List(items) = &mut value.content {
            let items = core::mem::take(items);
            self.few(items.len(), value.origin)?;
            let mut done = Vec::with_capacity(items.len());
            let mut refused = None;
            for item in items {
                if item.scalar().is_blank() {
                    done.push(item);
                    continue;
                }
                match work(self, item) {
                    Ok(item) => done.extend(self.items_in(item)),
                    // All that is wrong is said at once.
                    Err(absent) => refused = Some(absent),
                }
            }
            self.few(done.len(), value.origin)?;
            value.content = Content::List(done);
            return refused.map_or(Ok(value), Err);
        }
        if value.is_blank() { Ok(value) } else { work(self, value) }
    }

    pub(super) fn change(&mut self, value: DraftValue<'r>, change: &Change) -> Found<'r> {
        let changed = self.each_of(value, &mut |this, value| {
            let text = this.text(&value)?;
            let text = match change {
                Change::Trim => text,
                Change::Lower => text.to_lowercase().into(),
                Change::Upper => text.to_uppercase().into(),
                Change::Replace { pattern, replacement } => {
                    replaced(&text, pattern, replacement).into()
                }
                Change::NameGiven => full_name::divide(&text).given.into(),
                Change::NameFamily => full_name::divide(&text).family.into(),
            };
            this.made(value, text)
        })?;
        Ok(self.after(changed, change.name()))
    }

    /// The parts of a text, or of all texts of a list; with an index that part, blank or not.
    pub(super) fn split(
        &mut self,
        value: DraftValue<'r>,
        separator: &str,
        index: Option<usize>,
    ) -> Found<'r> {
        if value.is_blank() {
            return Ok(value);
        }
        if let Some(index) = index {
            let part = self.each_of(value, &mut |this, value| {
                let text = this.text(&value)?;
                let part = record::part(&text, |text| {
                    trim(text.split(separator).nth(index).unwrap_or_default())
                });
                this.made(value, part)
            })?;
            return Ok(self.after(part, "@split"));
        }
        let (origin, trace) = (value.origin, value.trace.clone());
        let mut parts = Vec::new();
        for one in self.items_in(value) {
            let text = self.text(&one)?;
            for piece in text.split(separator).map(trim).filter(|piece| !piece.is_empty()) {
                self.few(parts.len() + 1, origin)?;
                let content = Content::Made(Value::Text(piece.to_owned().into()));
                parts.push(DraftValue { content, ..one.clone() });
            }
        }
        let parts = DraftValue { origin, content: Content::List(parts), trace };
        Ok(self.after(parts, "@split"))
    }

    pub(super) fn join(
        &mut self,
        values: &'r [Expression],
        separator: &str,
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let mut gathered = Gathered::default();
        for value in values {
            let Some(value) = gathered.found(self.value(value, scope))? else { continue };
            let blank = DraftValue { content: Content::Made(Value::Null), ..value.clone() };
            let items = self.items_in(value);
            if items.is_empty() {
                gathered.take(blank, "");
            }
            for item in items {
                let text = self.text(&item)?;
                if !text.is_empty() {
                    gathered.add(if gathered.text.is_empty() { "" } else { separator });
                    gathered.add(&text);
                }
                gathered.take(item, &text);
            }
        }
        self.gathered(gathered, "@join")
    }

    pub(super) fn template(&mut self, pieces: &'r [Piece], scope: Scope<'_, 'r>) -> Found<'r> {
        let mut gathered = Gathered::default();
        for piece in pieces {
            match piece {
                Piece::Text(text) => gathered.add(text),
                Piece::Place(path) => {
                    let Some(value) = gathered.found(self.path(path, scope))? else { continue };
                    let text = self.text(&value)?;
                    gathered.add(&text);
                    gathered.take(value, &text);
                }
            }
        }
        self.gathered(gathered, "@template")
    }

    /// Nothing where nothing was found, a blank where all was blank.
    fn gathered(&mut self, gathered: Gathered<'r>, step: &'static str) -> Found<'r> {
        let Gathered { text, first, filled, missing, .. } = gathered;
        let Some(first) = first else { return Err(missing.unwrap_or_else(nowhere)) };
        let text = if filled { text } else { String::new() };
        let value = self.made(first, text.into())?;
        Ok(self.after(value, step))
    }

    pub(super) fn lookup(&mut self, lookup: &'r Lookup, scope: Scope<'_, 'r>) -> Found<'r> {
        let value = self.value(&lookup.value, scope)?;
        if value.is_blank() && lookup.by_word.places("").next().is_none() {
            return Ok(value);
        }
        let looked_up = if value.is_blank() {
            self.look_up(value, lookup, scope)
        } else {
            self.each_of(value, &mut |this, value| this.look_up(value, lookup, scope))
        }?;
        Ok(self.after(looked_up, "@lookup"))
    }

    fn look_up(
        &mut self,
        value: DraftValue<'r>,
        lookup: &'r Lookup,
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let word = self.text(&value)?;
        let lower = word.to_lowercase();
        let place =
            lookup.by_word.places(&word).next().or_else(|| lookup.by_lower.places(&lower).next());
        if let Some((_, literal)) = place.and_then(|place| lookup.table.get(place)) {
            let origin = value.origin;
            let mut found = written(literal);
            found.origin = origin;
            if let Content::List(items) = &mut found.content {
                for item in items {
                    item.origin = origin;
                }
            }
            return Ok(DraftValue { trace: value.trace, ..found });
        }
        match &lookup.otherwise {
            Otherwise::Value => Ok(value),
            Otherwise::Expression(one) => {
                let mut found = self.value(one, scope)?;
                self.also_of(&mut found, Some(value));
                Ok(found)
            }
            Otherwise::Issue => {
                let mut words = lookup.table.iter().map(|(word, _)| word.as_str());
                let many = self.findings.are_many();
                let near = if many { Vec::new() } else { nearest(&word, &mut words) };
                Err(self.refuse(Remark::with(Code::NotInTable, near), value.origin))
            }
        }
    }
}

/// Every occurrence replaced, as far as a text can grow.
fn replaced(text: &str, pattern: &str, replacement: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(pattern) {
        out.push_str(before);
        out.push_str(replacement);
        rest = after;
        if out.len() > LONGEST {
            break;
        }
    }
    out.push_str(rest);
    out
}

/// A text in the making, and where it came from.
#[derive(Default)]
struct Gathered<'r> {
    text: String,
    /// The first value that is not blank, else the first.
    first: Option<DraftValue<'r>>,
    /// Whether any value was not blank.
    filled: bool,
    /// Whether the first has a control character, which may be what is refused.
    odd: bool,
    missing: Option<Absent>,
}

impl<'r> Gathered<'r> {
    fn add(&mut self, text: &str) {
        // One byte more than there can be is enough to be refused.
        if self.text.len() <= LONGEST {
            self.text.push_str(text);
        }
    }

    /// A value, nothing for one that is missing, or the refusal.
    fn found(&mut self, found: Found<'r>) -> Result<Option<DraftValue<'r>>, Absent> {
        match found {
            Ok(value) => Ok(Some(value)),
            Err(missing @ Absent::Missing(_)) => {
                self.missing.get_or_insert(missing);
                Ok(None)
            }
            Err(refused) => Err(refused),
        }
    }

    fn take(&mut self, mut value: DraftValue<'r>, text: &str) {
        let odd = text.contains(char::is_control);
        if !text.is_empty() && !self.filled {
            (self.filled, self.odd) = (true, odd);
            self.first = Some(value);
            return;
        }
        if let (false, Some(first)) = (text.is_empty(), &mut self.first) {
            merge(&mut first.trace, value.trace.take());
            if odd && !self.odd {
                self.odd = true;
                first.origin = value.origin;
            }
        }
        self.first.get_or_insert(value);
    }
}

/// Adds the sources and steps of another value.
pub(super) fn merge(trace: &mut Option<Box<Trace>>, other: Option<Box<Trace>>) {
    let Some(other) = other else { return };
    let Some(trace) = trace else {
        *trace = Some(other);
        return;
    };
    for source in other.sources {
        if !trace.sources.contains(&source) {
            trace.sources.push(source);
        }
    }
    for step in other.steps {
        if !trace.steps.contains(&step) {
            trace.steps.push(step);
        }
    }
}
