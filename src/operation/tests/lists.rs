//! Lists, page by page and filter by filter.

use super::*;

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
    assert!(list(all(), &[&fresh[..100], &[&end]].concat()).ends_with("GET done"));
    let full: Vec<_> = fresh.iter().map(|page| page.replace("[]", r#"[{"id":"c1"}]"#)).collect();
    let full: Vec<_> = full.iter().chain([&end]).collect();
    assert!(list(all(), &full).ends_with("GET done"), "of pages with contacts");
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
fn as_many_filters_as_a_list_takes() {
    let list = |external_ids: usize, sources: usize| {
        let names = |count: usize| (0..count).map(|name| name.to_string()).collect();
        let query = Query {
            external_ids: names(external_ids),
            sources: names(sources),
            ..Query::default()
        };
        let list = Operation::list(query, Patience::default());
        list.map(|operation| played(operation, &[])).map_err(|error| error.option)
    };
    for (external_ids, sources) in [(20, 0), (0, 20), (100, 19)] {
        assert_eq!(list(external_ids, sources), Ok("GET …".to_owned()));
    }
    for (external_ids, sources) in [(0, 21), (1, 20)] {
        assert_eq!(list(external_ids, sources), Err("sources"));
    }
}

/// What is asked for, and the ids on each page, until nothing more is said.
fn listed(query: Query, pages: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut operation = Operation::list(query, Patience::default()).unwrap();
    let (mut paths, mut ids) = (Vec::new(), Vec::new());
    for page in pages {
        let Command::Send { request, .. } = operation.next(Event::Start, 0) else { panic!() };
        paths.push(request.path.replace("/v1/contacts?maxResults=50", ""));
        let Command::Page(found) = operation.next(Event::Answer(&answer(200, page)), 0) else {
            panic!()
        };
        ids.extend(found.into_iter().map(|contact| contact.id));
    }
    assert_eq!(operation.next(Event::Start, 0), Command::Done(Ok(Done::Listed)));
    (paths, ids)
}

#[test]
fn each_group_of_filters_is_asked_for_page_by_page() {
    let sources: Vec<_> = (0..19).map(|source| source.to_string()).collect();
    let rest = format!("&sources={}", sources.join("&sources="));
    let external_ids = ["a", "b", "c"].map(str::to_owned).to_vec();
    let query = Query { external_ids, sources, ..Query::default() };
    let end = r#"{"data":[]}"#;
    let (paths, _) = listed(query, &[r#"{"data":[],"nextPageToken":"t"}"#, end, end, end]);
    let asked = [("a", ""), ("a", "&pageToken=t"), ("b", ""), ("c", "")];
    assert_eq!(paths, asked.map(|(id, token)| format!("&externalIds={id}{rest}{token}")));
}

#[test]
fn what_was_not_asked_for_is_left_out() {
    let page =
        r#"{"data":[{"id":"c1","externalId":"a"},{"id":"c2","externalId":"b"},{"id":"c3"}]}"#;
    let query = Query { external_ids: vec!["a".to_owned()], ..Query::default() };
    assert_eq!(listed(query, &[page]).1, ["c1"]);
    assert_eq!(listed(Query::default(), &[page]).1, ["c1", "c2", "c3"]);
}
