//! The flat form of a verdict on a record: how a payload crosses in one text.
//!
//! The answer to almost every record is a payload, and reading it as JSON would cost the host more than
//! the verdict costs here. So it is written in the order in which the host builds the object: signs of one
//! character, and texts behind their lengths, so that nothing has to be searched.
//!
//! - A number is the character of that code; from U+D800 on it is U+E000, its decimal digits and a NUL.
//! - A text is how many UTF-16 units it has, and the text.
//! - A refusal is `i`, and the whole verdict as JSON.
//! - A payload is `v`, and:
//!   - for each field of [`Single::ALL`] `-` not spoken of, `0` null, or `s` and its text;
//!   - for e-mails and for phone numbers `-`, or `[`, how many, and for each `d` (the list's own label) or
//!     `s` and a label, and its value;
//!   - for the custom fields `-`, or `[`, how many, and for each the place of its definition and `0` null,
//!     `t` true, `f` false, `n` and a number as text, `s` and a text, or `[`, how many, and these texts;
//!   - the warnings as JSON, or nothing.

use super::verdict;
use crate::decimal::push_digits;
use crate::draft::{ItemList, Single};
use crate::mapper::Verdict;
use crate::payload::{ContactPayload, CustomValue, Labelled, Spoken};
use alloc::string::String;

/// Writes the verdict on a record.
pub(super) fn write(verdict: &Verdict<'_>, out: &mut String) {
    let report = &verdict.report;
    let Some(payload) = &verdict.payload else {
        out.push('i');
        return verdict::refusal(report, out);
    };
    Answer(out).payload(payload);
    if !report.warnings.is_empty() {
        verdict::warnings(report, out);
    }
}

struct Answer<'a>(&'a mut String);

impl Answer<'_> {
    fn payload(&mut self, payload: &ContactPayload<'_>) {
        self.0.push('v');
        for field in Single::ALL {
            match payload.single(field) {
                None => self.0.push('-'),
                Some(None) => self.0.push('0'),
                Some(Some(text)) => self.signed('s', text),
            }
        }
        self.items(payload.emails(), ItemList::Emails);
        self.items(payload.phone_numbers(), ItemList::PhoneNumbers);
        let Some(fields) = payload.custom_fields() else { return self.0.push('-') };
        self.begin(fields.len());
        for field in fields {
            self.number(field.definition);
            match &field.value {
                CustomValue::Null => self.0.push('0'),
                CustomValue::Boolean(true) => self.0.push('t'),
                CustomValue::Boolean(false) => self.0.push('f'),
                CustomValue::Number(number) => {
                    // Its length stands before it, and is one byte.
                    self.0.push('n');
                    let start = self.0.len();
                    number.write(self.0);
                    let length = u8::try_from(self.0.len() - start);
                    self.0.insert(start, length.map_or('\0', char::from));
                }
                CustomValue::Text(text) | CustomValue::Date(text) => self.signed('s', text),
                CustomValue::MultiSelect(texts) => {
                    self.begin(texts.len());
                    for text in texts {
                        self.text(text);
                    }
                }
            }
        }
    }

    fn items(&mut self, items: Spoken<&[Labelled<'_>]>, list: ItemList) {
        let Some(items) = items else { return self.0.push('-') };
        self.begin(items.len());
        for Labelled { name, value } in items {
            if name == list.default_label() {
                self.0.push('d');
            } else {
                self.signed('s', name);
            }
            self.text(value);
        }
    }

    fn begin(&mut self, count: usize) {
        self.0.push('[');
        self.number(count);
    }

    fn signed(&mut self, sign: char, text: &str) {
        self.0.push(sign);
        self.text(text);
    }

    fn text(&mut self, text: &str) {
        let ascii = text.is_ascii();
        self.number(if ascii { text.len() } else { text.encode_utf16().count() });
        self.0.push_str(text);
    }

    fn number(&mut self, number: usize) {
        if let Ok(code @ ..0x80) = u8::try_from(number) {
            return self.0.push(char::from(code));
        }
        let code = u32::try_from(number).ok().filter(|code| *code < 0xD800);
        if let Some(code) = code.and_then(char::from_u32) {
            return self.0.push(code);
        }
        self.0.push('\u{E000}');
        push_digits(self.0, number as u64);
        self.0.push('\0');
    }
}
