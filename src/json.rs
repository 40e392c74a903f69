//! JSON: a text becomes a [`crate::record::Record`], and values that are made of others are written.
//!
//! Both ends know the shapes of JSON and nothing of contacts. Source: RFC 8259.

#[cfg(feature = "contact")]
mod object;
mod read;
mod write;

#[cfg(feature = "contact")]
pub(crate) use object::Object;
pub use read::InvalidJson;
#[cfg(feature = "contact")]
pub(crate) use write::to_json;
pub(crate) use write::{Json, Raw, array, object, some};
