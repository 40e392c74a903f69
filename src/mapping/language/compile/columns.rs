//! The columns of the records that a mapping is for: which of them it reads.

use crate::mapping::language::source::SourcePath;
use crate::name::nearest;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// Columns, and whether something reads them. Without headers nothing is known of them.
pub(super) struct SeenColumns<'c> {
    headers: Option<&'c [String]>,
    seen: Vec<bool>,
}

impl<'c> SeenColumns<'c> {
    pub(super) fn new(headers: Option<&'c [String]>) -> Self {
        Self { headers, seen: vec![false; headers.map_or(0, <[String]>::len)] }
    }

    /// Notes that a path is read; the nearest columns if there is none such.
    pub(super) fn read(&mut self, path: &SourcePath) -> Result<(), Vec<String>> {
        let Some(headers) = self.headers else { return Ok(()) };
        let reads = |header: &String| {
            path.is_whole() || header == path.text() || path.column() == Some(header)
        };
        let mut known = false;
        for (header, seen) in headers.iter().zip(&mut self.seen) {
            if reads(header) {
                *seen = true;
                known = true;
            }
        }
        if known || path.is_whole() {
            return Ok(());
        }
        Err(nearest(path.column().unwrap_or(path.text()), &mut headers.iter().map(String::as_str)))
    }

    /// Whether the records are known to have a column.
    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.is_some_and(|headers| headers.iter().any(|header| header == name))
    }

    /// What nothing reads.
    pub(super) fn unused(&self) -> Vec<String> {
        let headers = self.headers.unwrap_or_default().iter().zip(&self.seen);
        let unused = headers.filter(|(header, seen)| !**seen && !header.is_empty());
        unused.map(|(header, _)| header.clone()).collect()
    }
}
