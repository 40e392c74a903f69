//! From a draft to a payload: each value goes to the room that knows its kind.

use super::place::Place;
use super::{ContactPayload, CustomField, CustomValue, Labelled, Singles, Spoken};
use crate::definition::{Definitions, FieldDefinition, FieldType};
use crate::draft::{
    ContactDraft, Content, DraftCustom, DraftItem, DraftValue, ItemList, Label, Single,
};
use crate::field::text::Lines;
use crate::field::{
    Mode, Outcome, address, boolean, date, email, multi_select, number, phone, source, text, url,
    wrong_type,
};
use crate::finding::Findings;
use crate::issue::{Code, Expected, Path, Remark};
use crate::order::firsts;
use crate::policy::{BlankFirstName, FieldHint, Policy};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::Cow;
use alloc::vec::Vec;

pub(super) fn check<'r>(
    draft: &ContactDraft<'r>,
    definitions: &'r Definitions,
    policy: &Policy,
    findings: &mut Findings,
) -> Option<ContactPayload<'r>> {
    let before = findings.issue_count();
    let mut check = Check { draft, policy, findings };
    let mut singles: Singles<'r> = Default::default();
    let mut set = |field: Single, value| {
        if let Some(place) = singles.get_mut(field as usize) {
            *place = value;
        }
    };
    let rooms: [(Single, TextRoom<'_, 'r>); 7] = [
        (Single::LastName, &line),
        (Single::Company, &line),
        (Single::Role, &line),
        (Single::ExternalId, &source::parse_external_id),
        (Single::Source, &source::parse_source),
        (Single::SourceUrl, &url::parse_source_url),
        (Single::CreatedByUserId, &source::parse_user_id),
    ];
    set(Single::FirstName, Some(check.first_name()));
    for (field, room) in rooms {
        let value = check.single(field, room);
        // What is no part of the contact itself is there or not.
        set(field, value.filter(|value| value.is_some() || field.may_be_null()));
    }
    let emails = check.items(ItemList::Emails);
    let phone_numbers = check.items(ItemList::PhoneNumbers);
    let custom_fields = check.custom_fields(definitions);
    if findings.issue_count() > before {
        return None;
    }
    if phone_numbers.as_ref().is_none_or(Vec::is_empty) {
        let target = Path::of(&["defaultFields", "phoneNumbers"]);
        findings.warning(Code::InvisibleWithoutPhone, Record::ROOT, Some(target));
    }
    Some(ContactPayload { singles, emails, phone_numbers, custom_fields })
}

/// A room that reads text.
type TextRoom<'a, 'r> = &'a dyn Fn(&Value<'r>, Mode, &mut Vec<Remark>) -> Outcome<Cow<'r, str>>;

struct Check<'c, 'r> {
    draft: &'c ContactDraft<'r>,
    policy: &'c Policy,
    findings: &'c mut Findings,
}

