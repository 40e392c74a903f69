//! A custom field as the host gets it, as JSON.

use crate::definition::FieldDefinition;
use crate::json::{Json, object};
use alloc::borrow::ToOwned;
use alloc::string::String;

/// One custom field of the workspace, as the API describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Definition {
    /// What the API calls it.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// `address`, `boolean`, `date`, `multi-select`, `number`, `string` or `url`; another is kept.
    #[cfg_attr(feature = "wasm", serde(rename = "type"))]
    pub field_type: String,
}

impl From<FieldDefinition> for Definition {
    fn from(definition: FieldDefinition) -> Self {
        let field_type = definition.field_type.word().to_owned();
        Self { key: definition.key, name: definition.name, field_type }
    }
}

impl Json for Definition {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("key", Some(&self.key)),
                ("name", Some(&self.name)),
                ("type", Some(&self.field_type)),
            ],
        );
    }
}
