//! The kinds of value, one room each: what is taken, what comes out, what is refused and why.
//!
//! Each room has a `parse` from one untrusted [`Value`] to `Ok(Some(out))`, `Ok(None)` for a blank, or a
//! [`Remark`]; what was done to the value on the way is pushed onto `notes`. The rooms know nothing of
//! where a value came from or which field it feeds.

pub mod address;
pub mod boolean;
pub mod date;
pub mod email;
pub mod full_name;
pub mod multi_select;
pub mod number;
pub mod phone;
pub mod source;
pub mod text;
pub mod url;

use crate::issue::{Code, Expected, Remark};
use crate::record::Value;

/// How much a value may differ from the type that goes over the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// What can be read in one way only is read.
    #[default]
    Lenient,
    /// Only the wire type is taken; null and blank text still mean null.
    Strict,
}

/// A value, nothing for a blank, or the reason against it.
pub type Outcome<T> = Result<Option<T>, Remark>;

/// The refusal of a value whose type does not fit.
pub(crate) fn wrong_type(expected: Expected, value: &Value<'_>) -> Remark {
    match value {
        Value::Unreadable(why) => Code::Unreadable { why: *why }.into(),
        Value::MalformedText(_) => Code::MalformedText.into(),
        Value::NotFinite => Code::NotFinite.into(),
        Value::Null
        | Value::Undefined
        | Value::Boolean(_)
        | Value::Number(_)
        | Value::NumberText(_)
        | Value::Text(_)
        | Value::Date(_)
        | Value::List
        | Value::Object
        | Value::Foreign(_) => Code::WrongType { expected, found: value.found() }.into(),
    }
}

/// Rows of good and bad values for the rooms' tests.
#[cfg(test)]
mod rows {
    use super::*;
    use std::fmt::Write;

    /// What a room said of one value: `out` or `!code`, then each note's code.
    pub(super) fn verdict<T: std::fmt::Debug>(
        parse: impl FnOnce(&mut Vec<Remark>) -> Outcome<T>,
    ) -> String {
        let mut notes = Vec::new();
        let mut said = match parse(&mut notes) {
            Ok(Some(out)) => format!("{out:?}"),
            Ok(None) => "null".to_owned(),
            Err(refusal) => {
                let mut said = format!("!{}", refusal.code.code());
                if !refusal.suggestions.is_empty() {
                    let _ = write!(said, " {:?}", refusal.suggestions);
                }
                said
            }
        };
        for note in notes {
            let _ = write!(said, " ({})", note.code.code());
        }
        said
    }

    pub(super) fn text(text: &str) -> Value<'_> {
        Value::Text(text.into())
    }
}
