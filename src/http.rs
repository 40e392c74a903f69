//! Requests and responses as plain data. There is no client here, and no key.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What the host is asked to send. It adds the key as `Authorization`, raw and without `Bearer`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct HttpRequest {
    /// `GET`, `POST`, `PATCH`, `DELETE`.
    pub method: String,
    /// Below [`crate::limits::BASE_URL`]: `/v1/contacts`.
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// JSON text.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub body: Option<String>,
}

impl HttpRequest {
    /// A request without a body.
    #[must_use]
    pub fn get(path: &str) -> Self {
        let headers = vec![("accept".to_owned(), "application/json".to_owned())];
        Self { method: "GET".to_owned(), path: path.to_owned(), headers, body: None }
    }

    /// A request that deletes.
    #[must_use]
    pub fn delete(path: &str) -> Self {
        Self { method: "DELETE".to_owned(), ..Self::get(path) }
    }

    /// A request with a body of JSON that makes something.
    #[must_use]
    pub fn post(path: &str, json: String) -> Self {
        Self::with_body("POST", path, json)
    }

    /// A request with a body of JSON that changes something.
    #[must_use]
    pub fn patch(path: &str, json: String) -> Self {
        Self::with_body("PATCH", path, json)
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.method == "GET"
    }

    fn with_body(method: &str, path: &str, json: String) -> Self {
        let mut request = Self { method: method.to_owned(), body: Some(json), ..Self::get(path) };
        request.headers.push(("content-type".to_owned(), "application/json".to_owned()));
        request
    }
}

/// What the host got back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct HttpResponse {
    /// Of the status line.
    pub status: u16,
    /// As they came.
    pub headers: Vec<(String, String)>,
    /// As text, whatever it is.
    pub body: String,
}

impl HttpResponse {
    /// The first header of a name, whose case does not matter.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// Whether the status tells a success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Adds a text to a path or to a query: everything but unreserved characters as `%XX` of its UTF-8, so that
/// `+` is `%2B`. Source: RFC 3986, section 2.3.
pub(crate) fn escape(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.extend(HEX.get(usize::from(nibble)).map(|digit| char::from(*digit)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_could_misread_is_escaped() {
        let mut out = String::new();
        escape("+1 a/b?c=d&é,~", &mut out);
        assert_eq!(out, "%2B1%20a%2Fb%3Fc%3Dd%26%C3%A9%2C~");
    }

    #[test]
    fn headers_have_no_case() {
        let headers = vec![("Retry-After".to_owned(), "2".to_owned())];
        let response = HttpResponse { status: 429, headers, body: String::new() };
        assert_eq!(response.header("retry-after"), Some("2"));
        assert_eq!(response.header("ratelimit"), None);
    }
}
