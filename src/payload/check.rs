//! From a draft to a payload: each value goes to the room that knows its kind.

use super::{ContactPayload, CustomField, CustomValue, Labelled, Spoken};
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
use crate::mapping::custom_target;
use crate::policy::{BlankFirstName, FieldHint, Policy};
use crate::record::{Record, Value};
use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

pub(super) fn check<'r>(
    draft: &ContactDraft<'r>,
    definitions: &'r Definitions,
    policy: &Policy,
    findings: &mut Findings,
) -> Option<ContactPayload<'r>> {
    let before = findings.issue_count();
    let mut check = Check { draft, policy, findings };
    let first_name = check.first_name();
    let [last_name, company, role] =
        [Single::LastName, Single::Company, Single::Role].map(|field| {
            check.single(field, |value, mode, notes| text::parse(value, Lines::One, mode, notes))
        });
    let external_id = check.single(Single::ExternalId, source::parse_external_id);
    let source = check.single(Single::Source, source::parse_source).flatten();
    let source_url = check.single(Single::SourceUrl, url::parse_source_url).flatten();
    let created_by_user_id = check.single(Single::CreatedByUserId, source::parse_user_id).flatten();
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
    Some(ContactPayload {
        first_name,
        last_name,
        company,
        role,
        emails,
        phone_numbers,
        custom_fields,
        created_by_user_id,
        source,
        source_url,
        external_id,
    })
}

