//! `POST /v1/contacts`: makes a contact.
//!
//! There is no idempotency key: once sent, a request may have made its contact whatever comes back.
//! Source: `createContact_v1`.

use super::proof::{self, Proved};
use super::v1::V1;
use super::{CONTACTS, ResponseError};
use crate::contact::Contact;
use crate::http::{HttpRequest, HttpResponse};
use crate::issue::Report;
use crate::json::to_json;
use crate::payload::ContactPayload;
use crate::record::Record;

/// The request for a proved payload.
#[must_use]
pub fn request(payload: &ContactPayload<'_>) -> HttpRequest {
    HttpRequest::post(CONTACTS, to_json(&V1(payload)))
}

/// The request for a payload from hands that may have changed it: checked again, as far as it can be
/// without definitions.
///
/// # Errors
/// Everything that stands against it, such as a phone number that is not E.164, or a custom value of a
/// shape that no type has.
pub fn request_for(payload: &Record<'_>) -> Result<HttpRequest, Report> {
    proof::contact(payload).map(|proved| from_proved(&proved))
}

pub(crate) fn from_proved(proved: &Proved) -> HttpRequest {
    HttpRequest::post(CONTACTS, proved.body.clone())
}

/// Reads the answer: the contact with its `id`.
///
/// # Errors
/// What the API refused, and an answer that is no contact.
pub fn read(response: &HttpResponse) -> Result<Contact, ResponseError> {
    super::read(response, |answer| Contact::read(answer.object("data")?))
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_payload_is_sent_as_it_is() {
        let payload = json!({
            "defaultFields": {
                "firstName": null,
                "emails": [{"name": "work", "value": "ada@example.com"}],
                "phoneNumbers": [{"name": "mobile", "value": "+14155552671"}],
            },
            "customFields": [
                {"key": "a", "value": ["x", "y"]},
                {"key": "b", "value": false},
                {"key": "c", "value": 0.5},
                {"key": "d", "value": null},
                {"key": "e", "value": "2024-09-11T04:00:00.000Z"},
            ],
            "createdByUserId": "US1",
            "source": "web-form",
            "sourceUrl": "https://example.com/42",
            "externalId": "42",
        });
        let request = request_for(&Record::from_json(&payload.to_string()).unwrap()).unwrap();
        assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/v1/contacts"));
        let sent: serde_json::Value = serde_json::from_str(&request.body.unwrap()).unwrap();
        assert_eq!(sent, payload);
    }

    #[track_caller]
    fn refuse(payload: &serde_json::Value, expected: &[&str]) {
        let payload = payload.to_string();
        let report = request_for(&Record::from_json(&payload).unwrap()).unwrap_err();
        let found: Vec<_> = report
            .issues
            .iter()
            .map(|issue| format!("{} {}", issue.code.code(), issue.path))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_payload_is_refused() {
        refuse(
            &json!({"value": {"defaultFields": {}}, "warnings": []}),
            &["required firstName", "unknown_field value", "unknown_field warnings"],
        );
        refuse(
            &json!({"defaultFields": {"firstName": 1}}),
            &["wrong_type defaultFields.firstName"],
        );
        refuse(
            &json!({"defaultFields": {"firstName": "A", "phoneNumbers": [{"name": "p", "value": "415 555 2671"}]}}),
            &["country_required defaultFields.phoneNumbers[0].value"],
        );
        refuse(
            &json!({"defaultFields": {"firstName": "A"}, "customFields": [{"key": "a", "value": {"b": 1}}], "source": "zapier"}),
            &["wrong_type customFields[0].value", "reserved_source source"],
        );
        refuse(&json!("text"), &["wrong_type "]);
        refuse(&json!({}), &["required firstName"]);
        refuse(&json!({"defaultFields": {}}), &["required defaultFields.firstName"]);
    }

    #[test]
    fn a_contact_is_read() {
        let body = json!({"data": {
            "id": "664d0db69fcac7cf2e6ec", "externalId": null, "source": "public-api", "sourceUrl": null,
            "defaultFields": {"company": null, "emails": [], "firstName": "Ada", "lastName": null,
                "phoneNumbers": [{"name": "mobile", "value": "+14155552671", "id": "p1"}], "role": null},
            "customFields": [{"name": "Score", "type": "number", "value": 7.25, "key": "a", "id": "c1"}],
            "createdAt": "2024-09-11T04:00:00.000Z", "updatedAt": "2024-09-11T04:00:00.000Z",
            "createdByUserId": "US1", "news": true,
        }});
        let response = HttpResponse {
            status: 201,
            headers: Vec::new(),
            body: body.to_string().replace("7.25", "7.10"),
        };
        let contact = read(&response).unwrap();
        assert_eq!(contact.id, "664d0db69fcac7cf2e6ec");
        assert_eq!(contact.custom_fields[0].value, "7.10");
    }

    #[test]
    fn a_contact_that_was_made_is_not_lost() {
        let answer =
            |body: &str| HttpResponse { status: 201, headers: Vec::new(), body: body.to_owned() };
        assert_eq!(read(&answer(r#"{"data":{"id":"c1"}}"#)).unwrap().id, "c1");
        let sparse =
            r#"{"data":{"id":"c1","defaultFields":{"emails":[{}]},"customFields":[{"name":"n"}]}}"#;
        let contact = read(&answer(sparse)).unwrap();
        assert_eq!(contact.custom_fields[0].value, "null");
        let nulls =
            r#"{"data":{"id":"c1","defaultFields":null,"customFields":null,"createdAt":null}}"#;
        assert_eq!(read(&answer(nulls)).unwrap().default_fields.emails, []);
        assert!(read(&answer(r#"{"data":{"externalId":"e"}}"#)).is_err());
    }
}
