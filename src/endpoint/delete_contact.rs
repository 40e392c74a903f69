//! `DELETE /v1/contacts/{id}`: answers 204 without a body.
//!
//! The same `source` and `externalId` can't be made again afterwards: that was seen to answer 500.
//! Source: `deleteContact_v1`.

use super::{InvalidRequest, ResponseError, contact_path};
use crate::http::{HttpRequest, HttpResponse};
use crate::record::Record;

/// The request.
///
/// # Errors
/// The empty text, `.` and `..`: no id.
pub fn request(id: &str) -> Result<HttpRequest, InvalidRequest> {
    Ok(HttpRequest::delete(&contact_path(id)?))
}

/// Reads the answer.
///
/// # Errors
/// What the API refused, and a success that somebody else tells of: with a body that is no JSON.
pub fn read(response: &HttpResponse) -> Result<(), ResponseError> {
    if !response.is_success() {
        return Err(ResponseError::from_response(response));
    }
    let is_empty = response.status == 204 || response.body.trim().is_empty();
    if is_empty || Record::from_json(&response.body).is_ok() {
        Ok(())
    } else {
        Err(ResponseError::unreadable(response))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_body_and_json_are_a_success() {
        let answer = |status, body: &str| HttpResponse {
            status,
            headers: Vec::new(),
            body: body.to_owned(),
        };
        assert_eq!(request("c1").unwrap().method, "DELETE");
        for (status, body) in [(204, ""), (204, "<html>"), (200, ""), (202, " \n"), (200, "{}")] {
            assert_eq!(read(&answer(status, body)), Ok(()), "{status} {body}");
        }
        assert!(matches!(
            read(&answer(200, "<html>")),
            Err(ResponseError::Unreadable { status: 200, .. })
        ));
        let missing = r#"{"message":"Contact not found","code":"0800404","status":404}"#;
        assert_eq!(read(&answer(404, missing)).unwrap_err().status(), 404);
        assert_eq!(read(&answer(502, "<html>")).unwrap_err().status(), 502);
    }
}
