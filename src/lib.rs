//! Turns any record (a web-form submission, a row of a CRM) into a contact for Quo, the business phone
//! system, or says everything that stands against it.
//!
//! ```
//! use quo_contacts::{Definitions, Mapper, Policy, Record, Region, Unmapped};
//!
//! let policy = Policy { country: Region::from_code("US"), ..Policy::default() };
//! let mapper = Mapper::automatic(Definitions::default(), policy, Unmapped::Issue);
//!
//! let row = Record::from_json(r#"{"firstName": "Ada", "phone": "(415) 555-2671"}"#).expect("this is JSON");
//! let payload = mapper.map(&row).payload.expect("nothing stands against it");
//! let request = quo_contacts::endpoint::create_contact::request(&payload);
//! assert_eq!(request.path, "/v1/contacts");
//!
//! let row = Record::from_json(r#"{"fristName": "Ada", "phone": "555-2671"}"#).expect("this is JSON");
//! let report = mapper.map(&row).report;
//! let codes: Vec<_> = report.issues.iter().map(|issue| issue.code.code()).collect();
//! assert_eq!(codes, ["required", "unknown_field", "local_only"]);
//! ```
//!
//! A record goes through [`record`], [`mapping`], [`draft`], [`field`] and [`payload`]; [`endpoint`] makes requests of
//! payloads and reads answers, [`operation`] does what takes several. Nothing here knows a clock or the network:
//! requests and answers are plain data, and time zones are asked of whoever knows them
//! ([`field::date::TimeZone`]). [`ffi`] and [`phone_ffi`] are the package for JavaScript, as far as it is Rust.
//!
//! # Features
//!
//! - `contact` (default): everything but the next.
//! - `phone-format`: phone numbers as they are displayed, and while they are typed.
//! - `form`, without the defaults: no mapping language, no suggestions, nothing of the API. Without any feature, there
//!   are the phone numbers alone.
//!
//! Those that begin with `wasm` are for the package for JavaScript.

// The small wasms do without std, whose panics are as large as the rules of a country.
#![cfg_attr(all(target_arch = "wasm32", feature = "wasm-phone", not(feature = "wasm")), no_std)]
#![cfg_attr(
    all(feature = "form", not(feature = "contact")),
    expect(
        dead_code,
        reason = "some of what rooms offer is asked for by the rooms of the whole only"
    )
)]

extern crate alloc;

/// Its examples are tests.
#[cfg(all(doctest, feature = "contact"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(feature = "form")]
pub mod decimal;
#[cfg(feature = "form")]
pub mod json;
#[cfg(feature = "form")]
pub mod record;

#[cfg(feature = "form")]
pub mod definition;
#[cfg(feature = "form")]
pub mod draft;
#[cfg(feature = "form")]
pub mod finding;
#[cfg(feature = "form")]
pub mod issue;
#[cfg(feature = "form")]
pub mod mapping;

#[cfg(feature = "form")]
pub mod field;
#[cfg(feature = "form")]
pub mod limits;
#[cfg(feature = "form")]
mod name;
#[cfg(feature = "form")]
mod order;
pub mod phone;
#[cfg(feature = "form")]
mod pieces;

#[cfg(feature = "contact")]
pub mod column;
#[cfg(feature = "contact")]
pub mod suggest;

#[cfg(feature = "contact")]
pub mod explain;
#[cfg(feature = "form")]
pub mod mapper;
#[cfg(feature = "form")]
pub mod payload;
#[cfg(feature = "form")]
pub mod policy;

#[cfg(feature = "contact")]
pub mod contact;
#[cfg(feature = "contact")]
pub mod endpoint;
#[cfg(feature = "contact")]
pub mod http;
#[cfg(feature = "contact")]
pub mod operation;

#[cfg(feature = "form")]
pub mod ffi;
pub mod phone_ffi;
#[cfg(feature = "wasm-phone")]
#[expect(unreachable_pub, reason = "what is exported to JavaScript is no part of the crate")]
mod wasm;

#[cfg(feature = "form")]
mod paved {
    #[cfg(feature = "contact")]
    pub use crate::contact::Contact;
    pub use crate::definition::{Definitions, FieldDefinition, FieldType};
    #[cfg(feature = "contact")]
    pub use crate::explain::Explanation;
    pub use crate::issue::{Code, Issue, Report};
    pub use crate::mapper::{Mapper, Table, Verdict};
    pub use crate::mapping::Unmapped;
    pub use crate::payload::ContactPayload;
    pub use crate::policy::Policy;
    pub use crate::record::Record;
}
#[cfg(feature = "form")]
pub use paved::*;
pub use phone::Region;
