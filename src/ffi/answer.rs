//! The flat form of a verdict on a record: how a payload crosses in one text.
//!
//! The answer to almost every record is a payload, and reading it as JSON would cost the host more than
//! the verdict costs here. So its texts stand one after the other, each with a NUL behind it; no text of
//! a payload holds one.
//!
//! `v` and one sign for each single field in the order of [`Single::ALL`]: `-` not spoken of, `0` null, `s`
//! text; then those texts. E-mails and phone numbers: `-`, or one sign for each (`d` the list's own label,
//! `s` another), and for each the label if it is another, and the value. Custom fields: `-`, or two signs for
//! each: the place of its definition, as the character of that number plus 32, and what it holds (`0` null,
//! `t` true, `f` false, `n` number, `s` text, `[` texts); then for each that has one its value, before texts
//! how many. Last, the warnings as JSON, or nothing. A refusal is `i`, and the whole verdict as JSON.

use super::verdict;
use crate::draft::{ItemList, Single};
use crate::mapper::Verdict;
use crate::payload::{ContactPayload, CustomValue, Labelled, Spoken};

/// Writes the verdict on a record.
pub(super) fn write(verdict: &Verdict<'_>, out: &mut String) {
    let report = &verdict.report;
    let Some(payload) = &verdict.payload else {
        out.push('i');
        return verdict::of(None, report, out);
    };
    Answer(out).payload(payload);
    if !report.warnings.is_empty() {
        verdict::warnings(report, out);
    }
}

/// The sign of a definition's place.
fn place(definition: usize) -> char {
    // Options that cross hold a tenth of the definitions for which there are such characters.
    let code = u32::try_from(definition).ok().and_then(|place| place.checked_add(32));
    code.and_then(char::from_u32).unwrap_or(' ')
}

struct Answer<'a>(&'a mut String);

impl Answer<'_> {
    fn payload(&mut self, payload: &ContactPayload<'_>) {
        let singles = Single::ALL.map(|field| payload.single(field));
        self.0.push('v');
        self.signs(&singles, |single| match single {
            None => '-',
            Some(None) => '0',
            Some(Some(_)) => 's',
        });
        for text in singles.into_iter().flatten().flatten() {
            self.token(text);
        }
        self.items(payload.emails(), ItemList::Emails);
        self.items(payload.phone_numbers(), ItemList::PhoneNumbers);
        let Some(fields) = payload.custom_fields() else { return self.token("-") };
        for field in fields {
            self.0.push(place(field.definition));
            self.0.push(match field.value {
                CustomValue::Null => '0',
                CustomValue::Boolean(true) => 't',
                CustomValue::Boolean(false) => 'f',
                CustomValue::Number(_) => 'n',
                CustomValue::Text(_) | CustomValue::Date(_) => 's',
                CustomValue::MultiSelect(_) => '[',
            });
        }
        self.token("");
        for field in fields {
            match &field.value {
                CustomValue::Null | CustomValue::Boolean(_) => {}
                CustomValue::Number(number) => {
                    number.write(self.0);
                    self.token("");
                }
                CustomValue::Text(text) | CustomValue::Date(text) => self.token(text),
                CustomValue::MultiSelect(texts) => {
                    self.count(texts);
                    for text in texts {
                        self.token(text);
                    }
                }
            }
        }
    }

    fn items(&mut self, items: Spoken<&[Labelled<'_>]>, list: ItemList) {
        let Some(items) = items else { return self.token("-") };
        let is_own = |item: &Labelled<'_>| item.name == list.default_label();
        self.signs(items, |item| if is_own(item) { 'd' } else { 's' });
        for item in items {
            if !is_own(item) {
                self.token(&item.name);
            }
            self.token(&item.value);
        }
    }

    fn signs<T>(&mut self, of: &[T], sign: impl Fn(&T) -> char) {
        self.0.extend(of.iter().map(sign));
        self.0.push('\0');
    }

    fn count<T>(&mut self, of: &[T]) {
        match of.len() {
            1 => self.token("1"),
            several => self.token(&several.to_string()),
        }
    }

    fn token(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\0');
    }
}
