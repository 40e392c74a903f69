//! The boundary as JavaScript sees it, in Node and in a browser: `cargo xtask test` runs both.

use super::*;
use js_sys::JSON;
use wasm_bindgen_test::wasm_bindgen_test;

fn js(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn mapper(json: &str) -> u32 {
    create_mapper(json, None).unwrap()
}

/// A record in the flat form, its tokens separated by bars.
fn flat(tokens: &str) -> String {
    tokens.replace('|', "\0")
}

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap()
}

fn code(error: &JsValue) -> String {
    assert!(error.is_instance_of::<js_sys::Error>());
    property(error, "code").as_string().unwrap()
}

#[wasm_bindgen_test]
fn a_record_goes_in_and_a_verdict_comes_out() {
    let handle = mapper(r#"{"country":"US"}"#);
    let record = flat("{|kfirstName|sÁda|kphone|s(415) 555-2671|}|");
    let verdict = js(&map_record(handle, &record).unwrap());
    let fields = property(&property(&verdict, "value"), "defaultFields");
    assert_eq!(property(&fields, "firstName").as_string().unwrap(), "Áda");
    assert!(property(&verdict, "issues").is_undefined());
    drop_mapper(handle);
    assert_eq!(code(&map_record(handle, &record).unwrap_err()), "unknown_handle");
}

#[wasm_bindgen_test]
fn handles_do_not_mix() {
    let record = flat("{|kfirstName|sAda|kphone|s(415) 555-2671|}|");
    let abroad = mapper("{}");
    let home = mapper(r#"{"country":"US"}"#);
    assert_ne!(abroad, home);
    assert!(map_record(abroad, &record).unwrap().contains(r#""issues":"#));
    assert!(map_record(home, &record).unwrap().contains(r#""value":"#));
    drop_mapper(abroad);
    let next = mapper(r#"{"country":"US"}"#);
    assert!(map_record(next, &record).unwrap().contains(r#""value":"#));
    drop_mapper(home);
    drop_mapper(next);
    drop_mapper(4_000_000_000);
}

#[wasm_bindgen_test]
fn the_host_is_asked_about_its_time_zones() {
    let options = r#"{"timeZone":"Anywhere/Five","definitions":[{"key":"since","name":"Since","type":"date"}]}"#;
    let five =
        Function::new_with_args("zone, seconds", "return zone === 'Anywhere/Five' ? 18000 : NaN");
    let handle = create_mapper(options, Some(five)).unwrap();
    let record = flat("{|kfirstName|sAda|ksince|s2024-09-11|}|");
    let verdict = map_record(handle, &record).unwrap();
    assert!(verdict.contains(r#""2024-09-10T19:00:00.000Z""#), "{verdict}");
    drop_mapper(handle);
}

#[wasm_bindgen_test]
fn misuse_is_thrown_with_a_code() {
    for (json, expected) in [
        (r#"{"country":"nowhere"}"#, "unknown_country"),
        (r#"{"timeZone":"Anywhere/Five"}"#, "unknown_time_zone"),
        (r#"{"level":"loose"}"#, "invalid_options"),
        (r#"{"contry":"US"}"#, "invalid_options"),
        (r#"{"fields":{"k":{"seperator":";"}}}"#, "invalid_options"),
        ("5", "invalid_options"),
        ("", "invalid_options"),
        (r#"{"mapping":{"nonsense":"a"}}"#, "invalid_mapping"),
    ] {
        let error = create_mapper(json, None).unwrap_err();
        assert_eq!(code(&error), expected, "{json}");
    }
}

#[wasm_bindgen_test]
fn the_api_is_asked_and_its_answers_are_read() {
    let request: JsValue = definitions_request().unwrap().into();
    assert_eq!(property(&request, "method").as_string().unwrap(), "GET");
    let body = r#"{"data":[{"key":"tier","name":"Tier","type":"number"}]}"#;
    assert_eq!(read_definitions(200, body.to_owned()).unwrap().len(), 1);
    let error =
        read_definitions(401, r#"{"error":{"message":"no","key":"x"}}"#.to_owned()).unwrap_err();
    assert_eq!(code(&error), "api_error");
    assert_eq!(property(&property(&error, "details"), "status").as_f64(), Some(401.0));
    let error = read_contact(200, "<html>".to_owned()).unwrap_err();
    assert_eq!(code(&error), "unreadable_response");
}
