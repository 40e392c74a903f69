//! Operations as the host drives them: what it wants in the flat form, commands as JSON.
//!
//! | command | |
//! |---|---|
//! | `{"send": request, "attempt": number, "contact"?: id}` | send it as soon as the pace allows; nobody else may be at the contact |
//! | `{"wait": milliseconds}` | |
//! | `{"page": contacts}` | ask for more |
//! | `{"done": result}` | definitions, a contact, null, or for each record `{"outcome", "contact"}` or `{"failed"}` |
//! | `{"failed": {"code", "message", "details"?}}` | |

use super::reader::Reader;
use super::{Definition, Error, read_record};
use crate::endpoint::FieldRefusal;
use crate::endpoint::list_contacts::Query;
use crate::http::{HttpRequest, HttpResponse};
use crate::json::{Json, Raw, object, some, to_json};
use crate::limits::PAGE_MAX;
use crate::operation::{Command, Done, Event, Failure, Mode, Operation, Pace, Patience, RowResult};
use crate::record::Record;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

/// Stands between payloads in the flat form, where no token of one can.
const BETWEEN: &str = "\0;\0";

/// Makes an operation out of its options and its payloads, both in the flat form.
///
/// # Errors
/// Options that are none, an id that is none, a payload that is no contact.
pub fn start(options: &str, payloads: &str, seed: u64) -> Result<Operation, Error> {
    let record = read_record(options);
    let mut reader = Reader::new(&record, Record::ROOT);
    let word = reader.text("kind").unwrap_or_default();
    let id = reader.text("id").unwrap_or_default();
    let external_ids = reader.texts("externalIds");
    let sources = reader.texts("sources");
    let max_results = whole(&mut reader, "maxResults");
    let patience = Patience::default();
    let attempts = whole(&mut reader, "attempts");
    let deadline = whole(&mut reader, "deadline");
    reader.finish()?;
    let patience = Patience {
        attempts: attempts
            .map_or(patience.attempts, |number| u32::try_from(number).unwrap_or(u32::MAX)),
        deadline: deadline.unwrap_or(patience.deadline),
        seed,
    };
    let payload = || read_record(payloads);
    let written = |mode| {
        let payloads: Vec<_> = payloads.split(BETWEEN).map(read_record).collect();
        Ok(Operation::write(&payloads, mode, patience))
    };
    match word {
        "definitions" => Ok(Operation::definitions(patience)),
        "get" => Ok(Operation::get(id, patience)?),
        "delete" => Ok(Operation::delete(id, patience)?),
        "update" => Ok(Operation::update(id, &payload(), patience)?),
        "replace" => Ok(Operation::replace(id, &payload(), patience)?),
        "create" => written(Mode::Create),
        "upsert" => written(Mode::Upsert),
        _ => {
            let max_results = max_results.unwrap_or(PAGE_MAX.into());
            // What no byte holds is as far beyond the limit as this.
            let max_results = u8::try_from(max_results).unwrap_or(u8::MAX);
            let query = Query { external_ids, sources, max_results, page_token: None };
            Ok(Operation::list(query, patience)?)
        }
    }
}

fn whole(reader: &mut Reader<'_>, name: &'static str) -> Option<u64> {
    let node = reader.place(name)?;
    let number = reader.record.value(node).number().and_then(Result::ok);
    let number = number.and_then(|number| u64::try_from(number.to_whole()?).ok());
    if number.is_none() {
        reader.expected("a whole number that is not negative", node);
    }
    number
}

/// The pairs that an operation writes, as JSON.
#[must_use]
pub fn pairs(operation: &Operation) -> String {
    to_json(&operation.pairs())
}

/// Goes on from what happened: the next command as JSON. Of an event only its number crosses.
pub fn next(operation: &mut Operation, event: u8, answer: &HttpResponse, now: u64) -> String {
    let event = match event {
        0 => Event::Start,
        1 => Event::Answer(answer),
        2 => Event::NoAnswer,
        3 => Event::NotSent,
        4 => Event::Woke,
        _ => Event::Abort,
    };
    to_json(&operation.next(event, now))
}

