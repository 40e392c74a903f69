//! `GET /v1/contacts/{id}`: one contact. The id is Quo's own, never the `externalId`.
//!
//! Source: `getContactById_v1`.

use super::{InvalidRequest, ResponseError, contact_path};
use crate::contact::{Contact, Fields};
use crate::http::{HttpRequest, HttpResponse};

/// The request for a contact.
///
/// # Errors
/// The empty text, `.` and `..`: no id.
pub fn request(id: &str) -> Result<HttpRequest, InvalidRequest> {
    Ok(HttpRequest::get(&contact_path(id)?))
}

/// Reads the contact.
///
/// # Errors
/// What the API refused, and an answer that is no contact.
pub fn read(response: &HttpResponse) -> Result<Contact, ResponseError> {
    super::read(response, |answer| Contact::read(answer.object("data")?))
}

/// Reads the contact, and everything of it that a PATCH must send back.
///
/// # Errors
/// As [`read`], and a contact that lacks a part: what is not known can't be kept.
pub fn read_whole(response: &HttpResponse) -> Result<(Contact, Fields), ResponseError> {
    super::read(response, |answer| {
        let contact = answer.object("data")?;
        Some((Contact::read(contact)?, Fields::read(contact)?))
    })
}
