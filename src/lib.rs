//! Turns any record into a Quo contact, or says everything that stands against it.

pub mod contact;
pub mod definition;
pub mod draft;
pub mod endpoint;
pub mod ffi;
pub mod field;
pub mod finding;
pub mod http;
pub mod issue;
pub mod limits;
pub mod mapper;
pub mod mapping;
mod name;
pub mod payload;
pub mod phone;
pub mod record;
#[cfg(feature = "wasm")]
#[expect(unreachable_pub, reason = "what is exported to JavaScript is no part of the crate")]
mod wasm;
