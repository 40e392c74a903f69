//! A payload in the shape of version 1 of the API: exactly the declared keys, `customFields` an array of
//! `{ key, value }`.

use crate::payload::{ContactPayload, CustomField, CustomValue, Labelled};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A payload as `POST /v1/contacts` takes it. What the record did not speak of is left out.
#[derive(Clone, Copy, Debug)]
pub struct V1<'a>(pub &'a ContactPayload);

impl V1<'_> {
    /// The JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing into memory can't fail, and the payload holds no map with other keys than text.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for V1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let payload = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("defaultFields", &DefaultFields(payload))?;
        if let Some(fields) = payload.custom_fields() {
            map.serialize_entry("customFields", &CustomFields(fields))?;
        }
        if let Some(id) = payload.created_by_user_id() {
            map.serialize_entry("createdByUserId", id)?;
        }
        if let Some(source) = payload.source() {
            map.serialize_entry("source", source)?;
        }
        if let Some(url) = payload.source_url() {
            map.serialize_entry("sourceUrl", url)?;
        }
        if let Some(id) = payload.external_id() {
            map.serialize_entry("externalId", &id)?;
        }
        map.end()
    }
}

struct DefaultFields<'a>(&'a ContactPayload);

impl Serialize for DefaultFields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let payload = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("firstName", &payload.first_name())?;
        let texts = [
            ("lastName", payload.last_name()),
            ("company", payload.company()),
            ("role", payload.role()),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                map.serialize_entry(name, &text)?;
            }
        }
        for (name, items) in
            [("emails", payload.emails()), ("phoneNumbers", payload.phone_numbers())]
        {
            if let Some(items) = items {
                map.serialize_entry(name, &Items(items))?;
            }
        }
        map.end()
    }
}

struct Items<'a>(&'a [Labelled]);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for Labelled { name, value } in self.0 {
            list.serialize_element(&Pair("name", name, &value.as_str()))?;
        }
        list.end()
    }
}

struct CustomFields<'a>(&'a [CustomField]);

impl Serialize for CustomFields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for CustomField { key, value } in self.0 {
            list.serialize_element(&Pair("key", key, value))?;
        }
        list.end()
    }
}

/// `{ name: …, value: … }` or `{ key: …, value: … }`.
struct Pair<'a, T>(&'static str, &'a str, &'a T);

impl<T: Serialize> Serialize for Pair<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(self.0, self.1)?;
        map.serialize_entry("value", self.2)?;
        map.end()
    }
}

/// Below it every whole number is a double of its own: 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for CustomValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Text(text) | Self::Date(text) => serializer.serialize_str(text),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::MultiSelect(options) => options.serialize(serializer),
            #[expect(clippy::cast_possible_truncation, reason = "whole, and exact in both types")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
        }
    }
}
