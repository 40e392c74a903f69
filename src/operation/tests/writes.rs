//! Contacts that are made, or updated if they are there.

use super::*;

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
fn what_was_posted_is_looked_for_four_times_and_posted_again_by_the_deadline() {
    let sent = |deadline| {
        let payload = Record::from_json(KEYED).unwrap();
        let patience = Patience { deadline, ..Patience::default() };
        let mut operation = Operation::write(&[payload], Mode::Create, patience);
        let (mut now, mut posts, mut looks) = (5_000, Vec::new(), 0);
        let mut command = operation.next(Event::Start, now);
        while posts.len() < 3 {
            command = match command {
                Command::Send { request, .. } if request.method == "POST" => {
                    posts.push(now);
                    operation.next(Event::NoAnswer, now)
                }
                Command::Send { .. } => {
                    looks += 1;
                    operation.next(Event::Answer(&answer(200, NO_ROWS)), now)
                }
                Command::Wait(milliseconds) => {
                    now += milliseconds;
                    operation.next(Event::Woke, now)
                }
                Command::Page(_) | Command::Done(_) => break,
            };
        }
        (posts, looks)
    };
    assert_eq!(sent(60_000), (vec![5_000, 11_000, 17_000], 8));
    assert_eq!(sent(6_000), (vec![5_000, 11_000], 8));
    assert_eq!(sent(5_999), (vec![5_000], 4));
}

#[test]
fn what_was_posted_last_is_looked_for_too() {
    let absent = (200, NO_ROWS);
    let lost = [(0, ""), absent, absent, absent, absent].repeat(5);
    let script = [&lost[..], &[(0, ""), (200, ROW), (200, FOUND)]].concat();
    let said = played(write(Mode::Create, KEYED), &script);
    assert!(said.ends_with("GET POST ~ GET GET created"), "{said}");
    assert_eq!(said.matches("POST").count(), 6);
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
    // Whose contact is there is to be seen.
    for (mode, start) in [(Mode::Create, &[][..]), (Mode::Upsert, &[(200, NO_ROWS)])] {
        let absent = (200, NO_ROWS);
        let lost = [(0, ""), absent, absent, absent, absent];
        let script = [start, &lost, &[TAKEN, (200, ROW), (200, FOUND)]].concat();
        let said = played(write(mode, KEYED), &script);
        assert!(said.ends_with("GET POST ~ GET GET created"), "{mode:?}: {said}");
    }
}