impl<'r> Check<'_, 'r> {
    /// Reads one value in its room; what the room says is put where the value came from. `None` after
    /// an issue and for a blank.
    fn read<T>(
        &mut self,
        value: &DraftValue<'r>,
        place: Place<'_>,
        room: impl FnOnce(&Value<'r>, Mode, &mut Vec<Remark>) -> Outcome<T>,
    ) -> Option<T> {
        let mut notes = Vec::new();
        match room(value.scalar(), self.policy.mode, &mut notes) {
            Ok(out) => {
                self.findings.notes(notes, value.origin, &|| place.path());
                out
            }
            Err(refusal) => {
                self.refuse(refusal, value.origin, place);
                None
            }
        }
    }

    fn refuse(&mut self, refusal: Remark, origin: NodeId, place: Place<'_>) {
        self.findings.issue(refusal, origin, Some(place.path()));
    }

    fn text(
        &mut self,
        value: &DraftValue<'r>,
        place: Place<'_>,
        room: TextRoom<'_, 'r>,
    ) -> Option<Cow<'r, str>> {
        self.read(value, place, room)
    }

    fn single(&mut self, field: Single, room: TextRoom<'_, 'r>) -> Spoken<Option<Cow<'r, str>>> {
        let value = self.draft.single(field)?;
        Some(self.text(value, Place::Single(field), room))
    }

    fn first_name(&mut self) -> Option<Cow<'r, str>> {
        let field = Single::FirstName;
        let fed = self.draft.single(field);
        match fed.map(|value| &value.content) {
            Some(Content::Refused) => return None,
            // A null in the mapping itself is meant.
            Some(Content::Made(Value::Null)) => {
                let home = fed.map_or(Record::ROOT, |value| value.origin);
                self.findings.warning(Code::FirstNameReplaced, home, Some(field.target()));
                return None;
            }
            _ => {}
        }
        if let Some(value) = fed.filter(|value| !value.scalar().is_blank()) {
            return self.text(value, Place::Single(field), &line);
        }
        let home =
            fed.map_or_else(|| self.draft.first_name_home.clone(), |value| value.origin.into());
        let target = Some(field.target());
        let (name, refusal) = match &self.policy.blank_first_name {
            BlankFirstName::Issue => (None, Some(Code::Required.into())),
            BlankFirstName::Null => (None, None),
            BlankFirstName::Fallback(name) => {
                let value = Value::Text(name.as_str().into());
                match line(&value, Mode::Strict, &mut Vec::new()) {
                    Ok(Some(name)) => (Some(name.into_owned().into()), None),
                    Ok(None) => (None, Some(Code::Required.into())),
                    Err(refusal) => (None, Some(refusal)),
                }
            }
        };
        match refusal {
            Some(refusal) => self.findings.issue(refusal, home, target),
            None => self.findings.warning(Code::FirstNameReplaced, home, target),
        }
        name
    }

    fn items(&mut self, list: ItemList) -> Option<Vec<Labelled<'r>>> {
        let (draft, policy) = (self.draft, self.policy);
        let items = draft.items(list)?;
        let mut checked: Vec<Labelled<'r>> = Vec::with_capacity(items.len());
        let mut places = Vec::new();
        let behind = self.findings.warning_count();
        for (index, item) in items.iter().enumerate() {
            let name = self.label(item, list, index);
            let place = Place::Item(list, index, "value");
            let mut context = policy.phone_context();
            if self.findings.are_many() {
                context.likely = &[];
            }
            let value = match list {
                ItemList::Emails => self.text(&item.value, place, &email::parse),
                ItemList::PhoneNumbers => self.text(&item.value, place, &|value, mode, notes| {
                    Ok(phone::parse(value, context, mode, notes)?.map(Cow::Owned))
                }),
            };
            if let (Some(name), Some(value)) = (name, value) {
                checked.push(Labelled { name, value });
                if items.len() > 1 {
                    places.push((item.value.origin, place));
                }
            }
        }
        // Whoever gives the wire's own form means what he gives: the same number may be there under two labels.
        if policy.mode == Mode::Lenient && checked.len() > 1 {
            // Mailboxes differ in case only where nobody can tell; numbers have none.
            let lower = |one: &Labelled<'r>| Cow::Owned(one.value.to_ascii_lowercase());
            let lower: Vec<_> = checked.iter().map(lower).collect();
            // Beside an issue there is no payload, and each keeps the place that it came with.
            let behind = if checked.len() == items.len() { behind } else { usize::MAX };
            let mut kept = self.merge(&lower, &places, behind).into_iter();
            checked.retain(|_| kept.next() == Some(true));
        }
        Some(checked)
    }

    /// Of texts that are the same the first is kept, and it is said. What was said of their items, behind so many
    /// warnings, is then about the places where they stand in the end.
    fn merge(
        &mut self,
        texts: &[Cow<'_, str>],
        items: &[(NodeId, Place<'_>)],
        behind: usize,
    ) -> Vec<bool> {
        let (mut kept, mut places, mut count) = (Vec::new(), Vec::new(), 0);
        for (at, (first, (origin, place))) in firsts(texts).into_iter().zip(items).enumerate() {
            let is_first = first == at;
            if !is_first {
                self.findings.warning(Code::DuplicateMerged, *origin, Some(place.path()));
            }
            places.push(if is_first { count } else { places.get(first).copied().unwrap_or(0) });
            count += usize::from(is_first);
            kept.push(is_first);
        }
        self.findings.renumber(behind, &places);
        kept
    }

    fn label(
        &mut self,
        item: &DraftItem<'r>,
        list: ItemList,
        index: usize,
    ) -> Option<Cow<'r, str>> {
        match &item.label {
            Label::Default => Some(list.default_label().into()),
            Label::Fixed(label) => Some(label.clone()),
            Label::Given(value) => self.text(value, Place::Item(list, index, "name"), &line),
        }
    }

    fn custom_fields(&mut self, definitions: &'r Definitions) -> Option<Vec<CustomField<'r>>> {
        let mut checked = Vec::with_capacity(self.draft.custom.len());
        for DraftCustom { definition: place, value } in &self.draft.custom {
            let Some(definition) = definitions.as_slice().get(*place) else { continue };
            let hint = self.policy.hints.get(*place);
            let value = self.custom_value(definition, value, hint).unwrap_or(CustomValue::Null);
            checked.push(CustomField { key: &definition.key, definition: *place, value });
        }
        (!checked.is_empty()).then_some(checked)
    }

    fn custom_value(
        &mut self,
        definition: &FieldDefinition,
        value: &DraftValue<'r>,
        hint: Option<&FieldHint>,
    ) -> Option<CustomValue<'r>> {
        let place = Place::Custom(definition);
        let policy = self.policy;
        Some(match &definition.field_type {
            FieldType::Address => CustomValue::Text(match &value.content {
                Content::Parts(parts) if policy.mode == Mode::Lenient => {
                    self.address(parts, place)?
                }
                Content::Parts(_)
                | Content::Scalar(_)
                | Content::Made(_)
                | Content::List(_)
                | Content::Refused => self.text(value, place, &address::parse)?,
            }),
            FieldType::Boolean => {
                let language = policy.language.as_deref();
                CustomValue::Boolean(
                    self.read(value, place, |value, mode, _| {
                        boolean::parse(value, language, mode)
                    })?,
                )
            }
            FieldType::Date => {
                let context = policy.date_context(hint);
                CustomValue::Date(self.text(value, place, &|value, mode, notes| {
                    Ok(date::parse(value, context, mode, notes)?.map(Cow::Owned))
                })?)
            }
            FieldType::MultiSelect => {
                CustomValue::MultiSelect(self.multi_select(value, hint, place)?)
            }
            FieldType::Number => {
                let mark = policy.decimal_mark;
                CustomValue::Number(self.read(value, place, |value, mode, notes| {
                    number::parse(value, mark, mode, notes)
                })?)
            }
            FieldType::String => {
                CustomValue::Text(self.text(value, place, &|value, mode, notes| {
                    text::parse(value, Lines::Many, mode, notes)
                })?)
            }
            FieldType::Url => CustomValue::Text(self.text(value, place, &url::parse)?),
            FieldType::Unknown(name) => {
                if !value.scalar().is_blank() {
                    let unsupported = Code::UnsupportedType { name: name.clone() };
                    self.refuse(unsupported.into(), value.origin, place);
                }
                return None;
            }
        })
    }

    fn address(
        &mut self,
        parts: &[(&str, DraftValue<'r>)],
        place: Place<'_>,
    ) -> Option<Cow<'r, str>> {
        let mut read = Vec::new();
        for (name, value) in parts {
            if let Some(part) = address::Part::from_name(name) {
                if let Some(text) = self.text(value, place, &address::parse) {
                    read.push((part, text));
                }
            } else if !value.scalar().is_blank() {
                self.refuse(Code::UnknownField.into(), value.origin, place);
            }
        }
        (!read.is_empty()).then(|| address::join(&read).into())
    }

    fn multi_select(
        &mut self,
        value: &DraftValue<'r>,
        hint: Option<&FieldHint>,
        place: Place<'_>,
    ) -> Option<Vec<Cow<'r, str>>> {
        let parts = self.options_in(value, hint, place)?;
        let mut list = Vec::with_capacity(parts.len());
        let mut places = Vec::new();
        for part in parts.iter() {
            let suggest = !self.findings.are_many();
            let options = hint.map(|hint| &hint.options);
            let option = self.text(part, place, &|value, mode, notes| {
                multi_select::parse_option(value, options, suggest, mode, notes)
            });
            if let Some(option) = option {
                list.push(option);
                if parts.len() > 1 {
                    places.push((part.origin, place));
                }
            }
        }
        if list.len() > 1 {
            let mut kept = self.merge(&list, &places, usize::MAX).into_iter();
            list.retain(|_| kept.next() == Some(true));
        }
        // A list of blanks is blank.
        (!list.is_empty()).then_some(list)
    }

    /// The options as the record has them; `None` for a blank, and after an issue.
    fn options_in<'v>(
        &mut self,
        value: &'v DraftValue<'r>,
        hint: Option<&FieldHint>,
        place: Place<'_>,
    ) -> Option<Cow<'v, [DraftValue<'r>]>> {
        let scalar = value.scalar();
        if scalar.is_blank() {
            return None;
        }
        if let Content::List(items) = &value.content {
            return Some(Cow::Borrowed(items));
        }
        let Value::Text(text) = scalar else {
            self.refuse(wrong_type(Expected::TextList, scalar), value.origin, place);
            return None;
        };
        if self.policy.mode == Mode::Strict {
            self.refuse(wrong_type(Expected::TextList, scalar), value.origin, place);
            return None;
        }
        let separator = hint.and_then(|hint| hint.separator.as_deref());
        let options = hint.map(|hint| &hint.options);
        // What is one of the options is that one, whatever signs it has.
        let separator = separator.filter(|_| !multi_select::is_listed(text, options));
        if separator.is_none() && multi_select::may_be_several(text, options) {
            self.refuse(Code::UndeclaredSeparator.into(), value.origin, place);
            return None;
        }
        let part = |part| DraftValue {
            origin: value.origin,
            content: Content::Made(Value::Text(part)),
            trace: None,
        };
        let parts = multi_select::split(text, separator);
        if parts.len() > multi_select::MOST {
            self.refuse(Code::TooManyItems { max: multi_select::MOST }.into(), value.origin, place);
            return None;
        }
        Some(parts.into_iter().map(part).collect())
    }
}

/// One line of text.
fn line<'r>(value: &Value<'r>, mode: Mode, notes: &mut Vec<Remark>) -> Outcome<Cow<'r, str>> {
    text::parse(value, Lines::One, mode, notes)
}
