//! A contact as Quo returns it.
//!
//! Fields that this version does not know are ignored, and what is missing is filled in: a contact that was
//! made must not be lost because its answer lacks something. Only the `id` is indispensable. Source: the answers of `createContact_v1`,
//! `getContactById_v1` and `listContacts_v1`.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

/// A contact as Quo returns it. Keep the `id`: every later call needs it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
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
    #[serde(default, deserialize_with = "filled")]
    pub default_fields: ContactDefaultFields,
    /// The fields of the workspace.
    #[serde(default, deserialize_with = "filled")]
    pub custom_fields: Vec<ContactCustomField>,
    /// RFC 3339.
    #[serde(default, deserialize_with = "filled")]
    pub created_at: String,
    /// RFC 3339.
    #[serde(default, deserialize_with = "filled")]
    pub updated_at: String,
    /// The id of the user who made it.
    #[serde(default, deserialize_with = "filled")]
    pub created_by_user_id: String,
}

/// The fields that every contact has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
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
    #[serde(default, deserialize_with = "filled")]
    pub emails: Vec<ContactItem>,
    /// Phone numbers.
    #[serde(default, deserialize_with = "filled")]
    pub phone_numbers: Vec<ContactItem>,
}

/// An e-mail address or a phone number of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
pub struct ContactItem {
    /// What it is called.
    #[serde(default, deserialize_with = "filled")]
    pub name: String,
    /// The address or number.
    pub value: Option<String>,
    /// Quo's id of the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub id: Option<String>,
}

/// A custom field of a contact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", tsify(missing_as_null))]
pub struct ContactCustomField {
    /// What people call the field.
    #[serde(default, deserialize_with = "filled")]
    pub name: String,
    /// The definition's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub key: Option<String>,
    /// Quo's id of the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub id: Option<String>,
    /// The definition's type, which may be newer than this version.
    #[serde(rename = "type", default, deserialize_with = "filled")]
    pub field_type: String,
    /// As Quo sent it, to the byte.
    #[serde(default)]
    #[cfg_attr(feature = "wasm", tsify(type = "string | number | boolean | string[] | null"))]
    pub value: Box<RawValue>,
}

/// What is null where the API promises something is as good as missing.
fn filled<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
