//! Requests and responses as plain data. There is no client here, and no key.

/// What the host is asked to send. It adds the key as `Authorization`, raw and without `Bearer`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct HttpRequest {
    /// `GET`, `POST`.
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

    /// A request with a body of JSON.
    #[must_use]
    pub fn post(path: &str, json: String) -> Self {
        let mut request = Self { method: "POST".to_owned(), body: Some(json), ..Self::get(path) };
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
