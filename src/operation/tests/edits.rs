//! One contact that is read and then written.

use super::*;

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
    let found = answer(200, found);
    let Command::Send { request, .. } = operation.next(Event::Answer(&found), 1) else { panic!() };
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
    for (failed, end) in [
        ((0, ""), "unknown repeat"),
        ((1, ""), "network"),
        ((429, NO), "refused 429"),
        ((500, ""), "unknown repeat"),
    ] {
        let again = [found, failed, found, failed, found, found];
        assert_eq!(changed(&again), "GET PATCH ~ GET PATCH ~ GET PATCH done", "{failed:?}");
        let so = [found, failed, (200, acme.as_str())];
        assert_eq!(changed(&so), "GET PATCH ~ GET done", "{failed:?}");
        let all: Vec<_> = [found, failed].into_iter().cycle().take(40).collect();
        assert_eq!(changed(&all).matches("PATCH").count(), 8, "{failed:?}");
        assert!(changed(&all).ends_with(end), "{failed:?}");
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
        let mut command = operation.next(Event::Answer(&answer(status, body)), now);
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
    let (busy, found) = (answer(429, NO), answer(200, FOUND));
    operation.next(Event::Start, 0);
    operation.next(Event::Answer(&found), 10);
    let Command::Wait(_) = operation.next(Event::Answer(&busy), 20) else { panic!() };
    let Command::Send { .. } = operation.next(Event::Woke, 50_000) else { panic!() };
    let Command::Wait(_) = operation.next(Event::Answer(&busy), 50_010) else { panic!() };
    let Command::Send { .. } = operation.next(Event::Woke, 59_990) else { panic!() };
    let Command::Done(Err(_)) = operation.next(Event::Answer(&busy), 60_000) else { panic!() };
}

#[test]
fn an_abort_ends_a_wait() {
    for (status, failure) in
        [(429, Failure::Aborted), (500, Failure::unknown(None, Remedy::Repeat))]
    {
        let changes = Record::from_json(r#"{"company":"ACME"}"#).unwrap();
        let mut operation = Operation::update("c1", &changes, Patience::default()).ok().unwrap();
        operation.next(Event::Start, 0);
        operation.next(Event::Answer(&answer(200, FOUND)), 10);
        let failed = answer(status, "");
        let Command::Wait(_) = operation.next(Event::Answer(&failed), 20) else { panic!() };
        assert_eq!(operation.next(Event::Abort, 30), Command::Done(Err(failure)), "{status}");
    }
}
