//! A payload in the shape of version 1 of the API: exactly the declared keys, `customFields` an array of
//! `{ key, value }`.

use crate::json::{Json, object, some, to_json};
use crate::payload::{ContactPayload, CustomField, CustomValue, Labelled};
use alloc::string::String;

/// A payload as `POST /v1/contacts` takes it. What the record did not speak of is left out.
#[derive(Clone, Copy, Debug)]
pub struct V1<'a>(pub &'a ContactPayload<'a>);

impl V1<'_> {
    /// The JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

impl Json for V1<'_> {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("defaultFields", Some(&DefaultFields(self.0))),
                ("customFields", some(&self.0.custom_fields())),
                ("createdByUserId", some(&self.0.created_by_user_id())),
                ("source", some(&self.0.source())),
                ("sourceUrl", some(&self.0.source_url())),
                ("externalId", some(&self.0.external_id())),
            ],
        );
    }
}

struct DefaultFields<'a>(&'a ContactPayload<'a>);

impl Json for DefaultFields<'_> {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("firstName", Some(&self.0.first_name())),
                ("lastName", some(&self.0.last_name())),
                ("company", some(&self.0.company())),
                ("role", some(&self.0.role())),
                ("emails", some(&self.0.emails())),
                ("phoneNumbers", some(&self.0.phone_numbers())),
            ],
        );
    }
}

impl Json for Labelled<'_> {
    fn write(&self, out: &mut String) {
        object(out, &[("name", Some(&self.name)), ("value", Some(&self.value))]);
    }
}

impl Json for CustomField<'_> {
    fn write(&self, out: &mut String) {
        object(out, &[("key", Some(&self.key)), ("value", Some(&self.value))]);
    }
}

impl Json for CustomValue<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::Null => None::<bool>.write(out),
            Self::Text(text) | Self::Date(text) => text.write(out),
            Self::Boolean(boolean) => boolean.write(out),
            Self::MultiSelect(options) => options.write(out),
            Self::Number(number) => Json::write(number, out),
        }
    }
}
