//! One file for each endpoint of the contacts API: the request it takes, the answers it gives.
//!
//! Nothing is sent from here: a [`crate::http::HttpRequest`] goes out, a [`crate::http::HttpResponse`]
//! comes in. Source: <https://www.quo.com/docs/mdx/api-reference/introduction>.

pub mod create_contact;
pub mod delete_contact;
pub mod get_contact;
pub mod get_contact_custom_fields;
pub mod list_contacts;
pub mod proof;
mod refusal;
mod response_error;
pub mod update_contact;
pub mod v1;

pub use refusal::{FieldRefusal, field_refusals};
pub use response_error::{ApiError, ErrorItem, ResponseError};

use crate::http::{HttpResponse, escape};
use crate::json::Object;
use crate::record::Record;
use alloc::borrow::ToOwned;
use alloc::string::String;

/// Where contacts are.
const CONTACTS: &str = "/v1/contacts";

/// What the API would refuse, or take for something else: it is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidRequest {
    /// `id`, `externalIds`.
    pub option: &'static str,
    /// What was expected.
    pub what: &'static str,
}

impl core::fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "`{}`: {}", self.option, self.what)
    }
}

impl core::error::Error for InvalidRequest {}

/// The path of one contact. Dots alone would be steps to another path.
fn contact_path(id: &str) -> Result<String, InvalidRequest> {
    if matches!(id, "" | "." | "..") {
        return Err(InvalidRequest { option: "id", what: "expected the id of a contact" });
    }
    let mut path = CONTACTS.to_owned();
    path.push('/');
    escape(id, &mut path);
    Ok(path)
}

/// Reads what a good answer holds, and the error from any other. `work` gets the whole answer, and says
/// nothing where it is not what the API promises.
fn read<T>(
    response: &HttpResponse,
    work: impl FnOnce(Object<'_>) -> Option<T>,
) -> Result<T, ResponseError> {
    if !response.is_success() {
        return Err(ResponseError::from_response(response));
    }
    let answer = Record::from_json(&response.body).ok();
    let read = answer.as_ref().and_then(Object::root).and_then(work);
    read.ok_or_else(|| ResponseError::unreadable(response))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_one_step_of_the_path() {
        assert_eq!(contact_path("66d0").unwrap(), "/v1/contacts/66d0");
        assert_eq!(contact_path("a/b?c").unwrap(), "/v1/contacts/a%2Fb%3Fc");
        for id in ["", ".", ".."] {
            assert_eq!(contact_path(id).unwrap_err().option, "id", "{id}");
        }
    }
}
