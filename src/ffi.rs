//! The whole JavaScript contract as serde types and pure functions.
//!
//! Names are camelCase from here on, and a record arrives as one flat text. No JavaScript type is named
//! here, so that all of it is tested natively.

mod error;
mod flat;
mod options;
mod verdict;

pub use error::{Details, Error};
pub use flat::read_record;
pub use options::{Definition, MapperOptions};
pub use verdict::{DiagnosticObject, IssueObject};

use crate::endpoint::{create_contact, get_contact_custom_fields};
use crate::field::date::TimeZone;
use crate::http::{HttpRequest, HttpResponse};
use crate::mapper::Mapper;

/// The version of this package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A compiled mapper, and what was said while it was compiled.
pub struct CompiledMapper {
    mapper: Mapper,
    /// Warnings about the definitions and the mapping.
    pub diagnostics: Vec<DiagnosticObject>,
}

/// Compiles definitions, mapping and policy; `zone` knows the time zone that the options name.
///
/// # Errors
/// An unknown country or level, a mapping that can't be compiled, a time zone without anyone who knows it.
pub fn create_mapper(
    options: MapperOptions,
    zone: Option<Box<dyn TimeZone>>,
) -> Result<CompiledMapper, Error> {
    let (mapper, diagnostics) = options.compile(zone)?;
    Ok(CompiledMapper { mapper, diagnostics })
}

/// The verdict on a record in the flat form, as JSON text.
#[must_use]
pub fn map_record(mapper: &CompiledMapper, record: &str) -> String {
    let record = read_record(record);
    verdict::of_record(&mapper.mapper.map(&record))
}

/// The request for the workspace's custom fields.
#[must_use]
pub fn definitions_request() -> HttpRequest {
    get_contact_custom_fields::request()
}

/// Reads the workspace's custom fields.
///
/// # Errors
/// What the API refused, and an answer that is not the API's.
pub fn read_definitions(response: &HttpResponse) -> Result<Vec<Definition>, Error> {
    let definitions = get_contact_custom_fields::read(response)?;
    Ok(definitions.into_iter().map(Definition::from).collect())
}

/// The request that makes a contact, or what stands against the payload, as JSON text.
#[must_use]
pub fn create_contact_request(payload: &str) -> String {
    verdict::of_request(&create_contact::request_for(&read_record(payload)))
}

/// Reads a contact, and writes what is known of it as JSON text.
///
/// # Errors
/// What the API refused, and an answer that is not the API's.
pub fn read_contact(response: &HttpResponse) -> Result<String, Error> {
    Ok(verdict::write(&create_contact::read(response)?))
}
