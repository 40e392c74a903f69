//! Answers that are no success: every shape in which Quo, its gateway and proxies say no.

use crate::http::HttpResponse;
use crate::json::{Json, Object, object, some};
use crate::record::Record;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseError {
    /// The API said what is wrong.
    Server(Box<ApiError>),
    /// The answer is none of the API's: HTML of a proxy, an empty body, a success without its data.
    Unreadable {
        /// Of the status line.
        status: u16,
        /// The first 200 characters of the body.
        excerpt: String,
    },
}

/// What the API says is wrong. Decide by `status`; messages may be reworded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ApiError {
    /// Of the status line.
    pub status: u16,
    /// Such as `0800409`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub code: Option<String>,
    /// Such as `Conflict`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub title: Option<String>,
    /// For people.
    pub message: String,
    /// For Quo's support.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub trace: Option<String>,
    /// One for each field that is wrong, where the API says which.
    pub items: Vec<ErrorItem>,
}

/// One field that the API found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ErrorItem {
    /// Where in the request, as a JSON pointer, or the key of a custom field.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl ResponseError {
    /// How much of an unreadable body is worth keeping, in characters.
    pub const EXCERPT: usize = 200;

    /// Reads an answer that is no success.
    #[must_use]
    pub fn from_response(response: &HttpResponse) -> Self {
        let answer = Record::from_json(&response.body).ok();
        let error = answer.as_ref().and_then(Object::root);
        error
            .and_then(|error| ApiError::read(error, response.status))
            .map_or_else(|| Self::unreadable(response), |error| Self::Server(Box::new(error)))
    }

    /// Of the status line.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Server(error) => error.status,
            Self::Unreadable { status, .. } => *status,
        }
    }

    pub(super) fn unreadable(response: &HttpResponse) -> Self {
        let excerpt = response.body.chars().take(Self::EXCERPT).collect();
        Self::Unreadable { status: response.status, excerpt }
    }
}

impl ApiError {
    /// How many items are read: each is looked for among the fields that were sent, and nobody reads more.
    const ITEMS: usize = 1_000;

    /// Reads the shapes that there are: flat with `errors` of two kinds, and the gateway's `error`. `None`
    /// where there is neither a message nor anything that can stand for one: it is some other JSON.
    fn read(answer: Object<'_>, status: u16) -> Option<Self> {
        if let Some(gateway) = answer.object("error") {
            let title = gateway.text("key");
            return Some(Self {
                status,
                code: None,
                message: gateway.text("message").or_else(|| title.clone())?,
                title,
                trace: gateway.text("trace"),
                items: Vec::new(),
            });
        }
        let (code, title) = (answer.text("code"), answer.text("title"));
        let message = answer.text("message").or_else(|| title.clone()).or_else(|| code.clone())?;
        let items = answer.objects("errors").into_iter().flatten().take(Self::ITEMS);
        let items = items.map(ErrorItem::read).collect();
        Some(Self { status, code, title, message, trace: answer.text("trace"), items })
    }
}

impl ErrorItem {
    fn read(item: Object<'_>) -> Self {
        let either = |one, other| item.text(one).or_else(|| item.text(other)).unwrap_or_default();
        Self { path: either("path", "key"), message: either("message", "reason") }
    }
}

impl Json for ApiError {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("status", Some(&self.status)),
                ("code", some(&self.code)),
                ("title", some(&self.title)),
                ("message", Some(&self.message)),
                ("trace", some(&self.trace)),
                ("items", Some(&self.items)),
            ],
        );
    }
}

impl Json for ErrorItem {
    fn write(&self, out: &mut String) {
        object(out, &[("path", Some(&self.path)), ("message", Some(&self.message))]);
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server(error) => {
                write!(f, "Quo answered {}", error.status)?;
                if let Some(code) = &error.code {
                    write!(f, " ({code})")?;
                }
                write!(f, ": {}", error.message)
            }
            Self::Unreadable { status, .. } => {
                write!(
                    f,
                    "expected an answer of Quo's API, found something else with status {status}"
                )
            }
        }
    }
}

impl core::error::Error for ResponseError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, body: &str) -> ResponseError {
        ResponseError::from_response(&HttpResponse {
            status,
            headers: Vec::new(),
            body: body.to_owned(),
        })
    }

    fn server(status: u16, body: &str) -> ApiError {
        match read(status, body) {
            ResponseError::Server(error) => *error,
            unreadable @ ResponseError::Unreadable { .. } => panic!("{unreadable:?}"),
        }
    }

    #[test]
    fn so_many_items_and_no_more() {
        let items = vec![r#"{"path":"/source","message":"no"}"#; ApiError::ITEMS + 1].join(",");
        let error = server(400, &format!(r#"{{"message":"Bad","errors":[{items}]}}"#));
        assert_eq!(error.items.len(), ApiError::ITEMS);
    }

    #[test]
    fn the_flat_shape() {
        let error = server(
            400,
            r#"{"message":"Bad","code":"0801400","status":400,"docs":"https://quo.com/docs","title":"Invalid Custom Field Item",
                "trace":"t1","errors":[{"path":"/customFields/0","message":"no","value":1,"schema":{"type":"string"}},
                {"key":"abc","reason":"Did not match"}],"description":"d"}"#,
        );
        assert_eq!(error.code.as_deref(), Some("0801400"));
        assert_eq!(error.title.as_deref(), Some("Invalid Custom Field Item"));
        assert_eq!(error.trace.as_deref(), Some("t1"));
        let items: Vec<_> =
            error.items.iter().map(|i| (i.path.as_str(), i.message.as_str())).collect();
        assert_eq!(items, [("/customFields/0", "no"), ("abc", "Did not match")]);
        let read = ResponseError::Server(Box::new(error)).to_string();
        assert_eq!(read, "Quo answered 400 (0801400): Bad");
    }

    #[test]
    fn what_was_said_is_written_down() {
        let said = concat!(
            r#"{"status":400,"code":"0801400","title":"Bad","message":"No","trace":"t1","#,
            r#""items":[{"path":"/source","message":"no"}]}"#
        );
        let body = said.replace("items", "errors");
        assert_eq!(crate::json::to_json(&server(400, &body)), said);
        let bare = crate::json::to_json(&server(400, r#"{"message":"No"}"#));
        assert_eq!(bare, r#"{"status":400,"message":"No","items":[]}"#);
    }

    #[test]
    fn the_gateways_shape() {
        let error =
            server(401, r#"{"error":{"message":"No key","key":"Unauthorized","trace":"t2"}}"#);
        assert_eq!(
            (error.message.as_str(), error.title.as_deref()),
            ("No key", Some("Unauthorized"))
        );
        assert_eq!(error.trace.as_deref(), Some("t2"));
    }

    #[test]
    fn the_next_best_is_the_message() {
        for (body, message) in [
            (r#"{"title":"T","code":"C"}"#, "T"),
            (r#"{"code":"C"}"#, "C"),
            (r#"{"error":{"key":"K"}}"#, "K"),
        ] {
            assert_eq!(server(400, body).message, message);
        }
    }

    #[test]
    fn anything_else_is_unreadable() {
        for body in
            ["", "<html>504</html>", "null", "[]", "{}", "{\"error\":{}}", "{\"message\":5}"]
        {
            assert!(
                matches!(read(504, body), ResponseError::Unreadable { status: 504, .. }),
                "{body}"
            );
        }
        let ResponseError::Unreadable { excerpt, .. } = read(502, &"é".repeat(500)) else {
            panic!()
        };
        assert_eq!(excerpt, "é".repeat(200));
    }
}
