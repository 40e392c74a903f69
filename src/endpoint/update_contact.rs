//! `PATCH /v1/contacts/{id}`: replaces a contact.
//!
//! It does not merge: what the body leaves out is deleted. A safe update is [`crate::operation::Operation`]'s;
//! this is the bare request. Source: `updateContactById_v1`, and what integrators saw.

use super::{InvalidRequest, ResponseError, contact_path};
use crate::contact::{Contact, Fields};
use crate::http::{HttpRequest, HttpResponse};

/// The request that leaves of a contact what is given here, and nothing else.
///
/// # Errors
/// The empty text, `.` and `..`: no id.
pub fn request(id: &str, contact: &Fields) -> Result<HttpRequest, InvalidRequest> {
    Ok(HttpRequest::patch(&contact_path(id)?, contact.body()))
}

/// Reads the contact as it is now.
///
/// # Errors
/// What the API refused, and an answer that is no contact.
pub fn read(response: &HttpResponse) -> Result<Contact, ResponseError> {
    super::read(response, |answer| Contact::read(answer.object("data")?))
}
