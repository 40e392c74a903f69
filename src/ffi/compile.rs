//! From options to a mapper, and what is said on the way.

use super::options::Settings;
use super::{CompiledMapper, DiagnosticObject, Error, read_record};
use crate::field::date::TimeZone;
use crate::mapper::Mapper;
use crate::mapping::{self, Context, Diagnostic, Header, Mapping};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Compiles options in the flat form; `zones` is asked for the time zone that they name.
///
/// # Errors
/// An unknown country or level, a mapping that can't be compiled, a time zone without anyone who knows it.
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

fn objects(diagnostics: &[Diagnostic]) -> Vec<DiagnosticObject> {
    diagnostics.iter().map(DiagnosticObject::from).collect()
}
