//! A stand-in for the boundary, to build the package against.
#![allow(missing_docs, clippy::needless_pass_by_value)]

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type FieldType = "address" | "boolean" | "date" | "multi-select" | "number" | "string" | "url";
export interface FieldDefinition { key: string; name: string; type: string; }
export interface MapperOptions { definitions?: FieldDefinition[] | { data: FieldDefinition[] }; mapping?: Record<string, string>; country?: string; level?: "shape" | "possible" | "valid"; timeZone?: string; mode?: "lenient" | "strict"; locale?: string; dateFormats?: string[]; decimalMark?: "." | ","; blankFirstName?: "issue" | "null" | { fallback: string }; unmapped?: "issue" | "warning" | "ignore"; likelyCountries?: string[]; }
export interface Issue { code: string; message: string; path: (string | number)[]; target?: (string | number)[]; params: Record<string, string | number | string[]>; suggestions?: string[]; }
export interface Diagnostic { code: string; message: string; }
export interface HttpRequest { method: "GET" | "POST" | "PATCH" | "DELETE"; path: string; headers: [string, string][]; body?: string; }
export interface HttpResponse { status: number; headers: [string, string][]; body: string; }
export interface ContactPayload { defaultFields: { firstName: string | null }; }
export interface ApiError { status: number; code?: string; title?: string; message?: string; trace?: string; items: { path?: string[]; message?: string }[]; }
export interface Unreadable { status: number; excerpt: string; }
export interface Contact { id: string; }
export interface PhoneNumber { e164: string; country?: string; type: string; ext?: string; }
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "MapperOptions")]
    pub type MapperOptions;
    #[wasm_bindgen(typescript_type = "((zone: string, utcSeconds: number) => number) | undefined")]
    pub type UtcOffset;
    #[wasm_bindgen(typescript_type = "Diagnostic[]")]
    pub type Diagnostics;
    #[wasm_bindgen(typescript_type = "HttpRequest")]
    pub type HttpRequest;
    #[wasm_bindgen(typescript_type = "HttpResponse")]
    pub type HttpResponse;
    #[wasm_bindgen(typescript_type = "FieldDefinition[]")]
    pub type FieldDefinitions;
    #[wasm_bindgen(typescript_type = "Contact")]
    pub type Contact;
}

#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
#[wasm_bindgen]
pub fn create_mapper(_options: MapperOptions, _utc_offset: UtcOffset) -> Result<u32, JsValue> {
    Ok(1)
}
#[wasm_bindgen]
pub fn drop_mapper(_handle: u32) {}
#[wasm_bindgen]
pub fn map_record(_handle: u32, record: &str) -> String {
    serde_json::json!({ "value": { "flat": record }, "warnings": [] }).to_string()
}
#[wasm_bindgen]
pub fn mapper_diagnostics(_handle: u32) -> Diagnostics {
    js_sys::Array::new().unchecked_into()
}
#[wasm_bindgen]
pub fn normalize_phone(
    text: &str,
    _country: Option<String>,
    _level: Option<String>,
) -> Result<String, JsValue> {
    Ok(serde_json::json!({ "value": { "e164": text }, "warnings": [] }).to_string())
}
#[wasm_bindgen]
pub fn definitions_request() -> HttpRequest {
    JsValue::UNDEFINED.unchecked_into()
}
#[wasm_bindgen]
pub fn read_definitions(_response: HttpResponse) -> Result<FieldDefinitions, JsValue> {
    Err(JsValue::NULL)
}
#[wasm_bindgen]
pub fn create_contact_request(_record: &str) -> String {
    "{}".into()
}
#[wasm_bindgen]
pub fn read_contact(_response: HttpResponse) -> Result<Contact, JsValue> {
    Err(JsValue::NULL)
}
