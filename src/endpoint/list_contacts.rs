//! `GET /v1/contacts`: a page of contacts.
//!
//! Filters are repeated keys; a query parameter that the API does not know is ignored, and the unfiltered
//! list comes back: hold every row against what was asked. `totalItems` is not reliable, so it is not read.
//! A list right after a write can lag some seconds. Source: `listContacts_v1`.

use super::{CONTACTS, InvalidRequest, ResponseError};
use crate::contact::Contact;
use crate::http::{HttpRequest, HttpResponse, escape};
use crate::limits::{EXTERNAL_ID_MAX, FILTERS_MAX, PAGE_MAX};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Which contacts, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Contacts with one of these; all without any.
    pub external_ids: Vec<String>,
    /// Contacts from one of these; all without any.
    pub sources: Vec<String>,
    /// Rows on a page, 1 to 50.
    pub max_results: u8,
    /// From the page before.
    pub page_token: Option<String>,
}

impl Default for Query {
    fn default() -> Self {
        let (external_ids, sources) = (Vec::new(), Vec::new());
        Self { external_ids, sources, max_results: PAGE_MAX, page_token: None }
    }
}

impl Query {
    /// Whether a row is what was asked for.
    #[must_use]
    pub fn fits(&self, contact: &Contact) -> bool {
        let among = |list: &[String], value: &Option<String>| {
            list.is_empty() || value.as_ref().is_some_and(|value| list.contains(value))
        };
        among(&self.external_ids, &contact.external_id) && among(&self.sources, &contact.source)
    }
}

/// Contacts, and where the next ones are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The rows, whatever was asked for.
    pub contacts: Vec<Contact>,
    /// `None` on the last page.
    pub next_page_token: Option<String>,
}

/// The request for a page.
///
/// # Errors
/// More than 20 filters, an empty one or one that no contact can have, no rows or more than 50.
pub fn request(query: &Query) -> Result<HttpRequest, InvalidRequest> {
    let refuse = |option, what| Err(InvalidRequest { option, what });
    if !(1..=PAGE_MAX).contains(&query.max_results) {
        return refuse("maxResults", "expected 1 to 50");
    }
    if query.external_ids.len() + query.sources.len() > FILTERS_MAX {
        return refuse("externalIds", "expected at most 20, `sources` among them");
    }
    let mut path = CONTACTS.to_owned();
    path.push_str("?maxResults=");
    path.push_str(&query.max_results.to_string());
    for (name, values) in [("externalIds", &query.external_ids), ("sources", &query.sources)] {
        for value in values {
            if value.is_empty() || value.chars().count() > EXTERNAL_ID_MAX {
                return refuse(name, "expected 1 to 75 characters");
            }
            push(name, value, &mut path);
        }
    }
    if let Some(token) = &query.page_token {
        push("pageToken", token, &mut path);
    }
    Ok(HttpRequest::get(&path))
}

fn push(name: &str, value: &str, path: &mut String) {
    path.push('&');
    path.push_str(name);
    path.push('=');
    escape(value, path);
}

/// Reads a page.
///
/// # Errors
/// What the API refused, and an answer that is no list of contacts.
pub fn read(response: &HttpResponse) -> Result<Page, ResponseError> {
    super::read(response, |answer| {
        let contacts = answer.objects("data")?.map(Contact::read).collect::<Option<_>>()?;
        let next_page_token = answer.text("nextPageToken").filter(|token| !token.is_empty());
        Some(Page { contacts, next_page_token })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn filters_are_repeated_keys() {
        let query = Query {
            external_ids: texts(&["a,b", "+1"]),
            sources: texts(&["web form"]),
            page_token: Some("x=".to_owned()),
            ..Query::default()
        };
        let request = request(&query).unwrap();
        assert_eq!(
            request.path,
            "/v1/contacts?maxResults=50&externalIds=a%2Cb&externalIds=%2B1&sources=web%20form&pageToken=x%3D"
        );
    }

    #[test]
    fn what_the_api_would_refuse_is_not_sent() {
        let many = vec!["a".to_owned(); 21];
        for (option, query) in [
            ("maxResults", Query { max_results: 0, ..Query::default() }),
            ("maxResults", Query { max_results: 51, ..Query::default() }),
            ("externalIds", Query { external_ids: many, ..Query::default() }),
            ("externalIds", Query { external_ids: texts(&[""]), ..Query::default() }),
            ("sources", Query { sources: vec!["a".repeat(76)], ..Query::default() }),
        ] {
            assert_eq!(request(&query).unwrap_err().option, option);
        }
        let most = Query { external_ids: vec!["é".repeat(75); 20], ..Query::default() };
        assert!(request(&most).is_ok());
        assert!(request(&Query { max_results: 1, ..Query::default() }).is_ok());
    }

    #[test]
    fn a_page_is_read_and_its_rows_are_held_against_the_query() {
        let body = r#"{"data":[{"id":"1","externalId":"a","source":"s","news":1},{"id":"2","externalId":null}],
            "totalItems":9,"nextPageToken":"t"}"#;
        let answer =
            |body: &str| HttpResponse { status: 200, headers: Vec::new(), body: body.to_owned() };
        let page = read(&answer(body)).unwrap();
        assert_eq!(page.next_page_token.as_deref(), Some("t"));
        let query = Query { external_ids: texts(&["a"]), ..Query::default() };
        let fits: Vec<_> = page.contacts.iter().map(|contact| query.fits(contact)).collect();
        assert_eq!(fits, [true, false]);
        for body in ["", "<html>", "[]", r#"{"data":{}}"#, r#"{"data":[{"externalId":"a"}]}"#] {
            assert!(read(&answer(body)).is_err(), "{body}");
        }
        for token in ["null", r#""""#] {
            let body = format!(r#"{{"data":[],"nextPageToken":{token}}}"#);
            assert_eq!(read(&answer(&body)).unwrap().next_page_token, None, "{token}");
        }
    }
}
