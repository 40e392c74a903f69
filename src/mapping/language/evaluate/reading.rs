//! Directives that read a value as something: by the same rooms that the check asks.

use super::text::merge;
use super::{Absent, Evaluator, Found, Scope, nowhere};
use crate::draft::{Content, DraftValue};
use crate::field::date::{self, DateFormat};
use crate::field::number::{self, DecimalMark};
use crate::field::{Mode, Outcome, address, phone};
use crate::issue::{Code, Remark};
use crate::mapping::language::expression::{Country, Expression};
use crate::mapping::target::Target;
use crate::phone::Region;
use crate::record::{Value, trim};
use alloc::vec::Vec;

/// A room, which is told whether suggestions are worth their time.
type Room<'a, 'r> = &'a dyn Fn(&Value<'r>, bool, &mut Vec<Remark>) -> Outcome<Value<'r>>;

impl<'r> Evaluator<'_, 'r> {
    /// Reads a value, or each item of a list, in its room.
    fn read(&mut self, value: DraftValue<'r>, room: Room<'_, 'r>) -> Found<'r> {
        self.each_of(value, &mut |this, value| {
            let mut notes = Vec::new();
            let read = room(value.scalar(), !this.findings.are_many(), &mut notes);
            match read {
                Ok(Some(read)) => {
                    let target = this.target();
                    this.findings.notes(notes, value.origin, &|| target.clone());
                    Ok(DraftValue { content: Content::Made(read), ..value })
                }
                Ok(None) => Ok(value),
                Err(remark) => Err(this.refuse(remark, value.origin)),
            }
        })
    }

    pub(super) fn phone(
        &mut self,
        value: &'r Expression,
        country: Option<&'r Country>,
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let value = self.value(value, scope)?;
        if value.is_blank() {
            return Ok(value);
        }
        let mut context = self.reading.policy.phone_context();
        let mut decided = None;
        match country {
            None => {}
            Some(Country::Fixed(region)) => context.country = Some(*region),
            Some(Country::Read(code)) => {
                (context.country, decided) = match self.region(code, scope)? {
                    Some((region, code)) => (Some(region), Some(code)),
                    None => (context.country, None),
                };
            }
        }
        let mut read = self.read(value, &|value, suggest, notes| {
            let likely = if suggest { context.likely } else { &[] };
            let context = phone::Context { likely, ..context };
            let phone = phone::parse(value, context, Mode::Lenient, notes)?;
            Ok(phone.map(|phone| Value::Text(phone.into())))
        })?;
        self.also_of(&mut read, decided);
        Ok(self.after(read, "@phone"))
    }

    /// The country whose code stands in the record.
    fn region(
        &mut self,
        code: &'r Expression,
        scope: Scope<'_, 'r>,
    ) -> Result<Option<(Region, DraftValue<'r>)>, Absent> {
        let code = match self.value(code, scope) {
            Ok(code) => code,
            Err(Absent::Missing(_)) => return Ok(None),
            Err(refused) => return Err(refused),
        };
        if code.is_blank() {
            return Ok(None);
        }
        let text = code.scalar().as_text().map(|text| trim(text).to_ascii_uppercase());
        match text.and_then(|text| Region::from_code(&text)) {
            Some(region) => Ok(Some((region, code))),
            None => Err(self.refuse(Code::UnknownCountry, code.origin)),
        }
    }

    pub(super) fn date(
        &mut self,
        value: &'r Expression,
        formats: &[DateFormat],
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let value = self.value(value, scope)?;
        let policy = self.reading.policy;
        let hint = match self.target {
            Target::Custom(place) => policy.hints.get(*place),
            Target::Single(_) | Target::Items { .. } | Target::Slot { .. } => None,
        };
        let mut context = policy.date_context(hint);
        if !formats.is_empty() {
            context.formats = formats;
        }
        let read = self.read(value, &|value, _, notes| {
            let date = date::parse(value, context, Mode::Lenient, notes)?;
            Ok(date.map(|date| Value::Text(date.into())))
        })?;
        Ok(self.after(read, "@date"))
    }

    pub(super) fn number(
        &mut self,
        value: &'r Expression,
        mark: Option<DecimalMark>,
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let value = self.value(value, scope)?;
        let mark = mark.or(self.reading.policy.decimal_mark);
        let read = self.read(value, &|value, _, notes| {
            Ok(number::parse(value, mark, Mode::Lenient, notes)?.map(Value::Number))
        })?;
        Ok(self.after(read, "@number"))
    }

    /// The parts that are there, joined; nothing where all are missing.
    pub(super) fn address(
        &mut self,
        parts: &'r [(address::Part, Expression)],
        scope: Scope<'_, 'r>,
    ) -> Found<'r> {
        let mut texts = Vec::new();
        let mut first: Option<DraftValue<'r>> = None;
        let mut missing = None;
        for (part, value) in parts {
            let mut value = match self.value(value, scope) {
                Ok(value) => value,
                Err(Absent::Missing(origin)) => {
                    missing.get_or_insert(origin);
                    continue;
                }
                Err(refused) => return Err(refused),
            };
            let mut notes = Vec::new();
            let read = address::parse(value.scalar(), Mode::Lenient, &mut notes);
            let target = self.target();
            self.findings.notes(notes, value.origin, &|| target.clone());
            let text = match read {
                Ok(text) => text.map(alloc::borrow::Cow::into_owned),
                Err(remark) => return Err(self.refuse(remark, value.origin)),
            };
            let Some(text) = text else {
                first.get_or_insert(value);
                continue;
            };
            if texts.is_empty() {
                first = Some(value);
            } else if let Some(first) = &mut first {
                merge(&mut first.trace, value.trace.take());
            }
            texts.push((*part, text.into()));
        }
        let like = first.ok_or_else(|| missing.map_or_else(nowhere, Absent::Missing))?;
        let content = Content::Made(Value::Text(address::join(&texts).into()));
        Ok(self.after(DraftValue { content, ..like }, "@address"))
    }
}