/// For how many refusals suggestions are worth their time: a record with more is no record.
const SUGGESTING: usize = 20;

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
        target: impl Fn() -> Path,
        room: impl FnOnce(&Value<'r>, Mode, &mut Vec<Remark>) -> Outcome<T>,
    ) -> Option<T> {
        let mut notes = Vec::new();
        let outcome = room(value.scalar(), self.policy.mode, &mut notes);
        match outcome {
            Ok(out) => {
                self.findings.notes(notes, value.origin, || Some(target()));
                out
            }
            Err(refusal) => {
                self.findings.issue(refusal, value.origin, Some(target()));
                None
            }
        }
    }

    fn single(
        &mut self,
        field: Single,
        room: impl FnOnce(&Value<'r>, Mode, &mut Vec<Remark>) -> Outcome<Cow<'r, str>>,
    ) -> Spoken<Option<Cow<'r, str>>> {
        let value = self.draft.single(field)?;
        Some(self.read(value, || field.target(), room))
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
            return self.read(
                value,
                || field.target(),
                |value, mode, notes| text::parse(value, Lines::One, mode, notes),
            );
        }
        let home = self
            .draft
            .single(field)
            .map_or_else(|| self.draft.first_name_home.clone(), |value| value.origin.into());
        let target = Some(field.target());
        match &self.policy.blank_first_name {
            BlankFirstName::Issue => self.findings.issue(Code::Required, home, target),
            BlankFirstName::Null => self.findings.warning(Code::FirstNameReplaced, home, target),
            BlankFirstName::Fallback(name) => {
                let value = Value::Text(name.as_str().into());
                let name = text::parse(&value, Lines::One, Mode::Strict, &mut Vec::new());
                match name {
                    Ok(Some(name)) => {
                        self.findings.warning(Code::FirstNameReplaced, home, target);
                        return Some(name.into_owned().into());
                    }
                    Ok(None) => self.findings.issue(Code::Required, home, target),
                    Err(remark) => self.findings.issue(remark, home, target),
                }
            }
        }
        None
    }

    fn items(&mut self, list: ItemList) -> Option<Vec<Labelled<'r>>> {
        let (draft, policy) = (self.draft, self.policy);
        let items = draft.items(list)?;
        let mut checked: Vec<Labelled<'r>> = Vec::with_capacity(items.len());
        let mut seen = BTreeSet::new();
        for (index, item) in items.iter().enumerate() {
            let name = self.label(item, list, index);
            let target = || list.target(index, "value");
            let mut context = policy.phone_context();
            if self.findings.issue_count() >= SUGGESTING {
                context.likely = &[];
            }
            let value = match list {
                ItemList::Emails => self.read(&item.value, target, email::parse),
                ItemList::PhoneNumbers => self.read(&item.value, target, |value, mode, notes| {
                    Ok(phone::parse(value, context, mode, notes)?.map(Cow::Owned))
                }),
            };
            let (Some(name), Some(value)) = (name, value) else { continue };
            // Mailboxes differ in case only where nobody can tell; numbers have none. Whoever gives the wire's
            // own form means what he gives: the same number may be there under two labels.
            let once = policy.mode == Mode::Strict || items.len() == 1;
            if once || seen.insert(value.to_ascii_lowercase()) {
                checked.push(Labelled { name, value });
            } else {
                self.findings.warning(Code::DuplicateMerged, item.value.origin, Some(target()));
            }
        }
        Some(checked)
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
            Label::Given(value) => self.read(
                value,
                || list.target(index, "name"),
                |value, mode, notes| text::parse(value, Lines::One, mode, notes),
            ),
        }
    }

    fn custom_fields(&mut self, definitions: &'r Definitions) -> Option<Vec<CustomField<'r>>> {
        let mut checked = Vec::with_capacity(self.draft.custom.len());
        for DraftCustom { definition: place, value } in &self.draft.custom {
            let Some(definition) = definitions.as_slice().get(*place) else { continue };
            let hint = self.policy.hints.get(*place);
            let value = self.custom_value(definition, value, hint);
            checked.push(CustomField { key: &definition.key, definition: *place, value });
        }
        (!checked.is_empty()).then_some(checked)
    }

    fn custom_value(
        &mut self,
        definition: &FieldDefinition,
        value: &DraftValue<'r>,
        hint: Option<&FieldHint>,
    ) -> CustomValue<'r> {
        let target = || custom_target(definition);
        let policy = self.policy;
        let read = match &definition.field_type {
            FieldType::Address => match &value.content {
                Content::Parts(parts) if policy.mode == Mode::Lenient => {
                    self.address(parts, &target).map(CustomValue::Text)
                }
                Content::Parts(_)
                | Content::Scalar(_)
                | Content::Made(_)
                | Content::List(_)
                | Content::Refused => {
                    self.read(value, target, address::parse).map(CustomValue::Text)
                }
            },
            FieldType::Boolean => {
                let language = policy.language.as_deref();
                self.read(value, target, |value, mode, _| boolean::parse(value, language, mode))
                    .map(CustomValue::Boolean)
            }
            FieldType::Date => {
                let own = hint.map_or(&[][..], |hint| &hint.date_formats);
                let formats = if own.is_empty() { &policy.date_formats } else { own };
                let context = date::Context { zone: policy.time_zone.as_deref(), formats };
                self.read(value, target, |value, mode, notes| {
                    date::parse(value, context, mode, notes)
                })
                .map(|date| CustomValue::Date(date.into()))
            }
            FieldType::MultiSelect => {
                self.multi_select(value, hint, &target).map(CustomValue::MultiSelect)
            }
            FieldType::Number => {
                let mark = policy.decimal_mark;
                self.read(value, target, |value, mode, notes| {
                    number::parse(value, mark, mode, notes)
                })
                .map(CustomValue::Number)
            }
            FieldType::String => self
                .read(value, target, |value, mode, notes| {
                    text::parse(value, Lines::Many, mode, notes)
                })
                .map(CustomValue::Text),
            FieldType::Url => self.read(value, target, url::parse).map(CustomValue::Text),
            FieldType::Unknown(_) if value.scalar().is_blank() => None,
            FieldType::Unknown(name) => {
                let unsupported = Code::UnsupportedType { name: name.clone() };
                self.findings.issue(unsupported, value.origin, Some(target()));
                None
            }
        };
        read.unwrap_or(CustomValue::Null)
    }

    fn address(
        &mut self,
        parts: &[(&str, DraftValue<'r>)],
        target: &impl Fn() -> Path,
    ) -> Option<Cow<'r, str>> {
        let mut read = Vec::new();
        for (name, value) in parts {
            let Some(part) = address::Part::from_name(name) else {
                if !value.scalar().is_blank() {
                    self.findings.issue(Code::UnknownField, value.origin, Some(target()));
                }
                continue;
            };
            read.extend(self.read(value, target, address::parse).map(|text| (part, text)));
        }
        (!read.is_empty()).then(|| address::join(&read).into())
    }

    fn multi_select(
        &mut self,
        value: &DraftValue<'r>,
        hint: Option<&FieldHint>,
        target: &impl Fn() -> Path,
    ) -> Option<Vec<Cow<'r, str>>> {
        let before = self.findings.issue_count();
        let parts = self.options_in(value, hint, target)?;
        let mut list = Vec::with_capacity(parts.len());
        let mut seen = BTreeSet::new();
        for part in parts.iter() {
            let suggest = self.findings.issue_count() - before < SUGGESTING;
            let option = self.read(part, target, |value, mode, notes| {
                let options = hint.map(|hint| &hint.options);
                multi_select::parse_option(value, options, suggest, mode, notes)
            });
            let Some(option) = option else { continue };
            if parts.len() == 1 || seen.insert(option.clone()) {
                list.push(option);
            } else {
                self.findings.warning(Code::DuplicateMerged, part.origin, Some(target()));
            }
        }
        // A list of blanks is blank.
        (!list.is_empty()).then_some(list)
    }

    /// The options as the record has them; `None` for a blank, and after an issue.
    fn options_in<'v>(
        &mut self,
        value: &'v DraftValue<'r>,
        hint: Option<&FieldHint>,
        target: &impl Fn() -> Path,
    ) -> Option<Cow<'v, [DraftValue<'r>]>> {
        if value.scalar().is_blank() {
            return None;
        }
        match &value.content {
            Content::List(items) => return Some(Cow::Borrowed(items)),
            Content::Scalar(Value::Text(text)) | Content::Made(Value::Text(text))
                if self.policy.mode == Mode::Lenient =>
            {
                let separator = hint.and_then(|hint| hint.separator.as_deref());
                let options = hint.map(|hint| &hint.options);
                if separator.is_some() || !multi_select::may_be_several(text, options) {
                    let part = |part| DraftValue {
                        origin: value.origin,
                        content: Content::Made(Value::Text(part)),
                        trace: None,
                    };
                    return Some(
                        multi_select::split(text, separator).into_iter().map(part).collect(),
                    );
                }
                self.findings.issue(Code::UndeclaredSeparator, value.origin, Some(target()));
            }
            Content::Refused => {}
            Content::Scalar(_) | Content::Made(_) => {
                let other = value.scalar();
                let wrong = wrong_type(Expected::TextList, other);
                self.findings.issue(wrong, value.origin, Some(target()));
            }
            Content::Parts(_) => {
                let wrong = wrong_type(Expected::TextList, value.scalar());
                self.findings.issue(wrong, value.origin, Some(target()));
            }
        }
        None
    }
}