/// Leave to send, as the number of a ticket; below zero how long to wait before asking again.
pub fn acquire(pace: &mut Pace, now: u64) -> i32 {
    match pace.acquire(now) {
        Ok(ticket) => i32::try_from(ticket & 0x7FFF_FFFF).unwrap_or_default(),
        Err(wait) => i32::try_from(wait).map_or(i32::MIN, |wait| -wait),
    }
}

/// Headers as they cross: names and values in turn, each with a line of its own.
#[must_use]
pub fn headers(lines: &str) -> Vec<(String, String)> {
    let mut lines = lines.lines();
    let pair = || Some((lines.next()?.to_owned(), lines.next()?.to_owned()));
    core::iter::from_fn(pair).collect()
}

impl Json for Command {
    fn write(&self, out: &mut String) {
        match self {
            Self::Send { request, attempt, contact } => {
                let attempt = Raw(attempt.to_string());
                object(
                    out,
                    &[
                        ("send", Some(request)),
                        ("attempt", Some(&attempt)),
                        ("contact", some(contact)),
                    ],
                );
            }
            Self::Wait(milliseconds) => {
                object(out, &[("wait", Some(&Raw(milliseconds.to_string())))]);
            }
            Self::Page(contacts) => object(out, &[("page", Some(contacts))]),
            Self::Done(Ok(done)) => object(out, &[("done", Some(done))]),
            Self::Done(Err(failure)) => object(out, &[("failed", Some(failure))]),
        }
    }
}

impl Json for Done {
    fn write(&self, out: &mut String) {
        match self {
            Self::Definitions(definitions) => {
                let definitions = definitions.iter().cloned().map(Definition::from);
                definitions.collect::<Vec<_>>().write(out);
            }
            Self::Contact(contact) => contact.write(out),
            Self::Listed | Self::Deleted => None::<bool>.write(out),
            Self::Written(rows) => rows.iter().map(RowObject).collect::<Vec<_>>().write(out),
        }
    }
}

struct RowObject<'a>(&'a RowResult);

impl Json for RowObject<'_> {
    fn write(&self, out: &mut String) {
        match self.0 {
            Ok(written) => object(
                out,
                &[("outcome", Some(&written.word())), ("contact", Some(written.contact()))],
            ),
            Err(failure) => object(out, &[("failed", Some(failure))]),
        }
    }
}

/// The stable name of a failure, in `snake_case`.
fn code(failure: &Failure) -> &'static str {
    match failure {
        Failure::Refused { .. } => "api_error",
        Failure::Unreadable { .. } => "unreadable_response",
        Failure::Network => "network_failure",
        Failure::Aborted => "aborted",
        Failure::OutcomeUnknown { .. } => "outcome_unknown",
        Failure::Native { .. } => "native_contact",
        Failure::Unkeepable => "unkeepable_contact",
        Failure::Taken { .. } => "already_exists",
        Failure::Invalid(_) => "invalid_payload",
    }
}

impl Json for Failure {
    fn write(&self, out: &mut String) {
        let mut details = String::new();
        let mut tell = |members: &[(&str, Option<&dyn Json>)]| object(&mut details, members);
        match self {
            Self::Refused { error, fields } => tell(&[
                ("status", Some(&error.status)),
                ("code", some(&error.code)),
                ("title", some(&error.title)),
                ("message", Some(&error.message)),
                ("trace", some(&error.trace)),
                ("items", Some(&error.items)),
                ("issues", (!fields.is_empty()).then_some(fields as &dyn Json)),
            ]),
            Self::Unreadable { status, excerpt } => {
                tell(&[("status", Some(status)), ("excerpt", Some(excerpt))]);
            }
            Self::OutcomeUnknown { answer, remedy } => {
                let (status, body) = answer.as_ref().map(|(status, body)| (status, body)).unzip();
                tell(&[
                    ("status", some(&status)),
                    ("body", some(&body)),
                    ("remedy", Some(&remedy.word())),
                ]);
            }
            Self::Native { source } => tell(&[("source", Some(source))]),
            Self::Taken { id } => tell(&[("id", Some(id))]),
            Self::Invalid(report) => {
                tell(&[("issues", Some(&report.issues))]);
            }
            Self::Network | Self::Aborted | Self::Unkeepable => {}
        }
        let details = (!details.is_empty()).then_some(Raw(details));
        object(
            out,
            &[
                ("code", Some(&code(self))),
                ("message", Some(&self.to_string())),
                ("details", some(&details)),
            ],
        );
    }
}

