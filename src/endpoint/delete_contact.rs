//! `DELETE /v1/contacts/{id}`: answers 204 without a body.
//!
//! The same `source` and `externalId` can't be made again afterwards: that was seen to answer 500.
//! Source: `deleteContact_v1`.

use super::{InvalidRequest, ResponseError, contact_path};
use crate::http::{HttpRequest, HttpResponse};

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
/// What the API refused.
pub fn read(response: &HttpResponse) -> Result<(), ResponseError> {
    if response.is_success() { Ok(()) } else { Err(ResponseError::from_response(response)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_body_is_a_success() {
        let answer = |status, body: &str| HttpResponse {
            status,
            headers: Vec::new(),
            body: body.to_owned(),
        };
        assert_eq!(request("c1").unwrap().method, "DELETE");
        assert_eq!(read(&answer(204, "")), Ok(()));
        let missing = r#"{"message":"Contact not found","code":"0800404","status":404}"#;
        assert_eq!(read(&answer(404, missing)).unwrap_err().status(), 404);
        assert_eq!(read(&answer(502, "<html>")).unwrap_err().status(), 502);
    }
}
