//! The retry table, one call at a time: what is sent, what is waited for, how it ends.

use super::*;

mod edits;
mod lists;
mod writes;

const FOUND: &str = r#"{"data":{"id":"c1","externalId":"7","source":"public-api","sourceUrl":null,"defaultFields":
    {"firstName":"Ada","lastName":null,"company":null,"role":null,"emails":[],"phoneNumbers":[]},"customFields":[]}}"#;
const NO_ROWS: &str = r#"{"data":[],"nextPageToken":null}"#;

/// Drives an operation by a script: `status body` answers a request, `-` is no answer, `?` a request that was
/// never sent. What it did: methods, `~` for a wait, and the end.
fn played(mut operation: Operation, script: &[(u16, &str)]) -> String {
    let (mut said, mut now, mut script) = (String::new(), 1_000_000, script.iter());
    let mut command = operation.next(Event::Start, now);
    loop {
        now += 10;
        command = match command {
            Command::Send { request, .. } => {
                said.push_str(&request.method);
                said.push(' ');
                let Some((status, body)) = script.next() else { return said + "…" };
                match status {
                    0 => operation.next(Event::NoAnswer, now),
                    1 => operation.next(Event::NotSent, now),
                    2 => operation.next(Event::Abort, now),
                    _ => operation.next(Event::Answer(&answer(*status, body)), now),
                }
            }
            Command::Wait(milliseconds) => {
                said.push_str("~ ");
                now += milliseconds;
                operation.next(Event::Woke, now)
            }
            Command::Page(_) => operation.next(Event::Start, now),
            Command::Done(done) => return said + &end(done),
        };
    }
}

fn answer(status: u16, body: &str) -> HttpResponse {
    HttpResponse { status, headers: Vec::new(), body: body.to_owned() }
}

fn end(done: Result<Done, Failure>) -> String {
    let failed = |failure: Failure| match failure {
        Failure::Refused { error, .. } => format!("refused {}", error.status),
        Failure::Unreadable { status, .. } => format!("unreadable {status}"),
        Failure::OutcomeUnknown { remedy, .. } => format!("unknown {}", remedy.word()),
        Failure::Taken { .. } => "taken".to_owned(),
        Failure::Network => "network".to_owned(),
        Failure::Aborted => "aborted".to_owned(),
        Failure::Native { source } => format!("native {source}"),
        Failure::Unkeepable => "unkeepable".to_owned(),
        Failure::Invalid(_) => "invalid".to_owned(),
    };
    match done {
        Ok(Done::Written(rows)) => {
            let rows = rows.into_iter().map(|row| match row {
                Ok(written) => written.word().to_owned(),
                Err(failure) => failed(failure),
            });
            rows.collect::<Vec<_>>().join(" + ")
        }
        Ok(_) => "done".to_owned(),
        Err(failure) => failed(failure),
    }
}

fn write(mode: Mode, payload: &str) -> Operation {
    Operation::write(&[Record::from_json(payload).unwrap()], mode, Patience::default())
}

