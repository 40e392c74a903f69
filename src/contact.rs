//! A contact as Quo returns it.
//!
//! Fields that this version does not know are ignored, and what is missing is filled in: a contact that was
//! made must not be lost because its answer lacks something. Only the `id` is indispensable. Source: the
//! answers of `createContact_v1`, `getContactById_v1` and `listContacts_v1`.

mod fields;

pub use fields::Fields;

use crate::json::{Json, Object, Raw, object, some, to_json};
use crate::record::Record;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// A contact as Quo returns it. Keep the `id`: every later call needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null), serde(rename_all = "camelCase"))]
pub struct Contact {
    /// Quo's own id.
    pub id: String,
    /// The id that the maker of the contact gave.
    pub external_id: Option<String>,
    /// Who made the contact; null for one that was made in the app.
    pub source: Option<String>,
    /// Where the contact stands at its source.
    pub source_url: Option<String>,
    /// The fields that every contact has.
    pub default_fields: ContactDefaultFields,
    /// The fields of the workspace.
    pub custom_fields: Vec<ContactCustomField>,
    /// RFC 3339.
    pub created_at: String,
    /// RFC 3339.
    pub updated_at: String,
    /// The id of the user who made it.
    pub created_by_user_id: String,
}

/// The fields that every contact has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null), serde(rename_all = "camelCase"))]
pub struct ContactDefaultFields {
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// E-mail addresses.
    pub emails: Vec<ContactItem>,
    /// Phone numbers.
    pub phone_numbers: Vec<ContactItem>,
}

/// An e-mail address or a phone number of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
pub struct ContactItem {
    /// What it is called.
    pub name: String,
    /// The address or number.
    pub value: Option<String>,
    /// Quo's id of the item.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub id: Option<String>,
}

/// A custom field of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
pub struct ContactCustomField {
    /// What people call the field.
    pub name: String,
    /// The definition's key.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub key: Option<String>,
    /// Quo's id of the item.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub id: Option<String>,
    /// The definition's type, which may be newer than this version.
    #[cfg_attr(feature = "wasm", serde(rename = "type"))]
    pub field_type: String,
    /// JSON text; numbers as Quo sent them, to the digit.
    #[cfg_attr(feature = "wasm", tsify(type = "string | number | boolean | string[] | null"))]
    pub value: String,
}

impl Contact {
    /// Reads a contact that was kept, or came by a webhook; `None` for JSON without an `id`, and for what is none.
    ///
    /// ```
    /// use quo_contacts::Contact;
    ///
    /// let contact = Contact::from_json(r#"{"id": "c1", "externalId": "42"}"#).unwrap();
    /// assert_eq!(contact.external_id.as_deref(), Some("42"));
    /// assert_eq!(Contact::from_json(&contact.to_json()), Some(contact));
    /// ```
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        let record = Record::from_json(json).ok()?;
        Self::read(Object::root(&record)?)
    }

    /// The contact as JSON, in Quo's own names.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }

    /// Reads a contact of an answer; `None` without an `id`.
    pub(crate) fn read(answer: Object<'_>) -> Option<Self> {
        let fields = answer.object("defaultFields");
        let custom = answer.objects("customFields");
        Some(Self {
            id: answer.text("id")?,
            external_id: answer.text("externalId"),
            source: answer.text("source"),
            source_url: answer.text("sourceUrl"),
            default_fields: fields.map(ContactDefaultFields::read).unwrap_or_default(),
            custom_fields: custom.into_iter().flatten().map(ContactCustomField::read).collect(),
            created_at: answer.text("createdAt").unwrap_or_default(),
            updated_at: answer.text("updatedAt").unwrap_or_default(),
            created_by_user_id: answer.text("createdByUserId").unwrap_or_default(),
        })
    }
}

impl ContactDefaultFields {
    fn read(fields: Object<'_>) -> Self {
        let items = |name| fields.objects(name).into_iter().flatten().map(ContactItem::read);
        Self {
            first_name: fields.text("firstName"),
            last_name: fields.text("lastName"),
            company: fields.text("company"),
            role: fields.text("role"),
            emails: items("emails").collect(),
            phone_numbers: items("phoneNumbers").collect(),
        }
    }
}

impl ContactItem {
    fn read(item: Object<'_>) -> Self {
        Self {
            name: item.text("name").unwrap_or_default(),
            value: item.text("value"),
            id: item.text("id"),
        }
    }
}

impl ContactCustomField {
    fn read(field: Object<'_>) -> Self {
        Self {
            name: field.text("name").unwrap_or_default(),
            key: field.text("key"),
            id: field.text("id"),
            field_type: field.text("type").unwrap_or_default(),
            value: field.raw("value").map_or_else(|| "null".to_owned(), |Raw(json)| json),
        }
    }
}

impl Json for Contact {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("id", Some(&self.id)),
                ("externalId", Some(&self.external_id)),
                ("source", Some(&self.source)),
                ("sourceUrl", Some(&self.source_url)),
                ("defaultFields", Some(&self.default_fields)),
                ("customFields", Some(&self.custom_fields)),
                ("createdAt", Some(&self.created_at)),
                ("updatedAt", Some(&self.updated_at)),
                ("createdByUserId", Some(&self.created_by_user_id)),
            ],
        );
    }
}

impl Json for ContactDefaultFields {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("firstName", Some(&self.first_name)),
                ("lastName", Some(&self.last_name)),
                ("company", Some(&self.company)),
                ("role", Some(&self.role)),
                ("emails", Some(&self.emails)),
                ("phoneNumbers", Some(&self.phone_numbers)),
            ],
        );
    }
}

impl Json for ContactItem {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[("name", Some(&self.name)), ("value", Some(&self.value)), ("id", some(&self.id))],
        );
    }
}

impl Json for ContactCustomField {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("name", Some(&self.name)),
                ("key", some(&self.key)),
                ("id", some(&self.id)),
                ("type", Some(&self.field_type)),
                ("value", Some(&Raw(self.value.clone()))),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_comes_back_from_its_own_json() {
        let json = concat!(
            r#"{"id":"c1","externalId":"7","source":"web","sourceUrl":null,"#,
            r#""defaultFields":{"firstName":"Ada","lastName":null,"company":"AE","role":null,"#,
            r#""emails":[{"name":"work","value":"ada@example.com","id":"e1"}],"#,
            r#""phoneNumbers":[{"name":"main","value":null}]},"#,
            r#""customFields":[{"name":"Score","key":"score","id":"f1","type":"number","value":7.10}],"#,
            r#""createdAt":"2024-09-11T04:00:00.000Z","updatedAt":"2024-09-12T04:00:00.000Z","#,
            r#""createdByUserId":"US1"}"#
        );
        assert_eq!(Contact::from_json(json).unwrap().to_json(), json);
        assert_eq!(Contact::from_json(r#"{"externalId":"7"}"#), None);
    }
}
