//! One file for each endpoint of the contacts API: the request it takes, the answers it gives.
//!
//! Nothing is sent from here: a [`crate::http::HttpRequest`] goes out, a [`crate::http::HttpResponse`]
//! comes in. Source: <https://www.quo.com/docs/mdx/api-reference/introduction>.

pub mod create_contact;
pub mod get_contact_custom_fields;
mod response_error;
pub mod v1;

pub use response_error::{ApiError, ErrorItem, ResponseError};

use crate::http::HttpResponse;
use serde::de::DeserializeOwned;

/// The envelope of every good answer.
#[derive(serde::Deserialize)]
struct Envelope<T> {
    data: T,
}

/// Reads `{ data: … }` from a good answer, and the error from any other.
fn read<T: DeserializeOwned>(response: &HttpResponse) -> Result<T, ResponseError> {
    if !(200..300).contains(&response.status) {
        return Err(ResponseError::from_response(response));
    }
    match serde_json::from_str::<Envelope<T>>(&response.body) {
        Ok(envelope) => Ok(envelope.data),
        Err(_) => Err(ResponseError::unreadable(response)),
    }
}