fn changed(script: &[(u16, &str)]) -> String {
    let changes = Record::from_json(r#"{"company":"ACME"}"#).unwrap();
    played(Operation::update("c1", &changes, Patience::default()).ok().unwrap(), script)
}

const PLAIN: &str = r#"{"firstName":"Ada"}"#;
const KEYED: &str = r#"{"firstName":"Ada","externalId":"7"}"#;
const NO: &str = r#"{"message":"no"}"#;
const MISSING: (u16, &str) = (404, r#"{"message":"Contact not found"}"#);
const TAKEN: (u16, &str) = (409, r#"{"message":"Failed to create contact"}"#);
const ROW: &str = r#"{"data":[{"id":"c0","externalId":"7","source":"crm"},
    {"id":"c1","externalId":"7","source":"public-api"}]}"#;

#[test]
fn reads() {
    let get = || Operation::get("c1", Patience::default()).unwrap();
    assert_eq!(
        played(get(), &[(0, ""), (503, ""), (429, ""), (1, ""), (200, FOUND)]),
        "GET ~ GET ~ GET ~ GET ~ GET done"
    );
    assert_eq!(played(get(), &[MISSING]), "GET refused 404");
    assert_eq!(played(get(), &[(200, "<html>")]), "GET unreadable 200");
    assert_eq!(played(get(), &[(200, &FOUND.replace("c1", "c2"))]), "GET unreadable 200");
    assert_eq!(played(get(), &[(2, "")]), "GET aborted");
    assert_eq!(
        played(get(), &[(0, ""); 8]),
        "GET ~ GET ~ GET ~ GET ~ GET ~ GET ~ GET ~ GET network"
    );
}

#[test]
fn what_is_out_is_not_sent_by_a_timer_of_before() {
    let row = [Record::from_json(r#"{"firstName":"Solo"}"#).unwrap()];
    let mut operation = Operation::write(&row, Mode::Create, Patience::default());
    let Command::Send { .. } = operation.next(Event::Start, 0) else { panic!() };
    for event in [Event::Woke, Event::Start] {
        let Command::Wait(_) = operation.next(event, 10) else { panic!("{event:?}") };
    }
    let made = answer(201, FOUND);
    let Command::Done(Ok(_)) = operation.next(Event::Answer(&made), 20) else { panic!() };
}

#[test]
fn what_is_over_stays_over() {
    let mut operation = Operation::get("c1", Patience::default()).unwrap();
    operation.next(Event::Start, 0);
    let found = answer(200, FOUND);
    let Command::Done(Ok(_)) = operation.next(Event::Answer(&found), 10) else { panic!() };
    for event in [Event::Start, Event::Woke, Event::Answer(&found), Event::NoAnswer, Event::Abort] {
        assert_eq!(operation.next(event, 20), Command::Done(Err(Failure::Aborted)), "{event:?}");
    }
}

#[test]
fn what_may_be_under_way_is_not_followed_at_once() {
    let wait = |mut operation: Operation, script: &[HttpResponse]| {
        operation.next(Event::Start, 0);
        for answer in script {
            operation.next(Event::Answer(answer), 0);
        }
        let Command::Wait(milliseconds) = operation.next(Event::NoAnswer, 0) else { panic!() };
        milliseconds
    };
    assert!(wait(Operation::get("c1", Patience::default()).unwrap(), &[]) < 250);
    let delete = Operation::delete("c1", Patience::default()).unwrap();
    assert!(wait(delete, &[answer(200, FOUND)]) >= 2_000);
}

#[test]
fn a_wait_has_a_bound_and_after_a_429_a_second() {
    let waits = |event: Event<'_>| {
        let patience = Patience { attempts: 100, deadline: u64::MAX, seed: 0 };
        let mut operation = Operation::get("c1", patience).unwrap();
        operation.next(Event::Start, 0);
        let wait = |_| {
            let Command::Wait(milliseconds) = operation.next(event, 0) else { panic!() };
            operation.next(Event::Woke, 0);
            milliseconds
        };
        (0..99).map(wait).collect::<Vec<_>>()
    };
    let lost = waits(Event::NoAnswer);
    assert!(lost.iter().all(|wait| *wait < 8_000) && lost.iter().any(|wait| *wait > 4_000));
    assert!(waits(Event::Answer(&answer(429, ""))).iter().all(|wait| *wait >= 1_000));
}

#[test]
fn what_is_sent_again_is_sent_by_the_deadline() {
    let after_none = |deadline| {
        let patience = Patience { deadline, ..Patience::default() };
        let mut operation = Operation::get("c1", patience).unwrap();
        operation.next(Event::Start, 0);
        operation.next(Event::NoAnswer, 10)
    };
    let Command::Wait(milliseconds) = after_none(60_000) else { panic!() };
    assert_eq!(after_none(10 + milliseconds), Command::Wait(milliseconds));
    assert_eq!(after_none(9 + milliseconds), Command::Done(Err(Failure::Network)));
}