#[test]
fn an_id_with_a_comma_is_looked_for_alone() {
    let payloads = ["1", "Doe, Jane", "7"].map(|id| KEYED.replace("\"7\"", &format!("{id:?}")));
    let payloads = payloads.each_ref().map(|payload| Record::from_json(payload).unwrap());
    let operation = Operation::write(&payloads, Mode::Upsert, Patience::default());
    let script = [(200, ROW), (201, FOUND), (200, FOUND), (400, NO)];
    assert_eq!(played(operation, &script), "GET POST GET GET created + refused 400 + unchanged");
    let (comma, seven) = (KEYED.replace("\"7\"", r#""Doe, Jane""#), KEYED);
    let Command::Send { request, .. } = upsert(&[&comma, seven]).next(Event::Start, 0) else {
        panic!()
    };
    assert!(request.path.ends_with("&externalIds=Doe%2C%20Jane"), "{}", request.path);
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
    assert_eq!(
        upsert(&[(200, NO_ROWS), (0, ""), (200, ROW), (200, FOUND)]),
        "GET POST ~ GET GET created",
        "by the POST without an answer"
    );
    assert_eq!(upsert(&[(200, ROW), (403, NO)]), "GET GET refused 403");
    assert_eq!(upsert(&[(200, NO_ROWS), TAKEN, (401, NO)]), "GET POST ~ GET refused 401");
    let once = Patience { attempts: 0, ..Patience::default() };
    let payload = Record::from_json(KEYED).unwrap();
    let vanished = Operation::write(&[payload], Mode::Upsert, once);
    assert_eq!(played(vanished, &[(200, ROW), MISSING, (201, FOUND)]), "GET GET POST created");
    let gone = [(200, ROW), MISSING, TAKEN].repeat(9);
    assert_eq!(upsert(&gone).matches("POST").count(), 6, "what vanishes and is there");
    assert!(upsert(&[(0, ""); 8]).ends_with("GET network"));
    assert_eq!(played(write(Mode::Upsert, PLAIN), &[]), "invalid");
}

fn upsert(payloads: &[&str]) -> Operation {
    let payloads: Vec<_> = payloads.iter().map(|json| Record::from_json(json).unwrap()).collect();
    Operation::write(&payloads, Mode::Upsert, Patience::default())
}

/// A page with the row of each id, `c7` for 7.
fn page(ids: &[&str], token: &str) -> String {
    let row = |id: &&str| format!(r#"{{"id":"c{id}","externalId":"{id}","source":"public-api"}}"#);
    let rows: Vec<_> = ids.iter().map(row).collect();
    format!(r#"{{"data":[{}],"nextPageToken":"{token}"}}"#, rows.join(","))
}

#[test]
fn what_is_looked_for_may_be_on_any_page() {
    let eight = KEYED.replace('7', "8");
    let (seventh, eighth) = (FOUND.replace("c1", "c7"), FOUND.replace("c1", "c8"));
    let eighth = eighth.replace(r#""7""#, r#""8""#);
    let (first, second) = (page(&["7"], "t"), page(&["8"], "u"));
    let script = [(200, first.as_str()), (200, &second), (200, &seventh), (200, &eighth)];
    let both = upsert(&[KEYED, &eight]);
    assert_eq!(played(both, &script), "GET GET GET GET unchanged + unchanged");
    let mut operation = upsert(&[KEYED, &eight]);
    operation.next(Event::Start, 0);
    let next = operation.next(Event::Answer(&answer(200, &first)), 0);
    let Command::Send { request, .. } = next else { panic!() };
    assert!(request.path.ends_with("&externalIds=7&externalIds=8&pageToken=t"));
}

#[test]
fn a_look_up_without_an_end_makes_nothing() {
    let look_up = |pages: &[String], end: &[(u16, &str)]| {
        let pages: Vec<_> = pages.iter().map(|page| (200, page.as_str())).collect();
        played(upsert(&[KEYED]), &[&pages, end].concat())
    };
    let stuck = page(&["9"], "t");
    assert_eq!(look_up(&[stuck.clone(), stuck], &[]), "GET GET unreadable 200");
    let pages: Vec<_> = (0..40).map(|token| page(&["9"], &token.to_string())).collect();
    assert_eq!(look_up(&pages, &[]), "GET ".repeat(40) + "unreadable 200");
    let end = [(200, NO_ROWS), (201, FOUND)];
    assert_eq!(look_up(&pages[..39], &end), "GET ".repeat(40) + "POST created");
}

#[test]
fn records_of_one_contact_follow_each_other() {
    let (acme, bolt) =
        (KEYED.replace('}', r#","company":"ACME"}"#), KEYED.replace('}', r#","company":"Bolt"}"#));
    let (mut operation, mut bodies) = (upsert(&[&acme, &bolt]), Vec::new());
    let mut command = operation.next(Event::Start, 0);
    let made = FOUND.replace(r#""company":null"#, r#""company":"ACME""#);
    for (status, body) in [(200, NO_ROWS), (201, &made), (200, &made), (200, FOUND)] {
        let Command::Send { request, .. } = command else { panic!() };
        bodies.extend(request.body.map(|body| (request.method, body)));
        command = operation.next(Event::Answer(&answer(status, body)), 0);
    }
    let Command::Done(done) = command else { panic!() };
    assert_eq!(end(done), "created + updated");
    let [(post, first), (patch, last)] = &bodies[..] else { panic!("{bodies:?}") };
    assert_eq!((post.as_str(), patch.as_str()), ("POST", "PATCH"));
    assert!(first.contains("ACME") && last.contains("Bolt"), "{bodies:?}");
    let two = [&acme, &acme].map(|payload| Record::from_json(payload).unwrap());
    let create = Operation::write(&two, Mode::Create, Patience::default());
    assert_eq!(played(create, &[(201, &made), TAKEN]), "POST POST created + refused 409");
}

#[test]
fn records_of_two_contacts_have_nothing_of_each_other() {
    let script = [(200, NO_ROWS), (201, FOUND), (201, FOUND)];
    let two = upsert(&[KEYED, &KEYED.replace('7', "8")]);
    assert_eq!(played(two, &script), "GET POST POST created + created");
}

#[test]
fn an_abort_is_unknown_only_to_what_was_sent() {
    let rows = page(&["7", "8"], "");
    let found = FOUND.replace("c1", "c7").replace("Ada", "Bob");
    let both = || upsert(&[KEYED, &KEYED.replace('7', "8")]);
    let script = [(200, rows.as_str()), (200, &found), (2, "")];
    assert_eq!(played(both(), &script), "GET GET PATCH unknown repeat + aborted");
    assert_eq!(played(both(), &[(200, &rows), (2, "")]), "GET GET aborted + aborted");
    let create = write(Mode::Create, KEYED);
    assert_eq!(played(create, &[(0, ""), (2, "")]), "POST ~ GET unknown look_up");
    let two = [PLAIN; 2].map(|payload| Record::from_json(payload).unwrap());
    let create = Operation::write(&two, Mode::Create, Patience::default());
    assert_eq!(played(create, &[(201, FOUND), (2, "")]), "POST POST created + unknown look_up");
}

#[test]
fn a_contact_that_vanished_is_made_by_a_request_of_its_own() {
    let mut operation = upsert(&[KEYED]);
    let (mut now, mut sent) = (0, Vec::new());
    let mut command = operation.next(Event::Start, now);
    let bob = FOUND.replace("Ada", "Bob");
    let script = [(200, ROW), (200, &bob), (503, ""), MISSING, (429, ""), (201, FOUND)];
    for (status, body) in script {
        let Command::Send { request, attempt, contact } = command else { panic!() };
        sent.push(format!("{} {attempt} {}", request.method, contact.unwrap_or_default()));
        command = operation.next(Event::Answer(&answer(status, body)), now);
        if let Command::Wait(milliseconds) = command {
            now += milliseconds;
            command = operation.next(Event::Woke, now);
        }
    }
    let expected = ["GET 1 ", "GET 1 c1", "PATCH 1 c1", "GET 1 c1", "POST 1 ", "POST 2 "];
    assert_eq!(sent, expected);
}
