//! What the whole knows of a mapper beside its verdicts: what was said while it was compiled, rows of a table,
//! explanations.

use super::flat::read_row;
use super::options::Settings;
use super::{CompiledMapper, DiagnosticObject, Error, answer, read_record};
use crate::field::date::TimeZone;
use crate::json::to_json;
use crate::mapper::Mapper;
use crate::mapping::{self, Context, Diagnostic, Header, Mapping};
use crate::record::Record;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// Compiles options in the flat form; `zones` is asked for the time zone that they name.
///
/// # Errors
/// Options that are none, an unknown country, a mapping that can't be compiled, a time zone without anyone who knows it.
pub fn create_mapper(
    options: &str,
    zones: impl FnOnce(&str) -> Option<Box<dyn TimeZone>>,
) -> Result<CompiledMapper, Error> {
    let record = read_record(options);
    let Settings { definitions, policy, unmapped, mapping, headers } =
        Settings::read(&record, zones)?;
    let mut diagnostics = mapping::diagnose(&definitions);
    let compiled = match mapping {
        None => {
            let mapping = Mapping::automatic(&definitions, unmapped);
            let unused = mapping.unused(headers.as_deref().unwrap_or_default(), &definitions);
            Ok((mapping, unused))
        }
        Some(node) => {
            let headers = headers.as_deref();
            let context = Context { definitions: &definitions, policy: &policy, headers };
            Mapping::compile(&record, node, context, unmapped)
        }
    };
    match compiled {
        Ok((mapping, said)) => {
            diagnostics.extend(said);
            let mapper = Mapper { definitions, mapping, policy };
            let diagnostics = objects(&diagnostics);
            Ok(CompiledMapper { mapper, header: Header::default(), diagnostics })
        }
        Err(said) => {
            diagnostics.splice(..0, said);
            Err(Error::InvalidMapping(objects(&diagnostics)))
        }
    }
}

/// How each value of a record's payload came to be, as JSON text.
#[must_use]
pub fn explain(mapper: &CompiledMapper, record: &str) -> String {
    to_json(&mapper.mapper.explain(&read_record(record)).1)
}

/// Announces a table: an array of the names of its columns, in the flat form.
pub fn set_columns(mapper: &mut CompiledMapper, columns: &str) {
    let columns = read_record(columns);
    let name = |(_, node)| columns.value(node).as_text().unwrap_or_default().to_owned();
    mapper.header = mapper.mapper.header(columns.children(Record::ROOT).map(name).collect());
}

/// The verdict on a row of the table that was announced: its values in the flat form, in the order of the
/// columns. The verdict is that on the record with these columns.
pub fn map_row(mapper: &CompiledMapper, row: &str, answer: &mut String) {
    let CompiledMapper { mapper, header, .. } = mapper;
    answer::write(&mapper.map_row(header, &read_row(row, header.names())), answer);
}

/// What was said while a mapper was compiled, as JSON text.
#[must_use]
pub fn mapper_diagnostics(mapper: &CompiledMapper) -> String {
    to_json(&mapper.diagnostics)
}

fn objects(diagnostics: &[Diagnostic]) -> Vec<DiagnosticObject> {
    diagnostics.iter().map(DiagnosticObject::from).collect()
}
