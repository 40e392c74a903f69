//! The retry table, one call at a time: what is sent, what is waited for, how it ends.

use super::*;

const FOUND: &str = r#"{"data":{"id":"c1","externalId":"7","source":"public-api","sourceUrl":null,"defaultFields":
    {"firstName":"Ada","lastName":null,"company":null,"role":null,"emails":[],"phoneNumbers":[]},"customFields":[]}}"#;
const NO_ROWS: &str = r#"{"data":[],"nextPageToken":null}"#;

/// Drives an operation by a script: `status body` answers a request, `-` is no answer, `?` a request that was
/// never sent. What it did: methods, `~` for a wait, and the end.
fn played(mut operation: Operation, script: &[(u16, &str)]) -> String {
    let (mut said, mut now, mut script) = (String::new(), 0, script.iter());
    let mut command = operation.next(Event::Start, now);
    loop {
        now += 10;
        command = match command {
            Command::Send { request, .. } => {
                said.push_str(&request.method);
                said.push(' ');
                let Some((status, body)) = script.next() else { return said + "…" };
                let (headers, body) = (Vec::new(), (*body).to_owned());
                match status {
                    0 => operation.next(Event::NoAnswer, now),
                    1 => operation.next(Event::NotSent, now),
                    2 => operation.next(Event::Abort, now),
                    _ => {
                        let status = *status;
                        operation.next(Event::Answer(&HttpResponse { status, headers, body }), now)
                    }
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
fn creates_that_nobody_could_find_again() {
    let create = |script: &[(u16, &str)]| played(write(Mode::Create, PLAIN), script);
    assert_eq!(create(&[(201, FOUND)]), "POST created");
    for lost in [(0, ""), (500, ""), (502, "<html>"), (201, ""), (2, "")] {
        assert_eq!(create(&[lost]), "POST unknown look_up", "{lost:?}");
    }
    assert_eq!(create(&[(429, ""), (1, ""), (201, FOUND)]), "POST ~ POST ~ POST created");
    assert_eq!(create(&[(400, r#"{"message":"no"}"#)]), "POST refused 400");
    assert_eq!(create(&[(1, ""); 8]).split(' ').next_back(), Some("network"));
}

#[test]
fn creates_that_are_looked_for() {
    let create = |script: &[(u16, &str)]| played(write(Mode::Create, KEYED), script);
    assert_eq!(create(&[(0, ""), (200, ROW), (200, FOUND)]), "POST ~ GET GET created");
    let other = FOUND.replace("Ada", "Bob");
    assert_eq!(create(&[(500, ""), (200, ROW), (200, &other)]), "POST ~ GET GET taken");
    assert_eq!(create(&[TAKEN]), "POST refused 409");
    let absent = (200, NO_ROWS);
    let looks = [(0, ""), absent, absent, absent, absent];
    assert_eq!(
        create(&[&looks[..], &[(201, FOUND)]].concat()),
        "POST ~ GET ~ GET ~ GET ~ GET POST created",
        "only after a list must show it"
    );
    let made = [(201, "<html>"), absent, absent, absent, absent];
    assert_eq!(create(&made), "POST ~ GET ~ GET ~ GET ~ GET unknown look_up");
}

#[test]
fn a_lost_post_is_sent_again_as_the_patience_allows() {
    let create = |attempts, deadline| {
        let payload = Record::from_json(KEYED).unwrap();
        let patience = Patience { attempts, deadline, seed: 0 };
        let lost = [(0, ""), (200, NO_ROWS), (200, NO_ROWS), (200, NO_ROWS), (200, NO_ROWS)];
        let said = played(Operation::write(&[payload], Mode::Create, patience), &lost.repeat(9));
        (
            said.matches("POST").count(),
            said.split(' ').skip_while(|word| *word != "unknown").count(),
        )
    };
    for (attempts, deadline, posts) in
        [(8, 60_000, 6), (1, 60_000, 1), (0, 60_000, 1), (3, 60_000, 3), (8, 100, 1), (8, 8_000, 2)]
    {
        assert_eq!(create(attempts, deadline), (posts, 2), "{attempts} within {deadline}");
    }
}

#[test]
fn a_refusal_after_a_lost_post() {
    let create = |answer| {
        let absent = (200, NO_ROWS);
        played(write(Mode::Create, KEYED), &[(0, ""), absent, absent, absent, absent, answer])
    };
    // For the same body it would have been given before.
    assert!(create((400, NO)).ends_with("POST refused 400"));
    assert!(create((401, NO)).ends_with("POST unknown look_up"));
}

#[test]
fn an_id_with_a_comma_is_looked_for_alone() {
    let payloads = ["1", "Doe, Jane", "7"].map(|id| KEYED.replace("\"7\"", &format!("{id:?}")));
    let payloads = payloads.each_ref().map(|payload| Record::from_json(payload).unwrap());
    let operation = Operation::write(&payloads, Mode::Upsert, Patience::default());
    let script = [(200, ROW), (201, FOUND), (200, FOUND), (400, NO)];
    assert_eq!(played(operation, &script), "GET POST GET GET created + refused 400 + unchanged");
}

#[test]
fn upserts() {
    let upsert = |script: &[(u16, &str)]| played(write(Mode::Upsert, KEYED), script);
    assert_eq!(upsert(&[(200, NO_ROWS), (201, FOUND)]), "GET POST created");
    assert_eq!(upsert(&[(200, ROW), (200, FOUND)]), "GET GET unchanged");
    let other = FOUND.replace("Ada", "Bob");
    assert_eq!(upsert(&[(200, ROW), (200, &other), (200, FOUND)]), "GET GET PATCH updated");
    assert_eq!(upsert(&[(200, ROW), MISSING, (201, FOUND)]), "GET GET POST created");
    let moved = FOUND.replace(r#""7""#, "null");
    assert_eq!(upsert(&[(200, ROW), (200, &moved), (201, FOUND)]), "GET GET POST created");
    assert_eq!(
        upsert(&[(200, NO_ROWS), TAKEN, (200, NO_ROWS), (200, ROW), (200, FOUND)]),
        "GET POST ~ GET ~ GET GET unchanged"
    );
    assert_eq!(played(write(Mode::Upsert, PLAIN), &[]), "invalid");
}

#[test]
fn edits() {
    assert_eq!(changed(&[(200, FOUND), (200, FOUND)]), "GET PATCH done");
    let another = FOUND.replace("c1", "c2");
    assert_eq!(changed(&[(200, &another)]), "GET unreadable 200");
    for part in [r#""externalId":"7","#, r#""source":"public-api","#, r#""role":null,"#] {
        assert!(FOUND.contains(part), "{part}");
        assert_eq!(changed(&[(200, &FOUND.replace(part, ""))]), "GET unkeepable", "{part}");
    }
    assert_eq!(changed(&[(200, FOUND), (2, "")]), "GET PATCH unknown repeat");
    assert_eq!(changed(&[(0, ""), (2, "")]), "GET ~ GET aborted");
    assert_eq!(changed(&[(200, FOUND), (200, "<html>")]), "GET PATCH unknown repeat");
    let from = |source| FOUND.replace("public-api", source);
    let synced = from("Google-People");
    assert_eq!(changed(&[(200, &synced)]), "GET native Google-People");
    for source in ["csv", "csv-v2", "device", "openphone", "Zapier", "other"] {
        let reserved = from(source);
        assert_eq!(changed(&[(200, &reserved), (200, &reserved)]), "GET PATCH done", "{source}");
        assert_eq!(changed(&[(200, &reserved), (403, NO)]), "GET PATCH refused 403", "{source}");
    }
    assert_eq!(changed(&[(200, r#"{"data":{"id":"c1"}}"#)]), "GET unkeepable");
    for half in [r"\ud800", "\u{FFFD}\\ud800"] {
        assert_eq!(changed(&[(200, &FOUND.replace("Ada", half))]), "GET unkeepable", "{half}");
    }
    let escaped = FOUND.replace("Ada", r"\ufffd");
    assert_eq!(changed(&[(200, &escaped), (200, FOUND)]), "GET PATCH done");
    let delete = |script: &[(u16, &str)]| {
        played(Operation::delete("c1", Patience::default()).unwrap(), script)
    };
    assert_eq!(delete(&[(200, FOUND), (204, "")]), "GET DELETE done");
    assert_eq!(delete(&[(200, FOUND), (0, ""), MISSING]), "GET DELETE ~ DELETE done");
    assert_eq!(delete(&[(200, FOUND), MISSING]), "GET DELETE refused 404");
    for body in ["", "{}"] {
        assert_eq!(delete(&[(200, FOUND), (200, body)]), "GET DELETE done");
    }
    assert_eq!(delete(&[(200, FOUND), (200, "<html>")]), "GET DELETE unknown repeat");
}

/// The body of the PATCH after an answer.
fn body_after(found: &str, changes: &str) -> String {
    let changes = Record::from_json(changes).unwrap();
    let mut operation = Operation::update("c1", &changes, Patience::default()).ok().unwrap();
    operation.next(Event::Start, 0);
    let answer = HttpResponse { status: 200, headers: Vec::new(), body: found.to_owned() };
    let Command::Send { request, .. } = operation.next(Event::Answer(&answer), 1) else { panic!() };
    request.body.unwrap()
}

#[test]
fn a_reserved_source_is_left_out() {
    let sent = |source: &str, changes| body_after(&FOUND.replace("public-api", source), changes);
    let company = r#"{"company":"ACME"}"#;
    assert!(sent("crm", company).contains(r#""source":"crm""#));
    for source in ["csv", "csv-v2", "device", "openphone", "Zapier", "other"] {
        let body = sent(source, company);
        assert!(!body.contains("\"source\""), "{body}");
        assert!(body.contains(r#""externalId":"7""#), "{body}");
        let named = sent(source, r#"{"source":"crm"}"#);
        assert!(named.contains(r#""source":"crm""#), "{named}");
    }
}

#[test]
fn a_merge_is_read_again_before_it_is_sent_again() {
    let found = (200, FOUND);
    let acme = FOUND.replace(r#""company":null"#, r#""company":"ACME""#);
    for failed in [(0, ""), (1, ""), (429, ""), (500, "")] {
        let again = [found, failed, found, failed, found, found];
        assert_eq!(changed(&again), "GET PATCH ~ GET PATCH ~ GET PATCH done", "{failed:?}");
        let so = [found, failed, (200, acme.as_str())];
        assert_eq!(changed(&so), "GET PATCH ~ GET done", "{failed:?}");
        let all: Vec<_> = [found, failed].into_iter().cycle().take(40).collect();
        assert_eq!(changed(&all).matches("PATCH").count(), 8, "{failed:?}");
    }
    let refused = |script: &[(u16, &str)]| changed(&[&[found, (429, "")], script].concat());
    let lost = |script: &[(u16, &str)]| changed(&[&[found, (0, "")], script].concat());
    assert_eq!(refused(&[MISSING]), "GET PATCH ~ GET refused 404");
    assert_eq!(lost(&[MISSING]), "GET PATCH ~ GET refused 404");
    assert_eq!(refused(&[(401, NO)]), "GET PATCH ~ GET refused 401");
    assert_eq!(lost(&[(401, NO)]), "GET PATCH ~ GET unknown repeat");
    assert_eq!(lost(&[found, (401, NO)]), "GET PATCH ~ GET PATCH unknown repeat");
    assert_eq!(refused(&[(2, "")]), "GET PATCH ~ GET aborted");
    assert_eq!(lost(&[(2, "")]), "GET PATCH ~ GET unknown repeat");
    assert_eq!(lost(&[(0, ""), found, found]), "GET PATCH ~ GET ~ GET PATCH done");
    let upsert = |script: &[(u16, &str)]| {
        let other = FOUND.replace("Ada", "Bob");
        let start = [(200, ROW), (200, other.as_str()), (503, "")];
        played(write(Mode::Upsert, KEYED), &[&start[..], script].concat())
    };
    let other = FOUND.replace("Ada", "Eve");
    assert_eq!(upsert(&[(200, &other), found]), "GET GET PATCH ~ GET PATCH updated");
    assert_eq!(upsert(&[found]), "GET GET PATCH ~ GET updated", "by the PATCH that failed");
    assert_eq!(upsert(&[MISSING, (201, FOUND)]), "GET GET PATCH ~ GET POST created");
    // What is not merged can't be stale.
    let payload = Record::from_json(PLAIN).unwrap();
    let replace = Operation::replace("c1", &payload, Patience::default()).ok().unwrap();
    assert_eq!(played(replace, &[found, (0, ""), found]), "GET PATCH ~ PATCH done");
}

#[test]
fn what_was_written_during_the_wait_is_kept() {
    let changes = Record::from_json(r#"{"company":"ACME"}"#).unwrap();
    let mut operation = Operation::update("c1", &changes, Patience::default()).ok().unwrap();
    let (mut now, mut sent) = (0, Vec::new());
    let eve = FOUND.replace("Ada", "Eve");
    operation.next(Event::Start, now);
    for (status, body) in [(200, FOUND), (503, ""), (200, &eve), (503, ""), (200, FOUND)] {
        let answer = HttpResponse { status, headers: Vec::new(), body: body.to_owned() };
        let mut command = operation.next(Event::Answer(&answer), now);
        if let Command::Wait(milliseconds) = command {
            now += milliseconds;
            command = operation.next(Event::Woke, now);
        }
        let Command::Send { request, contact, .. } = command else { panic!() };
        assert_eq!(contact.as_deref(), Some("c1"), "nobody else is let in");
        sent.extend(request.body);
    }
    let names: Vec<_> = sent.iter().map(|body| body.contains("Eve")).collect();
    assert_eq!(names, [false, true, false], "{sent:?}");
    assert!(sent.iter().all(|body| body.contains("ACME")), "{sent:?}");
}

#[test]
fn reading_again_takes_no_longer_than_the_deadline() {
    let changes = Record::from_json(r#"{"company":"ACME"}"#).unwrap();
    let mut operation = Operation::update("c1", &changes, Patience::default()).ok().unwrap();
    let busy = HttpResponse { status: 429, headers: Vec::new(), body: NO.to_owned() };
    let found = HttpResponse { status: 200, headers: Vec::new(), body: FOUND.to_owned() };
    operation.next(Event::Start, 0);
    operation.next(Event::Answer(&found), 10);
    let Command::Wait(_) = operation.next(Event::Answer(&busy), 20) else { panic!() };
    let Command::Send { .. } = operation.next(Event::Woke, 50_000) else { panic!() };
    let Command::Wait(_) = operation.next(Event::Answer(&busy), 50_010) else { panic!() };
    let Command::Send { .. } = operation.next(Event::Woke, 59_990) else { panic!() };
    let Command::Done(Err(_)) = operation.next(Event::Answer(&busy), 60_000) else { panic!() };
}

#[test]
fn lists_whose_tokens_come_again() {
    let page = |token: &str| format!(r#"{{"data":[],"nextPageToken":{token}}}"#);
    let (one, two, end) = (page(r#""1""#), page(r#""2""#), page("null"));
    let list = |query, script: &[&String]| {
        let script: Vec<_> = script.iter().map(|body| (200, body.as_str())).collect();
        played(Operation::list(query, Patience::default()).unwrap(), &script)
    };
    let all = Query::default;
    assert_eq!(list(all(), &[&one, &two, &end]), "GET GET GET done");
    assert_eq!(list(all(), &[&one, &one]), "GET GET unreadable 200");
    assert_eq!(list(all(), &[&one, &two, &one]), "GET GET GET unreadable 200", "an earlier one");
    let fresh: Vec<_> = (0..101).map(|token| page(&format!(r#""{token}""#))).collect();
    let fresh: Vec<_> = fresh.iter().collect();
    assert!(list(all(), &fresh).ends_with("GET unreadable 200"), "of nothing but empty pages");
    // Another group of filters is another list.
    let many = Query { external_ids: (0..21).map(|id| id.to_string()).collect(), ..all() };
    assert_eq!(list(many, &[&one, &end, &one, &end]), "GET GET GET GET done");
    let same = Query { external_ids: vec!["a".to_owned(); 21], ..all() };
    assert_eq!(list(same, &[&one, &end]), "GET GET done", "one contact is listed once");
}

#[test]
fn a_list_begins_where_it_is_told() {
    let query = Query { page_token: Some("there".to_owned()), ..Query::default() };
    let mut operation = Operation::list(query, Patience::default()).unwrap();
    let Command::Send { request, .. } = operation.next(Event::Start, 0) else { panic!() };
    assert_eq!(request.path, "/v1/contacts?maxResults=50&pageToken=there");
}

#[test]
fn what_is_out_is_not_sent_by_a_timer_of_before() {
    let row = [Record::from_json(r#"{"firstName":"Solo"}"#).unwrap()];
    let mut operation = Operation::write(&row, Mode::Create, Patience::default());
    let Command::Send { .. } = operation.next(Event::Start, 0) else { panic!() };
    for event in [Event::Woke, Event::Start] {
        let Command::Wait(_) = operation.next(event, 10) else { panic!("{event:?}") };
    }
    let made = HttpResponse { status: 201, headers: Vec::new(), body: FOUND.to_owned() };
    let Command::Done(Ok(_)) = operation.next(Event::Answer(&made), 20) else { panic!() };
}

#[test]
fn as_many_filters_as_a_list_takes() {
    let list = |external_ids: usize, sources: usize| {
        let names = |count: usize| (0..count).map(|name| name.to_string()).collect();
        let query = Query {
            external_ids: names(external_ids),
            sources: names(sources),
            ..Query::default()
        };
        Operation::list(query, Patience::default()).map(|operation| played(operation, &[])).ok()
    };
    for (external_ids, sources) in [(20, 0), (0, 20), (100, 19)] {
        assert_eq!(list(external_ids, sources).as_deref(), Some("GET …"));
    }
    for (external_ids, sources) in [(0, 21), (1, 20)] {
        assert_eq!(list(external_ids, sources), None);
    }
}
