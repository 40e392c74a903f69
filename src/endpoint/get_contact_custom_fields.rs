//! `GET /v1/contact-custom-fields`: the workspace's custom fields.
//!
//! Definitions are made and changed in the Quo app only. Source: `getContactCustomFields_v1`.

use super::ResponseError;
use crate::definition::{FieldDefinition, FieldType};
use crate::http::{HttpRequest, HttpResponse};
use crate::json::Object;
use alloc::vec::Vec;

/// The request; it has no parameters, and the answer no pages.
#[must_use]
pub fn request() -> HttpRequest {
    HttpRequest::get("/v1/contact-custom-fields")
}

/// Reads the answer.
///
/// # Errors
/// What the API refused, and an answer that is no list of definitions.
pub fn read(response: &HttpResponse) -> Result<Vec<FieldDefinition>, ResponseError> {
    super::read(response, |answer| answer.objects("data")?.map(definition).collect())
}

fn definition(wire: Object<'_>) -> Option<FieldDefinition> {
    Some(FieldDefinition {
        key: wire.text("key")?,
        name: wire.text("name")?,
        field_type: FieldType::from_word(&wire.text("type")?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> HttpResponse {
        HttpResponse { status, headers: Vec::new(), body: body.to_owned() }
    }

    #[test]
    fn definitions_are_read_and_news_is_kept() {
        let body = r#"{"data":[{"name":"Tier","key":"670d","type":"multi-select","id":"new"},
            {"name":"Owner","key":"671","type":"person"}],"more":1}"#;
        let definitions = read(&answer(200, body)).unwrap();
        assert_eq!(definitions[0].field_type, FieldType::MultiSelect);
        assert_eq!(definitions[1].field_type, FieldType::Unknown("person".into()));
    }

    #[test]
    fn other_answers_are_errors() {
        for body in ["", "<html>", "[]", "{}", "{\"data\":{}}", "{\"data\":[{}]}"] {
            let error = read(&answer(200, body)).unwrap_err();
            assert!(matches!(error, ResponseError::Unreadable { status: 200, .. }), "{body}");
        }
        assert!(matches!(read(&answer(401, "{}")).unwrap_err(), ResponseError::Unreadable { .. }));
    }
}
