//! The boundary of suggested mappings, and of columns.

use super::contact::throw;
use super::table::Table;
use crate::column::Column;
use crate::ffi;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The columns whose values are being read.
    static COLUMNS: RefCell<Table<Column>> = const { RefCell::new(Table::new()) };
}

/// A mapping for columns that nobody has described, as JSON text; `options` are in the flat form.
#[wasm_bindgen]
pub fn suggest_mapping(options: &str) -> Result<String, JsValue> {
    ffi::suggest_mapping(options).map_err(throw)
}

/// A column without values: its handle.
#[wasm_bindgen]
#[must_use]
pub fn begin_column() -> usize {
    COLUMNS.with_borrow_mut(|columns| columns.add(Column::default()))
}

/// Adds values to a column: an array in the flat form.
#[wasm_bindgen]
pub fn add_values(handle: usize, values: &str) {
    COLUMNS.with_borrow_mut(|columns| {
        if let Some(column) = columns.get_mut(handle) {
            ffi::add_values(column, values);
        }
    });
}

/// What a column proves, as JSON text. The handle may be given to another.
#[wasm_bindgen]
#[must_use]
pub fn end_column(handle: usize) -> String {
    let column = COLUMNS.with_borrow_mut(|columns| columns.take(handle));
    ffi::proof(&column.unwrap_or_default())
}
