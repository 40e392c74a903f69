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

/// Reads the contact with this id.
///
/// # Errors
/// What the API refused, and an answer that is no contact or another one.
pub fn read(id: &str, response: &HttpResponse) -> Result<Contact, ResponseError> {
    super::read(response, |answer| {
        Contact::read(answer.object("data")?).filter(|contact| contact.id == id)
    })
}

/// Reads everything of a contact that a PATCH must send back.
///
/// # Errors
/// What the API refused; a contact that lacks a part, and one with half of a surrogate pair, which JSON can
/// escape and UTF-8 can't hold: what is not known can't be kept.
pub(crate) fn read_whole(response: &HttpResponse) -> Result<Fields, ResponseError> {
    super::read(response, |answer| {
        answer.is_well_formed().then(|| Fields::read(answer.object("data")?)).flatten()
    })
}