/// In the shape of issues, because it is shown beside them.
impl Json for FieldRefusal {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("code", Some(&"refused")),
                ("message", Some(&self.message)),
                ("path", Some(&self.path)),
                ("target", some(&self.target)),
                ("params", Some(&Raw("{}".to_owned()))),
            ],
        );
    }
}

impl Json for HttpRequest {
    fn write(&self, out: &mut String) {
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| vec![name, value]).collect();
        object(
            out,
            &[
                ("method", Some(&self.method)),
                ("path", Some(&self.path)),
                ("headers", Some(&headers)),
                ("body", some(&self.body)),
            ],
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn none() -> HttpResponse {
        HttpResponse { status: 0, headers: Vec::new(), body: String::new() }
    }

    fn said(operation: &mut Operation, event: u8, answer: &HttpResponse) -> Value {
        serde_json::from_str(&next(operation, event, answer, 0)).unwrap()
    }

    #[test]
    fn a_create_is_driven_to_its_end() {
        let payload = "{\0kfirstName\0sAda\0}\0";
        let mut operation = start("{\0kkind\0screate\0kattempts\0n1\0}\0", payload, 1).unwrap();
        assert_eq!(pairs(&operation), "[]");
        let command = said(&mut operation, 0, &none());
        assert_eq!(command["send"]["method"], "POST");
        let body = json!({
            "message": "Invalid", "code": "0801400",
            "errors": [{"path": "/defaultFields/firstName", "message": "no"}],
        });
        let answer = HttpResponse { status: 400, headers: Vec::new(), body: body.to_string() };
        let command = said(&mut operation, 1, &answer);
        let failed = &command["done"][0]["failed"];
        assert_eq!(failed["code"], "api_error");
        assert_eq!(failed["details"]["status"], 400);
        let issue = json!({"code": "refused", "message": "no", "params": {},
            "path": ["defaultFields", "firstName"], "target": ["defaultFields", "firstName"]});
        assert_eq!(failed["details"]["issues"], json!([issue]));
    }

    #[test]
    fn records_part_where_they_should() {
        let rows =
            "{\0kfirstName\0s;\0kexternalId\0s1\0}\0;\0{\0kfirstName\0sB\0kexternalId\0s2\0}\0";
        let operation = start("{\0kkind\0supsert\0}\0", rows, 1).unwrap();
        assert_eq!(pairs(&operation), r#"["public-api\n1","public-api\n2"]"#);
    }

    #[test]
    fn what_can_not_be_asked_for() {
        for (options, code) in [
            ("{\0kkind\0sget\0kid\0s..\0}\0", "invalid_options"),
            ("{\0kkind\0slist\0kmaxResults\0n51\0}\0", "invalid_options"),
            ("{\0kkind\0slist\0kmaxResults\0n-1\0}\0", "invalid_options"),
            ("{\0kkind\0slist\0kexternalIds\0[\0s\0]\0}\0", "invalid_options"),
            ("{\0kkind\0slist\0kexternalIs\0[\0]\0}\0", "invalid_options"),
            ("{\0kkind\0supdate\0kid\0s1\0}\0", "invalid_payload"),
        ] {
            let error = start(options, "n5\0", 1).err().unwrap();
            assert_eq!(error.code(), code, "{options}");
        }
    }

    #[test]
    fn headers_come_in_pairs() {
        assert_eq!(headers("a\n1\nb\n2\n").len(), 2);
        assert_eq!(headers(""), []);
    }
}
