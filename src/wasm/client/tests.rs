//! The boundary of the client as JavaScript sees it, in Node and in a browser.

use super::*;
use js_sys::{JSON, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap()
}

fn step(handle: usize, event: u8, status: u16, body: &str) -> JsValue {
    let said = operation_next(handle, event, 5.0, 5.0, status, "", body.to_owned()).unwrap();
    JSON::parse(&said).unwrap()
}

#[wasm_bindgen_test]
fn an_operation_says_what_to_send_and_reads_the_answer() {
    let handle = start_operation("{\0kkind\0sdefinitions\0}\0", "", 1).unwrap();
    assert_eq!(operation_pairs(handle).unwrap(), "[]");
    let send = property(&step(handle, 0, 0, ""), "send");
    assert_eq!(property(&send, "method").as_string().unwrap(), "GET");
    let body = r#"{"data":[{"key":"tier","name":"Tier","type":"number"}]}"#;
    let done = property(&step(handle, 1, 200, body), "done");
    assert_eq!(
        JSON::stringify(&done).unwrap(),
        r#"[{"key":"tier","name":"Tier","type":"number"}]"#
    );
    drop_operation(handle);
    let error = operation_pairs(handle).unwrap_err();
    assert_eq!(property(&error, "code").as_string().unwrap(), "unknown_handle");
}

#[wasm_bindgen_test]
fn misuse_and_refusals_have_codes() {
    let error = start_operation("{\0kkind\0sget\0kid\0s..\0}\0", "", 1).unwrap_err();
    assert_eq!(property(&error, "code").as_string().unwrap(), "invalid_options");
    let handle = start_operation("{\0kkind\0sget\0kid\0sc1\0}\0", "", 1).unwrap();
    step(handle, 0, 0, "");
    let failed = property(&step(handle, 1, 401, r#"{"error":{"message":"no"}}"#), "failed");
    assert_eq!(property(&failed, "code").as_string().unwrap(), "api_error");
    assert_eq!(property(&property(&failed, "details"), "status").as_f64(), Some(401.0));
    drop_operation(handle);
}

#[wasm_bindgen_test]
fn a_pace_counts_by_both_clocks() {
    let pace = create_pace(false, 0.0, 0.0);
    let other = create_pace(true, 0.0, 0.0);
    assert!(pace_acquire(other, 0.0, 0.0).unwrap() < 0);
    for ticket in 0..10 {
        assert_eq!(pace_acquire(pace, 0.0, 0.0).unwrap(), ticket);
        pace_answered(pace, 0, 0.0, 0.0, 200, "").unwrap();
    }
    // The clock on the wall is set forward.
    assert!(pace_acquire(pace, 10.0, 5_000.0).unwrap() < 0);
    drop_pace(pace);
    drop_pace(other);
    assert!(pace_acquire(pace, 0.0, 0.0).is_err());
}
