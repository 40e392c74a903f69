//! Where something is, in a record or in a payload.

use crate::decimal::push_digits;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A property.
    Key(String),
    /// An item of an array, counted from 0.
    Index(usize),
}

impl From<&str> for Segment {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The steps from the whole value to one place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// A path of property names.
    #[must_use]
    pub fn of(keys: &[&str]) -> Self {
        Self(keys.iter().map(|key| Segment::from(*key)).collect())
    }

    /// This path and one step more.
    #[must_use]
    pub fn then(mut self, step: impl Into<Segment>) -> Self {
        self.0.push(step.into());
        self
    }
}

impl Path {
    /// Dots and brackets, for people: `defaultFields.emails[0].value`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) => {
                    text.push_str(if at == 0 { "" } else { "." });
                    text.push_str(key);
                }
                Segment::Index(index) => {
                    text.push('[');
                    push_digits(&mut text, *index as u64);
                    text.push(']');
                }
            }
        }
        text
    }
}

impl fmt::Display for Path {
    /// [`Path::text`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
