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
use crate::json::Object;
use crate::record::Record;

/// Reads what a good answer holds, and the error from any other. `work` gets the whole answer, and says
/// nothing where it is not what the API promises.
fn read<T>(
    response: &HttpResponse,
    work: impl FnOnce(Object<'_>) -> Option<T>,
) -> Result<T, ResponseError> {
    if !(200..300).contains(&response.status) {
        return Err(ResponseError::from_response(response));
    }
    let answer = Record::from_json(&response.body).ok();
    let read = answer.as_ref().and_then(Object::root).and_then(work);
    read.ok_or_else(|| ResponseError::unreadable(response))
}
