//! Turns any record (a web-form submission, a row of a CRM) into a contact for Quo, the business phone
//! system, or says everything that stands against it.
//!
//! ```
//! use quo_contacts::{Definitions, Mapper, Mapping, Policy, Record, Region, Unmapped};
//!
//! let definitions = Definitions::default();
//! let mapper = Mapper {
//!     mapping: Mapping::automatic(&definitions, Unmapped::Issue),
//!     definitions,
//!     policy: Policy { country: Region::from_code("US"), ..Policy::default() },
//! };
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
//! The modules stand in reading order, from what comes in to what goes out. Nothing here knows of
//! JavaScript, a clock or the network: requests and answers are plain data, and time zones are asked of
//! whoever knows them ([`field::date::TimeZone`]).

pub mod decimal;
pub mod json;
pub mod record;

pub mod definition;
pub mod draft;
pub mod finding;
pub mod issue;
pub mod mapping;

pub mod field;
pub mod limits;
mod name;
pub mod phone;

pub mod mapper;
pub mod payload;

pub mod contact;
pub mod endpoint;
pub mod http;

pub mod ffi;
#[cfg(feature = "wasm")]
#[expect(unreachable_pub, reason = "what is exported to JavaScript is no part of the crate")]
mod wasm;

pub use contact::Contact;
pub use definition::{Definitions, FieldDefinition, FieldType};
pub use issue::{Code, Issue, Report};
pub use mapper::{Mapper, Verdict};
pub use mapping::{Mapping, Unmapped};
pub use payload::{ContactPayload, Policy};
pub use phone::Region;
pub use record::Record;
