//! The whole JavaScript contract as plain types and pure functions.
//!
//! Names are camelCase from here on, and a record arrives as one flat text. No JavaScript type is named
//! here, so that all of it is tested natively.

mod answer;
#[cfg(feature = "contact")]
mod definition;
#[cfg(feature = "contact")]
mod diagnostic;
mod error;
mod flat;
#[cfg(feature = "contact")]
mod operation;
mod options;
mod reader;
#[cfg(feature = "contact")]
mod suggest;
mod verdict;
#[cfg(feature = "contact")]
mod whole;

use alloc::string::String;
#[cfg(feature = "contact")]
pub use definition::Definition;
#[cfg(feature = "contact")]
pub use diagnostic::DiagnosticObject;
pub use error::Error;
pub use flat::read_record;
#[cfg(feature = "contact")]
pub use operation::{acquire, headers, next, pairs, start as start_operation};
#[cfg(feature = "contact")]
pub use suggest::{add_values, proof, suggest_mapping};
#[cfg(feature = "contact")]
pub use whole::{create_mapper, explain, map_row, mapper_diagnostics, set_columns};

use crate::json::{Json, array};
use crate::mapper::Mapper;

/// The version of this package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A compiled mapper, and what was said while it was compiled.
pub struct CompiledMapper {
    mapper: Mapper,
    /// The columns of the table whose rows are being mapped.
    #[cfg(feature = "contact")]
    header: crate::mapping::Header,
    /// Warnings about the definitions and the mapping.
    #[cfg(feature = "contact")]
    diagnostics: alloc::vec::Vec<DiagnosticObject>,
}

/// Compiles options in the flat form; `zones` is asked for the time zone that they name.
///
/// # Errors
/// Options that are none, an unknown country, a time zone without anyone who knows it.
#[cfg(not(feature = "contact"))]
pub fn create_mapper(
    options: &str,
    zones: impl FnOnce(&str) -> Option<alloc::boxed::Box<dyn crate::field::date::TimeZone>>,
) -> Result<CompiledMapper, Error> {
    let record = read_record(options);
    let options::Settings { definitions, policy, unmapped } =
        options::Settings::read(&record, zones)?;
    Ok(CompiledMapper { mapper: Mapper::automatic(definitions, policy, unmapped) })
}

/// The keys of the definitions, as JSON text: answers name a definition by its place among them.
pub fn mapper_keys(mapper: &CompiledMapper, answer: &mut String) {
    let definitions = mapper.mapper.definitions.as_slice().iter();
    array(answer, &mut definitions.map(|definition| &definition.key as &dyn Json));
}

/// The verdict on a record in the flat form, in the flat form of answers.
pub fn map_record(mapper: &CompiledMapper, record: &str, answer: &mut String) {
    answer::write(&mapper.mapper.map(&read_record(record)), answer);
}
